"""Running heads and feet: lines in the margin that come back at the same place on other pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from claimlint.document import Part
from claimlint.readers.pdf.geometry import Sheet
from claimlint.readers.pdf.layout.lines import Line, text_of
from claimlint.regex import regex

BAND = 0.1
"""The margins are this share of the page at its head and at its foot."""
_DRIFT = 4.0
_LARGE = 1.3
"""A line this much larger than the body is a headline, repeated or not."""
_PAGE_NUMBER = regex(
    r"\W{0,3}(?:(?:page|p\.|slide)\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:/|of|\|)\s*\d{1,4})?\W{0,3}",
    re.IGNORECASE,
)
_COUNTED = regex(
    r"\A[a-z_-]{1,12}\s?\d{5,9}\Z|"
    r"\A[\divxlc]{1,6}\b|\b[\divxlc]{1,6}\Z|\b(?:page|p\.|slide)\s*\d+(?:\s*(?:of|/)\s*\d+)?"
)
"""What differs from page to page: its number, also in a bundle of papers ("ABC00042")."""


class Mark(Struct, frozen=True):
    """What a line in a margin says, numbers left out, and how far it is from the page's edge."""

    part: Part
    text: str
    away: float

    def repeats(self, others: Iterable[Mark]) -> bool:
        """Tell whether another page has the same line at the same place."""
        return any(
            other.part is self.part
            and other.text == self.text
            and abs(other.away - self.away) <= _DRIFT
            for other in others
        )


def _in_margin(line: Line, sheet: Sheet) -> bool:
    """Tell whether a line stands in the upper or the lower margin."""
    middle = (line.top + line.bottom) / 2
    return not BAND * sheet.height < middle < (1 - BAND) * sheet.height


def mark_of(line: Line, sheet: Sheet) -> Mark | None:
    """Return the mark of a line that stands in a margin, or None."""
    if not _in_margin(line, sheet):
        return None
    text = _COUNTED.sub("#", text_of(line).casefold())[:120]
    if 2 * line.base <= sheet.height:
        return Mark(Part.HEADER, text, line.base)
    return Mark(Part.FOOTER, text, sheet.height - line.base)


def running(
    line: Line, mark: Mark, body: float, neighbours: Sequence[Iterable[Mark]]
) -> Part | None:
    """Return HEADER or FOOTER for a marked line that runs through the pages, else None."""
    if line.size > _LARGE * body:
        return None
    if _PAGE_NUMBER.fullmatch(text_of(line).strip()):
        return mark.part
    return mark.part if any(mark.repeats(marks) for marks in neighbours) else None
