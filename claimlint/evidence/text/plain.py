"""The text in which evidence is looked for: one sort of each mark, with the way back.

Letters keep their case, superscript figures are left out of words ("95 %²" reads "95 %"), and
hyphens that only break a line and sequences for a terminal are taken out.
"""

from __future__ import annotations

import unicodedata

from msgspec import Struct

from claimlint.regex import regex
from claimlint.rulebook.invisible import ESCAPE, JOINERS, sequences

_MARKS = str.maketrans(
    "\u2018\u2019\u201c\u201d\u2010\u2011\u2012\u2212\u2014\u00a0\u202f\u2009\u2007\n\t\r",
    "''\"\"----–       ",
)
_SUPERSCRIPT = frozenset("¹²³⁴⁵⁶⁷⁸⁹⁰†‡")
_BROKEN = regex(r"(?<=[a-z])-\s?\n\s{0,4}(?=[a-z])")
_LIGATURES = frozenset("ﬀﬁﬂﬃﬄﬅﬆ")
_MOVING = JOINERS | _LIGATURES | _SUPERSCRIPT
"""What makes more or less than one letter: elsewhere each letter keeps its place."""


class Plain(Struct, frozen=True):
    """Plain text and, for each of its characters, the place in the source; None if the same."""

    text: str
    origin: tuple[int, ...] | None = None


def plain(text: str) -> Plain:
    """Return the plain form of `text`."""
    if text.isascii() and text.isprintable():
        return Plain(text)
    if text.isascii() and "-\n" not in text and ESCAPE not in text:
        return Plain(text.translate(_MARKS))
    runs = [*(match.span() for match in _BROKEN.finditer(text)), *sequences(text)]
    left_out = {place for run in runs for place in range(*run)}
    if not left_out and _MOVING.isdisjoint(text):
        return Plain(text.translate(_MARKS))
    letters: list[str] = []
    origin: list[int] = []
    for place, letter in enumerate(text):
        if place in left_out:
            continue
        for piece in _form(letter, text[place - 1 : place]):
            letters.append(piece)
            origin.append(place)
    return Plain("".join(letters), tuple(origin))


def _form(letter: str, before: str) -> str:
    if letter in JOINERS:
        return ""
    if letter in _LIGATURES:
        return unicodedata.normalize("NFKC", letter)
    if letter in _SUPERSCRIPT:
        return " " if before and not before.isspace() else ""
    return letter.translate(_MARKS)
