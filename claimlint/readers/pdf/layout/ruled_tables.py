"""Ruled tables: pdfplumber's search for cells, on the lines that pdfium drew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from claimlint.readers.pdf.glyphs import Word
from claimlint.readers.pdf.layout.banded_tables import bands_between, rows_by_words
from claimlint.readers.pdf.words.packed import Stretch, words_in
from claimlint.values.boxes import Box, hull

_LINES = 3_000
_CROSSINGS = 250_000
_POINTS = 1_500
"""Beyond these the rules are a drawing, and the search for cells would take too long."""


class Cell(Struct, frozen=True):
    """The words of one cell; row and column count from 1 in their table.

    `across` and `down` tell how many columns and rows it covers.
    """

    row: int
    column: int
    words: tuple[Word, ...]
    across: int = 1
    down: int = 1


class Grid(Struct, frozen=True):
    """One table, placed among the lines of its page by its edges and its `base`."""

    x0: float
    top: float
    x1: float
    bottom: float
    cells: tuple[Cell, ...]
    size: float

    @property
    def base(self) -> float:
        """Where it sorts among lines."""
        return self.top + self.size

    @property
    def characters(self) -> int:
        """How many characters its words have."""
        return sum(len(word.text) for cell in self.cells for word in cell.words)


def grids_of(
    rules: Sequence[Box], words: Sequence[Stretch]
) -> tuple[tuple[Grid, ...], tuple[Stretch, ...]]:
    """Return the tables that `rules` draw around `words`, and the words outside them.

    A table has two rows and two columns at least and words in at least half of two rows' cells;
    frames around running text are none.
    """
    if not 3 <= len(rules) <= _LINES or not words:
        return (), tuple(words)
    grids: list[Grid] = []
    rest = tuple(words_in(words))
    found = sorted(_tables(rules), key=lambda cells: (cells[0][1], cells[0][0]))
    for boxes in (*found, *bands_between(rules)):
        grid, left = _filled(boxes, rest)
        if grid is not None:
            grids.append(grid)
            rest = left
    return tuple(sorted(grids, key=lambda grid: (grid.top, grid.x0))), rest


def _tables(rules: Sequence[Box]) -> Iterator[list[Box]]:
    from pdfplumber import table

    edges = table.merge_edges(list(_edges(rules)), 3, 3, 3, 3)
    upright = sum(edge["orientation"] == "v" for edge in edges)
    if upright * (len(edges) - upright) > _CROSSINGS:
        return
    points = table.edges_to_intersections(edges, 3, 3)
    if len(points) > _POINTS:
        return
    cells = table.intersections_to_cells(points)
    yield from table.cells_to_tables(cells)


def _edges(rules: Sequence[Box]) -> Iterator[dict[str, float | str]]:
    for x0, top, x1, bottom in rules:
        flat = x1 - x0 >= bottom - top
        yield {
            "x0": x0,
            "x1": x1 if flat else x0,
            "top": top,
            "bottom": top if flat else bottom,
            "width": x1 - x0 if flat else 0,
            "height": 0 if flat else bottom - top,
            "orientation": "h" if flat else "v",
            "object_type": "line",
        }


def _filled(boxes: Sequence[Box], words: Sequence[Word]) -> tuple[Grid | None, tuple[Word, ...]]:
    """Put words into the cells of one table; None if it does not look like one."""
    inside: dict[Box, list[Word]] = {box: [] for box in sorted(boxes, key=lambda box: box[1])}
    rest: list[Word] = []
    for word in words:
        home = word.home(boxes)
        if home is None:
            rest.append(word)
        else:
            inside[home].append(word)
    if len({box[1] for box in boxes}) < 2:
        return None, tuple(words)
    cells = _ruled(inside) if len({box[0] for box in boxes}) > 1 else _banded(inside)
    if not plausible(cells):
        return None, tuple(words)
    return Grid(*hull(boxes), cells, cells[0].words[0].style.size), tuple(rest)


def _ruled(inside: dict[Box, list[Word]]) -> tuple[Cell, ...]:
    tops = sorted({box[1] for box in inside})
    lefts = sorted({box[0] for box in inside})
    return tuple(
        Cell(
            tops.index(box[1]) + 1,
            lefts.index(box[0]) + 1,
            tuple(inside[box]),
            across=sum(box[0] <= left < box[2] - 1 for left in lefts),
            down=sum(box[1] <= top < box[3] - 1 for top in tops),
        )
        for box in sorted(inside, key=lambda box: (box[1], box[0]))
        if inside[box]
    )


def _banded(inside: dict[Box, list[Word]]) -> tuple[Cell, ...]:
    rows = rows_by_words(tuple(inside), tuple(inside.values()))
    return tuple(
        Cell(row, column, tuple(words))
        for row, cells in enumerate(rows or (), start=1)
        for column, words in enumerate(cells, start=1)
        if words
    )


def plausible(cells: Sequence[Cell]) -> bool:
    """Tell whether cells make a table rather than frames around running text."""
    if not cells:
        return False
    rows: dict[int, int] = {}
    for cell in cells:
        rows[cell.row] = rows.get(cell.row, 0) + 1
    if sum(count >= 2 for count in rows.values()) < 2:
        return False
    longest = max(sum(len(word.text) for word in cell.words) for cell in cells)
    return longest <= 1_500
