"""In which order a person reads the shapes of a slide: rows from the top, cards one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from claimlint.values.boxes import Box, extent, hull, overlap

_SAME_ROW = 0.5
_ALIGNED = 0.05
"""A title stands so exactly over the body of its card, in widths of the body."""
_LOWER = 0.8
_CLOSE = 0.5
_GUTTER = 2.0
_CROWDED = 300
_T = TypeVar("_T")


def in_reading_order(items: Sequence[_T], box: Callable[[_T], Box | None]) -> list[_T]:
    """Return the items row by row from the top, and from left to right within a row.

    Items stand in one row if they overlap by half the height of the lower one; a title and the body
    of its card come together. Items without a place keep their order and come last.
    """
    placed = [(found, [item]) for item in items if (found := box(item)) is not None]
    rows: list[list[tuple[Box, list[_T]]]] = []
    for found, card in sorted(_cards(placed), key=lambda pair: (pair[0][1], pair[0][0])):
        if rows and _beside(rows[-1][0][0], found):
            rows[-1].append((found, card))
        else:
            rows.append([(found, card)])
    across = (card for row in rows for _, card in sorted(row, key=lambda pair: pair[0][0]))
    ordered = [item for card in across for item in card]
    return ordered + [item for item in items if box(item) is None]


def _cards(placed: list[tuple[Box, list[_T]]]) -> Iterator[tuple[Box, list[_T]]]:
    """Yield the items with their boxes, the title and the body of a card as one."""
    if len(placed) > _CROWDED:
        yield from placed
        return
    boxes = [found for found, _ in placed]
    bodies: dict[int, int] = {}
    for title, above in enumerate(boxes):
        below = [at for at, body in enumerate(boxes) if _heads(above, body)]
        if len(below) == 1 and below[0] not in bodies.values() and _parted(above, boxes):
            bodies[title] = below[0]
    for at, (found, card) in enumerate(placed):
        if at in bodies and bodies[at] not in bodies:
            body, more = placed[bodies[at]]
            yield hull((found, body)), card + more
        elif at not in bodies.values() or at in bodies:
            yield found, card


def _heads(title: Box, body: Box) -> bool:
    """Tell whether a box stands over a higher one of its width, close and exactly aligned."""
    high, wide = title[3] - title[1], body[2] - body[0]
    lower = 0 < high <= _LOWER * (body[3] - body[1])
    near = -_CLOSE * high <= body[1] - title[3] <= _CLOSE * high
    edges = max(abs(title[0] - body[0]), abs(title[2] - body[2]))
    return lower and near and edges <= _ALIGNED * wide


def _parted(title: Box, boxes: Sequence[Box]) -> bool:
    """Tell whether a box has others beside it, none of which touches it as cells of a grid do."""
    beside = [
        max(other[0] - title[2], title[0] - other[2])
        for other in boxes
        if other is not title and _beside(title, other)
    ]
    apart = [gap for gap in beside if gap > 0]
    return bool(apart) and min(apart) > _GUTTER


def _beside(first: Box, other: Box) -> bool:
    lower = min(extent(first, 1), extent(other, 1))
    if lower <= 0:
        return abs(first[1] - other[1]) < 1
    return overlap(first, other, 1) >= _SAME_ROW * lower
