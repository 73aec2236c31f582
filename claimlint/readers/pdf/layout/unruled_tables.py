"""Tables without rules: rows whose pieces stand on one base line, under clean gutters."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

from msgspec import Struct

from claimlint.readers.pdf.geometry import grouped, median
from claimlint.readers.pdf.glyphs import Word
from claimlint.readers.pdf.layout.lines import Line, columns_of, rows_of
from claimlint.readers.pdf.layout.paragraphs import bullet_of
from claimlint.readers.pdf.layout.ruled_tables import Cell, Grid, plausible
from claimlint.values.boxes import hull

ROWS = 3
"""A table without rules has at least so many rows of two pieces or more."""
LOOSE = 1.7
"""Its rows stand so many ems apart, where running text wraps closer,"""
_TERSE = 12
"""or one of its columns has no more characters a line than this."""
_WRAPPED = 0.2
"""Where more of the lines of a column open in lower case, its text is wrapped."""
_GUTTER = 0.8


Slab: TypeAlias = Line | Grid
"""What is put into reading order: a line, or a table as a whole."""


class Rows(Struct, frozen=True):
    """The slabs of a table without rules, and those above and below it."""

    above: tuple[Slab, ...]
    rows: tuple[Slab, ...]
    below: tuple[Slab, ...]

    @property
    def parts(self) -> list[Sequence[Slab]]:
        """What there is, from top to bottom."""
        return [part for part in (self.above, self.rows, self.below) if part]


def rows_in(columns: Sequence[Sequence[Slab]]) -> Rows | None:
    """Return the table that stands in `columns`, or None where they hold running text."""
    if len(columns) < 2:
        return None
    slabs = sorted((slab for column in columns for slab in column), key=lambda slab: slab.base)
    rows = grouped(
        slabs, lambda row, one: one.base - row[0].base <= 0.25 * min(one.size, row[0].size)
    )
    full = [row for row in rows if len(row) > 1]
    if len(full) < ROWS or not _even(full, columns):
        return None
    first, last = full[0][0], full[-1][-1]
    low, high = first.base - 0.3 * first.size, last.base + 0.3 * last.size
    return Rows(
        tuple(slab for slab in slabs if slab.base < low),
        tuple(slab for slab in slabs if low <= slab.base <= high),
        tuple(slab for slab in slabs if slab.base > high),
    )


def _even(rows: Sequence[Sequence[Slab]], columns: Sequence[Sequence[Slab]]) -> bool:
    """Tell whether rows look like a table's: one size, loose or terse, no lists."""
    cells = [slab for row in rows for slab in row]
    if not all(isinstance(cell, Line) for cell in cells):
        return False
    sizes = [cell.size for cell in cells]
    if max(sizes) > 1.25 * min(sizes):
        return False
    inside = {id(cell) for cell in cells}
    low, high = cells[0].base - 1, cells[-1].base + 1
    for column in columns[1:]:
        among = [slab for slab in column if low <= slab.base <= high]
        listed = sum(isinstance(slab, Line) and bullet_of(slab) is not None for slab in among)
        if sum(id(slab) in inside for slab in among) < 0.6 * len(among) or 2 * listed > len(among):
            return False
    within = [[slab for slab in column if low <= slab.base <= high] for column in columns]
    if _are_cards(rows, within):
        return False
    starts = sorted(slab.base for slab in within[0])
    pitch = median(later - earlier for earlier, later in pairwise(starts)) if len(starts) > 1 else 0
    terse = min(median(slab.characters for slab in column) for column in columns)
    return pitch >= LOOSE * median(sizes) or terse <= _TERSE


def _are_cards(rows: Sequence[Sequence[Slab]], columns: Sequence[Sequence[Slab]]) -> bool:
    """Tell whether most columns hold wrapped text, or bold rows head others again and again."""
    wrapped = [
        sum(isinstance(slab, Line) and slab.opens[:1].islower() for slab in column)
        > _WRAPPED * len(column)
        for column in columns
    ]
    bold = [all(isinstance(cell, Line) and cell.bold for cell in row) for row in rows]
    heads = sum(above and not below for above, below in pairwise(bold))
    return (wrapped[0] and 2 * sum(wrapped) > len(columns)) or heads > 1


def loose_grid(lines: Sequence[Slab]) -> Grid | None:
    """Return the table without rules that `lines` make up, or None.

    Columns are parted by clean gutters. A row whose first cell is empty and that stands close to
    the row above carries on the cells of that row.
    """
    pieces = [line for line in lines if isinstance(line, Line)]
    if len(pieces) != len(lines):
        return None
    columns = columns_of(pieces, lambda line: _GUTTER * line.size)
    if len(columns) < 2:
        return None
    cells: dict[tuple[int, int], list[Word]] = {}
    number, before = 0, float("-inf")
    for row in rows_of(pieces):
        opens = columns[0][0] <= row[0].x0 <= columns[0][1]
        if opens or not number or row[0].base - before > 1.5 * row[0].size:
            number += 1
        before = row[0].base
        for line in row:
            column = next(i for i, edges in enumerate(columns, 1) if line.x0 <= edges[1])
            cells.setdefault((number, column), []).extend(line.words)
    found = tuple(Cell(row, column, tuple(cells[row, column])) for row, column in sorted(cells))
    box = hull([(line.x0, line.top, line.x1, line.bottom) for line in pieces])
    return Grid(*box, found, pieces[0].size) if plausible(found) else None
