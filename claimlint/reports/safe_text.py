"""Text from documents, made harmless for a terminal."""

from __future__ import annotations

import unicodedata

_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


def safe(text: str) -> str:
    """Return `text` on one line, without control characters or bidirectional overrides.

    Control characters become "·", so that nothing is lost unseen; white space becomes one space.
    """
    shown = text if text.isprintable() else "".join(_shown(char) for char in text)
    return " ".join(shown.split())


def _shown(char: str) -> str:
    if char.isspace():
        return " "
    if char in _OVERRIDES or unicodedata.category(char) in ("Cc", "Cs", "Co", "Cn"):
        return "·"
    return "" if unicodedata.category(char) == "Cf" else char


def visible(text: str) -> str:
    """Return `text` with the same replacements, its spaces and line breaks kept."""
    return "".join(char if char in "\n\t" else _shown(char) for char in text)
