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
    overlap = min(left[3], right[3]) - max(left[1], right[1])
    return right[0] >= left[0] and overlap > 0.5 * min(left[3] - left[1], right[3] - right[1])
