"""What the comparison of vendors is made of: cells, measures, sections, vendors."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from claimlint.finding import DocumentReport, MatterReport
from claimlint.reports.contents.distinct_claims import Stated
from claimlint.values.comparison import Conflict


class Grade(StrEnum):
    """How good what a cell says is for a buyer; plain cells say nothing of it."""

    GOOD = "good"
    PART = "part"
    POOR = "poor"
    PLAIN = "plain"


class Cell(Struct, frozen=True):
    """What a vendor's papers say to a measure; `number` where that is a count or a share."""

    text: str
    grade: Grade = Grade.PLAIN
    number: float | None = None
    note: str = ""


class Measure(Struct, frozen=True):
    """A measure with a cell for each vendor."""

    title: str
    cells: tuple[Cell, ...]


class Section(Struct, frozen=True):
    """Measures that belong together."""

    title: str
    measures: tuple[Measure, ...]


class Vendor(Struct, frozen=True):
    """One vendor: the name of its folder, who and what its dossier names, its claims."""

    name: str
    about: str
    matter: MatterReport
    papers: tuple[DocumentReport, ...]
    claims: tuple[Stated, ...]
    conflicts: tuple[Conflict, ...]


class Grid(Struct, frozen=True):
    """The whole comparison; `today` is an ISO date."""

    vendors: tuple[Vendor, ...]
    sections: tuple[Section, ...]
    today: str
    tool: str


def counted(number: int, grade: Grade = Grade.PLAIN) -> Cell:
    """Return a cell with a number."""
    return Cell(f"{number:,}", grade, number)
