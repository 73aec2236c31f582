"""The rows of a sheet as passages, each cell with the heads of its column and row."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimlint.document import Location, Passage, Role, TableCell
from claimlint.readers.office.sheets.blocks import LONGEST_HEAD, Line
from claimlint.readers.office.sheets.cells import Cell


def passages(line: Line, table: int, place: Callable[[Cell], Location]) -> Iterator[Passage]:
    """Yield the cells of a row in the table of that number; a title is a heading, text is text."""
    row_head = line.cells[0].text[:LONGEST_HEAD]
    for cell in line.cells:
        if line.title:
            yield Passage(text=cell.text, location=place(cell), role=Role.HEADING, level=1)
            continue
        if line.prose:
            yield Passage(text=cell.text, location=place(cell))
            continue
        stands = TableCell(
            table=table,
            row=cell.row,
            column=cell.column,
            column_head=line.heads.get(cell.column),
            row_head=None if cell is line.cells[0] else row_head,
        )
        yield Passage(text=cell.text, location=place(cell), role=Role.CELL, cell=stands)
