"""Cells of a table: the paragraphs in each, and the heads that it stands under."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.document import TableCell
from claimlint.readers.pdf.geometry import grouped
from claimlint.readers.pdf.layout.lines import Line, lines_of, rows_of, text_of
from claimlint.readers.pdf.layout.marks import with_marks
from claimlint.readers.pdf.layout.paragraphs import Paragraph, bullet_of, merged
from claimlint.readers.pdf.layout.ruled_tables import Cell, Grid


def cells_of(grid: Grid, number: int) -> Iterator[tuple[TableCell, tuple[Paragraph, ...]]]:
    """Yield the cells of table `number` in reading order, each with its paragraphs.

    The first row of two cells or more holds the heads of the columns; a head that spans columns
    stands over all of them. The first cell of a row is the head of the row.
    """
    lines = {
        cell: [merged(row) for row in rows_of(with_marks(lines_of(cell.words)))]
        for cell in grid.cells
    }
    texts = {cell: " ".join(text_of(line) for line in lines[cell]) for cell in grid.cells}
    top = _head_row(grid.cells)
    over = _spread(texts, top, grid.cells)
    first = min(cell.column for cell in grid.cells)
    beside = {
        cell.row + more: texts[cell]
        for cell in grid.cells
        if cell.column == first
        for more in range(cell.down)
    }
    for cell in grid.cells:
        place = TableCell(
            table=number,
            row=cell.row,
            column=cell.column,
            column_head=over.get(cell.column) if cell.row > top else None,
            row_head=beside.get(cell.row) if cell.column > first else None,
        )
        yield place, tuple(_paragraphs(lines[cell]))


def _head_row(cells: tuple[Cell, ...]) -> int:
    """Return the first row with two cells or more: a single one is the title of the table."""
    rows = [cell.row for cell in cells]
    return next((row for row in rows if rows.count(row) > 1), rows[0])


def _spread(texts: dict[Cell, str], row: int, cells: tuple[Cell, ...]) -> dict[int, str]:
    return {
        cell.column + more: texts[cell]
        for cell in cells
        if cell.row == row
        for more in range(cell.across)
    }


def _paragraphs(lines: list[Line]) -> Iterator[Paragraph]:
    """Yield the lines of a cell as one paragraph; bullets, type and gaps part them."""
    for group in grouped(lines, lambda above, line: not _parts(above[-1], line)):
        yield Paragraph(tuple(group), bullet_of(group[0]))


def _parts(before: Line, line: Line) -> bool:
    if bullet_of(line) is not None or abs(before.size - line.size) > 0.1 * before.size:
        return True
    return line.base - before.base > 1.9 * line.size or before.bold != line.bold
