"""The rows of a sheet as passages, each cell with the heads of its column and row."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimlint.document import Location, Passage, Role, TableCell
from claimlint.readers.office.sheets.blocks import LONGEST_HEAD, Line
from claimlint.readers.office.sheets.cells import Cell
from claimlint.regex import regex

_ROW_NUMBER = regex(r"\d{1,3}(?:\.\d{1,3})*[.)]?")


def passages(line: Line, table: int, place: Callable[[Cell], Location]) -> Iterator[Passage]:
    """Yield the cells of a row in the table of that number; a title is a heading, text is text."""
    label = next((cell for cell in line.cells if not _counts(cell)), line.cells[0])
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
            row_head=label.text[:LONGEST_HEAD] if cell.column > label.column else None,
        )
        yield Passage(text=cell.text, location=place(cell), role=Role.CELL, cell=stands)


def _counts(cell: Cell) -> bool:
    """Tell whether a cell holds the number of its row ("1", "2.3")."""
    return cell.number or _ROW_NUMBER.fullmatch(cell.text.strip()) is not None
