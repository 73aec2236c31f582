"""Footnote markers in the text of pages and plain files."""

from __future__ import annotations

import re

from claimlint.readers.pdf.notes import LEVEL, RAISED, notes_in

__all__ = ["RAISED", "note_of", "notes_in"]

_OPENING = re.compile(r"([*†‡§¶]{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}|\[\d{1,2}\])\s*(?=[^\W_])")


def note_of(text: str) -> str | None:
    """Return the marker that a note opens with, or None where the text opens with none."""
    found = _OPENING.match(text)
    return found.group(1).translate(LEVEL).strip("[]") if found else None
