"""Where columns of one kind end and those of another begin, at a clear gap across the page.

Three cards stand above two columns of text, a table below cards, a foot below columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from msgspec import Struct

from claimlint.readers.pdf.geometry import median
from claimlint.readers.pdf.layout.lines import Line, text_of
from claimlint.readers.pdf.layout.roles import CAPTION
from claimlint.readers.pdf.layout.unruled_tables import Slab

_CLEAR, _WIDE = 0.8, 1.5
"""A clear gap across the page and a wide one are so many ems high."""
_SMALL, _LARGE = 0.9, 1.15
"""The type of a foot and of a heading, against the usual one."""
_HEADING = 2
"""A heading has at most so many lines."""

_Edges = tuple[tuple[float, float], ...]
"""Left and right edges of columns."""


class _Block(Struct, frozen=True):
    """Slabs with a clear gap above and below: the edges of their columns, how high the gap is."""

    slabs: Sequence[Slab]
    columns: _Edges
    gap: float


def parts_of(slabs: Sequence[Slab], wide: float) -> list[list[Slab]]:
    """Return the parts from top to bottom; empty where all columns are of one kind.

    `wide` is how wide a gutter is.
    """
    size = median(slab.size for slab in slabs)
    blocks = _blocks(slabs, wide, _CLEAR * size)
    if all(len(block.columns) == 1 for block in blocks) or len(blocks) < 2:
        return []
    if _stands_above(blocks[0], blocks[1], wide, size):
        parts = [blocks[:1], blocks[1:]]
    elif _is_foot(blocks, size):
        parts = [blocks[:-1], blocks[-1:]]
    else:
        parts = _rows_of_cards(blocks, wide, size) or _of_one_kind(blocks, wide, size)
        if sum(any(len(block.columns) > 1 for block in part) for part in parts) < 2:
            return []
    return [[slab for block in part for slab in block.slabs] for part in parts]


def _blocks(slabs: Sequence[Slab], wide: float, clear: float) -> list[_Block]:
    found: list[_Block] = []
    ordered = sorted(slabs, key=lambda slab: slab.top)
    held, reach, gap = [ordered[0]], ordered[0].bottom, float("inf")
    for slab in ordered[1:]:
        if slab.top - reach >= clear:
            found.append(_Block(held, _edges(held, wide), gap))
            held, gap = [], slab.top - reach
        held.append(slab)
        reach = max(reach, slab.bottom)
    return [*found, _Block(held, _edges(held, wide), gap)]


def _edges(slabs: Sequence[Slab], wide: float) -> _Edges:
    return _merged(((slab.x0, slab.x1) for slab in slabs), wide)


def _merged(edges: Iterable[tuple[float, float]], wide: float) -> _Edges:
    found: list[tuple[float, float]] = []
    for left, right in sorted(edges):
        if not found or left - found[-1][1] >= wide:
            found.append((left, right))
        elif right > found[-1][1]:
            found[-1] = (found[-1][0], right)
    return tuple(found)


def _stands_above(lone: _Block, below: _Block, wide: float, size: float) -> bool:
    """Tell whether a block of one column stands above a gutter, or heads the columns below it."""
    if len(lone.columns) > 1 or len(below.columns) < 2:
        return False
    between = len(_merged(chain(lone.columns, below.columns), wide)) > len(below.columns)
    return between or (_in_the_middle(lone, below.columns, size) and _are_headings(lone, size))


def _in_the_middle(lone: _Block, columns: _Edges, size: float) -> bool:
    left, right = lone.columns[0]
    return abs(left + right - columns[0][0] - columns[-1][1]) <= 2 * size


def _of_one_kind(blocks: Sequence[_Block], wide: float, size: float) -> list[list[_Block]]:
    """Put blocks together as long as nothing in one crosses a gutter of the others."""
    parts = [[blocks[0]]]
    columns = blocks[0].columns
    for block in blocks[1:]:
        both = _merged(chain(columns, block.columns), wide)
        part = [*parts[-1], block]
        kept = len(part)
        if len(both) < max(len(columns), len(block.columns)):
            end = _end(part, size)
            if end < kept and (len(both) == 1 or part[end].gap >= _WIDE * size):
                kept = end
        elif len(block.columns) > 1 and _is_heading(parts[-1], size):
            kept -= 2
        parts[-1:] = [part[:kept], part[kept:]] if kept < len(part) else [part]
        columns = _merged(chain.from_iterable(one.columns for one in parts[-1]), wide)
    return parts


def _end(part: Sequence[_Block], size: float) -> int:
    """Return how many blocks of a part stay above its last one.

    Headings and lone blocks between them go where the gap is less high, and headings beside each
    other with nothing below them do not stay alone.
    """
    texts = [
        index
        for index, one in enumerate(part[:-1])
        if len(one.columns) > 1 and not _are_headings(one, size)
    ]
    if not texts:
        lone = all(len(one.columns) == 1 for one in part[:-1])
        return len(part) - 1 if lone else len(part)
    return max(range(texts[-1] + 1, len(part)), key=lambda index: part[index].gap)


def _is_heading(part: Sequence[_Block], size: float) -> bool:
    """Tell whether columns end with a heading that stands alone: it is that of what follows."""
    lone = part[-1]
    columns = next((one.columns for one in part[-2::-1] if len(one.columns) > 1), None)
    if columns is None or len(lone.columns) > 1 or len(lone.slabs) > _HEADING:
        return False
    placed = lone.columns[0][0] < columns[0][1] or _in_the_middle(lone, columns, size)
    return placed and _are_headings(lone, size)


def _are_headings(block: _Block, size: float) -> bool:
    return all(_stands_out(slab, size) for slab in block.slabs)


def _stands_out(slab: Slab, size: float) -> bool:
    return isinstance(slab, Line) and (slab.bold or slab.size >= _LARGE * size)


def _is_foot(blocks: Sequence[_Block], size: float) -> bool:
    """Tell whether the last block is small print below the first column, well apart from it."""
    foot = blocks[-1]
    columns = next((one.columns for one in blocks[-2::-1] if len(one.columns) > 1), None)
    if columns is None or foot.gap < _WIDE * size or foot.columns[-1][1] >= columns[1][0]:
        return False
    return all(
        isinstance(slab, Line) and slab.size < _SMALL * size and not CAPTION.match(text_of(slab))
        for slab in foot.slabs
    )


def _rows_of_cards(blocks: Sequence[_Block], wide: float, size: float) -> list[list[_Block]]:
    """Return each row of cards by itself, where there is nothing but cards below their headings."""
    columns = _merged(chain.from_iterable(block.columns for block in blocks), wide)
    rows: list[list[_Block]] = []
    for block in blocks:
        if rows and _are_headings(rows[-1][-1], size) and block.gap < rows[-1][-1].gap:
            rows[-1].append(block)
        else:
            rows.append([block])
    cards = ([slab for block in row for slab in block.slabs] for row in rows)
    if all(len(row[0].columns) == len(columns) for row in rows) and all(map(_are_cards, cards)):
        return rows
    return []


def _are_cards(slabs: Sequence[Slab]) -> bool:
    """Tell whether slabs beside each other open with one heading each, and go on in plain text."""
    base = min(slab.base for slab in slabs)
    heads = [slab for slab in slabs if slab.base - base <= 0.3 * slab.size]
    texts = [slab for slab in slabs if slab.base - base > 0.3 * slab.size]
    if len(texts) < len(heads):
        return False
    size = median(slab.size for slab in texts)
    plain = sum(not _stands_out(slab, size) for slab in texts)
    return 2 * plain > len(texts) and all(_stands_out(slab, size) for slab in heads)
