"""Boxes around words on a page."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated, TypeAlias

from msgspec import Meta

Whole: TypeAlias = Annotated[int, Meta(gt=-(2**53), lt=2**53)]
"""A whole number that JSON can carry."""
Number: TypeAlias = Annotated[float, Meta(ge=-sys.float_info.max, le=sys.float_info.max)]
"""A number that is one, and finite."""
Box: TypeAlias = tuple[Number, Number, Number, Number]
"""Left, top, right, bottom in points; the origin is the page's top left corner."""


def hull(boxes: Sequence[Box]) -> Box:
    """Return the smallest box around `boxes`, which must not be empty."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def straight(box: Box) -> Box:
    """Return a box whose edges may have been told in any order."""
    left, top, right, bottom = box
    return min(left, right), min(top, bottom), max(left, right), max(top, bottom)


def common(one: Box, other: Box) -> Box:
    """Return what two boxes share; where they share nothing its edges stand in the wrong order."""
    left, top = max(one[0], other[0]), max(one[1], other[1])
    return left, top, min(one[2], other[2]), min(one[3], other[3])


def overlap(one: Box, other: Box, axis: int) -> float:
    """Return how far boxes overlap across the page (axis 0) or down (1); below 0, the gap."""
    return min(one[axis + 2], other[axis + 2]) - max(one[axis], other[axis])


def extent(box: Box, axis: int) -> float:
    """Return how wide (axis 0) or high (1) a box is."""
    return box[axis + 2] - box[axis]


def by_line(boxes: tuple[Box, ...]) -> tuple[Box, ...]:
    """Join the boxes of words that stand beside each other on one line of print."""
    lines: list[Box] = []
    for box in boxes:
        if lines and _same_line(lines[-1], box):
            lines[-1] = hull((lines[-1], box))
        else:
            lines.append(box)
    return tuple(lines)


def _same_line(left: Box, right: Box) -> bool:
    shared = overlap(left, right, 1)
    return right[0] >= left[0] and shared > 0.5 * min(extent(left, 1), extent(right, 1))
