"""Headings that only their words tell: "Non-goals" alone on a line of text without marks."""

from __future__ import annotations

import re
from collections.abc import Collection

from claimlint.document import Part, Passage, Role
from claimlint.regex import regex
from claimlint.rulebook.patterns import Phrase
from claimlint.rulebook.reading_form import Kind, tokens

_LONGEST = 60
_WORDS = 5
_BELOW = 15
"""So many passages stand below one at most: without marks nobody knows where its section ends."""
_PLACE = regex(r"\W*(?:(?:slide|section|chapter|part)\s+)?\d+\s*[:.)–—-]\s*", re.IGNORECASE)
"""The number that counts a heading: whatever is counted after it opens another section."""
_SMALL = frozenset("a an and at by for from in it of on or the to vs with".split())
_GOES_ON = (".", "!", ",", ";", "…")


class FlatHeadings:
    """The heading without marks that a passage stands below, while walking down.

    `opens` are the phrases that are such headings where they stand alone on a line, `ends` those
    that only end the section of one, as any line written like a title does.
    """

    def __init__(self, opens: Collection[Phrase] = (), ends: Collection[Phrase] = ()) -> None:
        self._opens = frozenset(opens)
        self._ends = frozenset(ends)
        self._below = 0
        self.above = ""

    def enter(self, passage: Passage, *, marked: bool) -> None:
        """Take the next passage; `marked` tells that typography makes it a heading."""
        self._below += 1
        if marked or self._below > _BELOW:
            self.above = ""
        if marked or passage.role is not Role.PARAGRAPH or not _alone(passage):
            return
        words = _words(passage.text)
        if words in self._opens:
            self.above, self._below = passage.text, 0
        elif words in self._ends or _titled(passage.text) or self._counted_after(passage.text):
            self.above = ""

    def _counted_after(self, text: str) -> bool:
        return bool(_PLACE.match(text) and _PLACE.match(self.above))


def _alone(passage: Passage) -> bool:
    """Tell whether the passage is a line that may be a heading, by its length and its place."""
    text = passage.text.strip()
    return (
        passage.cell is None
        and passage.location.part is Part.BODY
        and len(text) <= _LONGEST
        and "\n" not in text
        and not text.endswith(_GOES_ON)
    )


def _words(text: str) -> Phrase:
    place = _PLACE.match(text)
    row = tokens(text[place.end() :] if place else text)
    return tuple(token.form for token in row if token.kind is Kind.WORD or token.form == "&")


def _titled(text: str) -> bool:
    """Tell whether a line is written like a title: one word, or all but small ones in capitals."""
    words = [word for word in text.split() if any(map(str.isalpha, word))]
    great = [word for word in words if word.lower() not in _SMALL]
    return 0 < len(words) <= _WORDS and all(
        word.lstrip("\"'“‘(*_#")[:1].isupper() for word in great
    )
