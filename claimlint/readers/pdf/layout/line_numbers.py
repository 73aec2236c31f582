"""Numbers that count the lines of a page in its margin, as pleadings have them, are left out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise

from claimlint.readers.pdf.layout.lines import Line, line_of

_NEAR = 1.5
"""The numbers are flush on one side, within so many points."""
_STEPS = {1: 8, 2: 6, 5: 4, 10: 3}
"""By what they count, and how many a page has then at least."""
_LONGEST = 4
_BROKEN = 3
"""So many lines beside them go on with a sentence, as the items of a list do not."""
_ROOM = 4
_MARGINS = 5
"""So many lines, and one more in four, may stand above or below them: heads, feet, what is left."""


def without_numbers(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines of a page, from top to bottom, without the numbers that count them."""
    opening = [line for line in lines if line.opens.isdecimal() and len(line.opens) <= _LONGEST]
    column = max(_flush(opening, _right), _flush(opening, _left), key=len)
    if not (_counts(column) and _beside_text(column, lines)):
        return tuple(lines)
    numbers = {id(line) for line in column}
    kept = (_without(line) if id(line) in numbers else line for line in lines)
    return tuple(line for line in kept if line is not None)


def _right(line: Line) -> float:
    return line.x0 + line.opening


def _left(line: Line) -> float:
    return line.x0


def _flush(lines: Sequence[Line], edge: Callable[[Line], float]) -> list[Line]:
    """Return the most lines whose first words are flush on one side."""
    edges = sorted(map(edge, lines))  # a page can open thousands of lines with a number

    def count(place: float) -> int:
        return bisect_right(edges, place + _NEAR) - bisect_left(edges, place - _NEAR)

    middle = max(map(edge, lines), key=count, default=0.0)
    return [line for line in lines if abs(edge(line) - middle) <= _NEAR]


def _counts(column: Sequence[Line]) -> bool:
    values = [int(line.opens) for line in column]
    steps = {after - before for before, after in pairwise(values)}
    return len(steps) == 1 and len(values) >= _STEPS.get(min(steps), len(values) + 1)


def _beside_text(column: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Tell whether all of nearly all lines of the page stands to the right of a column."""
    numbers, edge = {id(line) for line in column}, max(map(_right, column))
    top, bottom = column[0].top - column[0].size, column[-1].bottom + column[-1].size
    within = [line for line in lines if top <= line.base <= bottom]
    texts = [_without(line) if id(line) in numbers else line for line in within]
    beside = [line for line in texts if line is not None]
    if len(lines) - len(within) > len(within) / _ROOM + _MARGINS:
        return False
    broken = sum(line.opens[:1].islower() for line in beside)
    printed_before = 2 * len(beside) < len(column)  # on the paper, whatever is written on it
    return (broken >= _BROKEN or printed_before) and all(line.x0 > edge for line in beside)


def _without(line: Line) -> Line | None:
    return line_of(line.words[1:]) if len(line.words) > 1 else None
