"""Boxes around words on a page."""

from __future__ import annotations

from collections.abc import Sequence

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points; the origin is the page's top left corner."""


def hull(boxes: Sequence[Box]) -> Box:
    """Return the smallest box around `boxes`, which must not be empty."""
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


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
