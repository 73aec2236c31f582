"""What stands beside a cell: the answers in the row of a label, the rows below a column head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimlint.document import Passage, TableCell

_HEAD_WORDS = 5
_ROWS = 3
_FARTHEST = 64  # passages: a head of a table of more columns is told by the first of them


def answers(passages: Sequence[Passage], index: int) -> tuple[tuple[str, str], ...]:
    """Return the other cells of a row beside its label, each as column head and text."""
    cell = passages[index].cell
    if cell is None or cell.column != 1 or cell.row == 1:
        return ()
    return tuple(
        (other.column_head or "", passage.text)
        for passage, other in _after(passages, index, cell)
        if other.row == cell.row and other.column > 1
    )


def heads_column(passages: Sequence[Passage], index: int) -> bool:
    """Tell whether a cell is the head of a column, in a table of several rows below it."""
    cell = passages[index].cell
    if cell is None or cell.row > 1 or cell.column == 1:
        return False
    if len(passages[index].text.split()) > _HEAD_WORDS:
        return False
    below = (other for _, other in _after(passages, index, cell) if other.row >= _ROWS)
    return next(below, None) is not None


def _after(
    passages: Sequence[Passage], index: int, cell: TableCell
) -> Iterator[tuple[Passage, TableCell]]:
    for place in range(index + 1, min(len(passages), index + _FARTHEST)):
        other = passages[place].cell
        if other is None or other.table != cell.table:
            return
        yield passages[place], other
