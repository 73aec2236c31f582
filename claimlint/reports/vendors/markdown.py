"""The comparison of vendors as Markdown: a table for each section."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.finding import Report
from claimlint.office.word_document import Box, Words, box
from claimlint.reports.papers.blocks import Block, Heading, Para, Table, in_markdown
from claimlint.reports.papers.parts import NO_ADVICE
from claimlint.reports.vendors.cells import Cell, Grade, Grid
from claimlint.reports.vendors.grid import grid


def render(report: Report) -> str:
    """Return the comparison as Markdown; names of folders and papers are escaped."""
    return in_markdown(_blocks(grid(report)))


def _blocks(found: Grid) -> Iterator[Block]:
    yield Heading("Vendors side by side", 0)
    yield Para(f"Checked on {found.today} by {found.tool}.")
    names = tuple(vendor.name for vendor in found.vendors)
    about = [vendor for vendor in found.vendors if vendor.about]
    for vendor in about:
        yield Para((Words(f"{vendor.name}: ", bold=True), vendor.about))
    for section in found.sections:
        yield Heading(section.title)
        rows = tuple(
            (box(measure.title), *map(_cell, measure.cells)) for measure in section.measures
        )
        yield Table(("", *names), rows, (3, *(2 for _ in names)))
    yield Para(Words(NO_ADVICE, italic=True))


def _cell(cell: Cell) -> Box:
    words = Words(cell.text, bold=cell.grade is Grade.POOR)
    return box(words, cell.note) if cell.note else box(words)
