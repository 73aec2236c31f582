"""Justified lines whose words stand far apart: one line each, not the cells of a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from claimlint.readers.pdf.layout.lines import Line, line_of, rows_of

_WORDS = 4
"""A line of running text has so many words,"""
_LINES = 4
"""and so many of them end at the right edge of a column of justified text."""
_NEAR = 1.0
_WIDEST = 5.0
_EVEN = 1.35
"""The gaps of a justified line are all the same, but for rounding."""
_MANY_GAPS = 4
"""So many gaps that are all the same tell a justified line wherever it ends,"""
_EXACT = 1.1
_WIDE = 2.0
"""if they are no wider than this many ems."""
_CROWDED = 40


def with_justified(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines, those that were parted at the wide gaps of justified text as one."""
    edges = _edges(lines)
    for row in rows_of(lines):
        yield from _joined(row, edges) if 1 < len(row) <= _CROWDED else row


def _edges(lines: Iterable[Line]) -> frozenset[int]:
    """Return the right edges of columns of running text, in whole points."""
    ends = Counter(round(line.x1) for line in lines if len(line.words) >= _WORDS)
    return frozenset(end + near for end in ends if ends[end] >= _LINES for near in (-1, 0, 1))


def _joined(row: list[Line], edges: frozenset[int]) -> Iterator[Line]:
    """Yield the lines of one base line, the longest even runs of pieces as one line each."""
    at = 0
    while at < len(row):
        ends = range(len(row), at + 1, -1)
        end = next((end for end in ends if _is_even(row[at:end], edges)), at + 1)
        words = [word for piece in row[at:end] for word in piece.words]
        yield line_of(words) if end - at > 1 else row[at]
        at = end


def _is_even(pieces: list[Line], edges: frozenset[int]) -> bool:
    sizes = [piece.size for piece in pieces]
    words = [word for piece in pieces for word in piece.words]
    gaps = [right.x0 - left.x1 for left, right in pairwise(words) if right.x0 - left.x1 > _NEAR]
    if len(gaps) < 2 or max(sizes) > 1.1 * min(sizes):
        return False
    least, most = min(gaps), max(gaps)
    exact = most <= _EXACT * least + _NEAR / 2
    if round(pieces[-1].x1) in edges:
        even = exact or (len(words) > len(pieces) and most <= _EVEN * least + _NEAR)
        return even and most <= _WIDEST * sizes[0]
    alike = exact and len(gaps) >= _MANY_GAPS and most <= _WIDE * sizes[0]
    return alike and sum(word.text[:1].isalpha() for word in words) > len(words) / 2
