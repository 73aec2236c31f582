"""The rows of a sheet as passages: which belong together, and what stands above their columns.

A sheet often opens with its title and lines such as "Date", and holds its table further down, with
or without an empty row in front; or it holds a text, a paragraph a row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise

from msgspec import Struct

from claimlint.document import Location, Passage, Role, TableCell
from claimlint.readers.office.sheets.cells import Cell
from claimlint.readers.tables import LONGEST_HEAD
from claimlint.regex import regex

_ROW_NUMBER = regex(r"\d{1,3}(?:\.\d{1,3})*[.)]?")
_ENTRY = 2
"""Cells of a line above a table: a label, and what it says."""


class Line(Struct, frozen=True):
    """A row with its block and the heads of its columns.

    A title stands alone above a block; a row of a text (`prose`) has one cell, as its neighbours.
    """

    cells: Sequence[Cell]
    block: int = 0
    heads: Mapping[int, str] = {}
    title: bool = False
    prose: bool = False


def lines(rows: Iterable[Sequence[Cell]]) -> Iterator[Line]:
    """Yield the rows of a sheet in order; the first of a block has no heads.

    A block opens the sheet, follows a title, or follows an empty row where it looks like the heads
    of what comes next: words above figures. Below lines of a label and its entry it opens with the
    first row that is wider.
    """
    block, heads, opening, last = 0, {}, True, 0
    titled, alone, narrow = False, True, True
    for row, below in pairwise(chain(rows, (None,))):
        if row is None:
            return
        parted = last > 0 and row[0].row - last > 1
        last = row[0].row
        prose = (alone or parted) and _is_prose(row, below)
        alone = len(row) == 1
        widens = narrow and _is_wide(row, below)
        narrow = (narrow or opening) and len(row) <= _ENTRY
        if prose:
            block += 0 if opening else 1
            opening = True
            yield Line(row, block, prose=True)
        elif (opening or parted) and _is_title(row, below):
            block += 0 if opening else 1
            opening = titled = True
            yield Line(row, block, title=True)
        elif opening or widens or (parted and _are_heads(row, below)):
            block += 0 if opening else 1
            heads = _heads(row) if not titled or len(row) > 2 or not _figures(row) else {}
            opening = titled = False
            yield Line(row, block)
        else:
            yield Line(row, block, heads)


def _heads(row: Sequence[Cell]) -> dict[int, str]:
    return {cell.column: cell.text[:LONGEST_HEAD] for cell in row if not cell.number}


def _is_prose(row: Sequence[Cell], below: Sequence[Cell] | None) -> bool:
    """Tell whether a row is a paragraph of a text: one cell of words, with none beside it below."""
    if len(row) != 1 or row[0].number:
        return False
    return below is None or len(below) == 1 or below[0].row - row[0].row > 1


def _is_title(row: Sequence[Cell], below: Sequence[Cell] | None) -> bool:
    if len(row) != 1 or row[0].number or below is None or len(below) < 2:
        return False
    return row[0].column <= below[0].column  # else it is the head of a column beside the first


def _are_heads(row: Sequence[Cell], below: Sequence[Cell] | None) -> bool:
    if below is None or len(row) < 2 or any(cell.number for cell in row):
        return False
    columns = {cell.column for cell in row}
    under = [cell for cell in below if cell.column in columns]
    return not _figures(row[:1]) and _figures(under) > _figures(row)


def _is_wide(row: Sequence[Cell], below: Sequence[Cell] | None) -> bool:
    """Tell whether a row of words is the first of a table that goes on as wide."""
    wide = below is not None and min(len(row), len(below)) > _ENTRY
    return wide and not any(map(_counts, row))


def _figures(cells: Sequence[Cell]) -> int:
    return sum(cell.number or cell.text[:1].isdigit() for cell in cells)


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
