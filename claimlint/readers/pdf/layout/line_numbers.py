"""Numbers that count the lines of running text in the margin, as pleadings and transcripts do."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claimlint.readers.pdf.layout.lines import Line, rows_of, text_of

_LEAST = 8
_DIGITS = 4
_TEXTS = 3
_WRAPPED = 0.2
"""Where more of the lines go on in lower case, the numbers count lines, not items or rows."""


def line_numbers(lines: Sequence[Line]) -> frozenset[int]:
    """Return which of `lines` (by their places in it) are numbers of the lines beside them."""
    counted = [i for i, line in enumerate(lines) if _is_number(line)]
    if len(counted) < _LEAST:
        return frozenset()
    edge = min(lines[i].x1 for i in counted) + max(lines[i].size for i in counted)
    column = [i for i in counted if lines[i].x1 <= edge]
    numbers = [int(text_of(lines[i])) for i in column]
    if len(column) < _LEAST or any(after - before != 1 for before, after in pairwise(numbers)):
        return frozenset()
    return frozenset(column) if _beside_wrapped_text(lines, frozenset(column)) else frozenset()


def _is_number(line: Line) -> bool:
    return line.characters <= _DIGITS and line.opens.isdecimal() and line.opens == line.ends


def _beside_wrapped_text(lines: Sequence[Line], column: frozenset[int]) -> bool:
    """Tell whether the numbers stand left of all text, and lines of one column run on there."""
    numbers = {id(lines[i]) for i in column}
    beside = [row for row in rows_of(lines) if any(id(line) in numbers for line in row)]
    texts = [row[1:] for row in beside if id(row[0]) in numbers and len(row) > 1]
    if len(texts) < _TEXTS or any(len(text) > 1 for text in texts):
        return False
    wrapped = sum(text[0].opens[:1].islower() for text in texts)
    return wrapped > _WRAPPED * len(texts)
