"""What typography says of a paragraph: heading, bullet, caption, footnote, or running text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import Struct, field

from claimlint.document import Role
from claimlint.readers.pdf.layout.lines import Line, text_of
from claimlint.readers.pdf.layout.notes import SMALL, note_id_of, notes_in
from claimlint.readers.pdf.layout.paragraphs import Paragraph, opens_section
from claimlint.regex import regex

_LARGER = 1.15
"""A heading is this much larger than the body, or bold, or in capitals."""
SHORT = 160
_SHORT_BOLD = 90
_DEEPEST = 6
_STAR = regex(r"\*(?!\*)")
CAPTION = regex(r"(?:fig(?:ure|\.)?|table|chart|exhibit|source|image)\s*(?:\d+|:)", re.IGNORECASE)


class Look(NamedTuple):
    """What the typography of a paragraph says."""

    role: Role = Role.PARAGRAPH
    level: int = 0
    size: float | None = None
    number: str | None = None
    note_id: str | None = None


def body_size(weights: Iterable[tuple[float, int]]) -> float:
    """Return the size of the running text: the median by characters, as `weights` count them."""
    sizes = sorted(weights)
    half = sum(length for _, length in sizes) / 2
    for size, length in sizes:
        half -= length
        if half <= 0:
            return size
    return 10.0


class Ranks(Struct):
    """Levels of headings by rank among the sizes of headings seen so far in the document."""

    seen: list[float] = field(default_factory=list)

    def level(self, size: float) -> int:
        """Return the level, from 1, of a heading of this size."""
        rounded = round(size * 2) / 2
        if rounded not in self.seen:
            self.seen = sorted((*self.seen, rounded), reverse=True)[:50]
        return min(_DEEPEST, self.seen.index(rounded) + 1) if rounded in self.seen else _DEEPEST


class Looks(Struct):
    """Tells the looks of the paragraphs of one page, whose `lines` are given, in reading order."""

    body: float
    height: float
    ranks: Ranks
    lines: Sequence[Line] = ()
    indents: list[float] = field(default_factory=list)

    def look(self, paragraph: Paragraph) -> Look:
        """Return the look of the next paragraph."""
        size = round(paragraph.size / self.body, 2)
        number = _number(paragraph)
        note = self._note(paragraph)
        if note is not None:
            return Look(size=size, note_id=note)
        if self._heading(paragraph):
            self.indents.clear()
            level = self.ranks.level(paragraph.size)
            return Look(role=Role.HEADING, level=level, size=size, number=number)
        if paragraph.bullet is not None:
            level = self._indent(paragraph)
            return Look(role=Role.BULLET, level=level, size=size, number=number)
        self.indents.clear()
        caption = CAPTION.match(text_of(paragraph.lines[0]))
        captions = caption is not None and paragraph.characters <= SHORT
        return Look(role=Role.CAPTION if captions else Role.PARAGRAPH, size=size, number=number)

    def _note(self, paragraph: Paragraph) -> str | None:
        """Return the marker of a footnote: small print, or the foot of the page."""
        first = paragraph.lines[0]
        low = first.base > 0.75 * self.height
        small = paragraph.size <= SMALL * self.body
        if paragraph.bullet == "*":
            explains = small or self._explains_a_star()
        else:
            explains = small or (low and paragraph.size <= self.body)
        return note_id_of(paragraph.lines) if explains else None

    def _explains_a_star(self) -> bool:
        """Tell whether the one line that opens with a star explains a starred word of the page."""
        told = [text_of(line) for line in self.lines]
        alone = sum(_STAR.match(text) is not None for text in told) == 1
        return alone and any("*" in notes_in(text) for text in told if not text.startswith("*"))

    def _heading(self, paragraph: Paragraph) -> bool:
        if len(paragraph.lines) > 3 or paragraph.characters > SHORT:
            return False
        large = paragraph.size >= _LARGER * self.body
        if not large and not self._may_be_bold(paragraph):
            return False
        text = " ".join(text_of(line) for line in paragraph.lines)
        letters = sum(map(str.isalpha, text))
        if letters < 3:
            return False
        if paragraph.lines[-1].size < 0.8 * paragraph.size:
            return False
        if paragraph.bullet is not None and len(paragraph.bullet) == 1:
            return False
        if large or text.rstrip()[-1] in ".,;:":
            return large
        return paragraph.lines[0].bold or (text.isupper() and letters >= 6)

    def _may_be_bold(self, paragraph: Paragraph) -> bool:
        """Tell whether a paragraph no larger than the body is short enough for a heading."""
        short = len(paragraph.lines) == 1 and paragraph.characters <= _SHORT_BOLD
        return short and paragraph.size >= 0.95 * self.body

    def _indent(self, paragraph: Paragraph) -> int:
        left, em = paragraph.lines[0].x0, paragraph.size
        while self.indents and left < self.indents[-1] - 0.6 * em:
            self.indents.pop()
        if not self.indents or left > self.indents[-1] + 0.6 * em:
            self.indents.append(left)
        return len(self.indents)


def _number(paragraph: Paragraph) -> str | None:
    """Return the printed number that a paragraph opens with ("7.2", "1", "(a)")."""
    first = paragraph.lines[0]
    if opens_section(first):
        return first.words[0].text.rstrip(".")
    if paragraph.bullet is not None and len(paragraph.bullet) > 1:
        return paragraph.bullet.rstrip(".")
    return None
