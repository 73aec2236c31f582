"""Text from strangers' documents, made fit for XML and harmless to the eye."""

from __future__ import annotations

import unicodedata

_AWAY = ("Cc", "Cf", "Cs", "Co", "Cn")


def clean(text: str) -> str:
    """Return a text without control characters, direction overrides and surrogates.

    Line breaks stay, tabs become spaces.
    """
    kept = (c for c in text if c in "\n\t" or unicodedata.category(c) not in _AWAY)
    return "".join(kept).replace("\t", " ")
