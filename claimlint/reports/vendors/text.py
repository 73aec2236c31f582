"""The comparison of vendors for a terminal: as many columns as there is room for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from claimlint.finding import Report
from claimlint.reports.look import Look
from claimlint.reports.text.screen import printed
from claimlint.reports.vendors.cells import Cell, Grade, Grid
from claimlint.reports.vendors.grid import grid

_STYLES = {Grade.GOOD: "green", Grade.PART: "yellow", Grade.POOR: "bold red", Grade.PLAIN: ""}
_FIRST, _COLUMN = 30, 22


def render(report: Report, look: Look) -> str:
    """Return the comparison as text; `full` adds what stands behind a cell."""
    return printed(_lines(grid(report), look.shape.width, full=look.full), look.shape)


def _lines(found: Grid, width: int, *, full: bool) -> Iterator[RenderableType]:
    at_once = max(1, (width - _FIRST) // _COLUMN)
    for first in range(0, len(found.vendors), at_once):
        yield _table(found, range(first, min(first + at_once, len(found.vendors))), full=full)
    yield Text(f"Checked on {found.today}. Which claims they are: --format xlsx=FILE.", "dim")


def _table(found: Grid, columns: Sequence[int], *, full: bool) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=True)
    table.add_column("", ratio=4, overflow="fold")
    for index in columns:
        vendor = found.vendors[index]
        head = Text(vendor.name, "bold")
        if vendor.about:
            head.append(f"\n{vendor.about}", "dim")
        table.add_column(head, ratio=3, overflow="fold")
    for section in found.sections:
        table.add_row(Text(section.title, "bold underline"))
        for measure in section.measures:
            cells = [_cell(measure.cells[index], full=full) for index in columns]
            table.add_row(Text(measure.title), *cells)
        table.add_row("")
    return table


def _cell(cell: Cell, *, full: bool) -> Text:
    text = Text(cell.text, _STYLES[cell.grade])
    if full and cell.note:
        text.append(f"\n{cell.note}", "dim")
    return text
