"""What evidence is looked for in: a sentence, bullet or table row, in plain text."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, TypeAlias

from msgspec import Struct

from claimlint.values.packed import PackedSequence


class Shape(StrEnum):
    """What a unit is cut from; a pair is a label with its value."""

    SENTENCE = "sentence"
    BULLET = "bullet"
    ROW = "row"
    PAIR = "pair"
    HEADING = "heading"


class Segment(Struct, frozen=True, gc=False):
    """A run of a unit's text that comes from one passage, from its code point `base` on.

    `origin` is the place there of each of its characters, None where they follow one another as
    they do here. `head` marks the head of a table's column, which stands in another row.
    """

    start: int
    end: int
    passage: int
    base: int
    origin: tuple[int, ...] | None = None
    head: bool = False

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Return the code points of the passage that a span of the run was made from."""
        if self.origin is None or start >= end:
            return self.base + start, self.base + end
        return self.base + self.origin[start], self.base + self.origin[end - 1] + 1


class Unit(Struct, frozen=True, kw_only=True, gc=False):
    """One unit; `index` counts the units of a document from 0.

    Units of one section, or of one block (paragraph, bullet group, table), share its number.
    `label` is what stands in front of the value of a pair, `lead` the line with a colon that leads
    into the list of a bullet. `notes` are the footnote markers in the passage, `note_id` the marker
    that it explains, `page` its page or slide (0 if none).
    """

    index: int
    text: str
    shape: Shape
    section: int
    block: int
    segments: tuple[Segment, ...]
    headings: tuple[str, ...] = ()
    label: str = ""
    lead: str = ""
    notes: tuple[str, ...] = ()
    note_id: str | None = None
    page: int = 0

    @property
    def passage(self) -> int:
        """Return the index of the first passage that the unit is cut from, heads aside."""
        own = next((part for part in self.segments if not part.head), self.segments[0])
        return own.passage

    def place(self, start: int, end: int) -> tuple[int, int, int]:
        """Return passage index, start and end in that passage's text for a span of the unit.

        A span in words that no passage holds (a column head) gives the segment that follows.
        """
        part = next((item for item in self.segments if item.end > start), self.segments[-1])
        first = min(max(start, part.start), part.end - 1) - part.start
        last = max(first + 1, min(end, part.end) - part.start)
        return (part.passage, *part.source(first, last))

    def covers(self, passage: int, offset: int) -> bool:
        """Tell whether the unit holds the code point `offset` of a passage."""
        for part in self.segments:
            if part.passage == passage and not part.head:
                left, right = part.source(0, part.end - part.start)
                if left <= offset < right:
                    return True
        return False


class PackedUnits(PackedSequence[Unit], frozen=True):
    """The units of a long document."""

    holds: ClassVar[type[object]] = Unit


Units: TypeAlias = tuple[Unit, ...] | PackedUnits
