"""Bullets that are painted as small shapes, as browsers do, become words of their lines."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from claimlint.readers.pdf.drawn.drawing import Area
from claimlint.readers.pdf.glyphs import Word
from claimlint.readers.pdf.layout.bullets import is_marker
from claimlint.readers.pdf.layout.lines import Line, line_of
from claimlint.values.boxes import Box

_LEAST, _MOST = 0.12, 0.6
"""A bullet is so many ems wide and high, and about as wide as high."""
_HANGING = 2.5
_LARGEST = 60.0


def with_painted_bullets(lines: Sequence[Line], areas: Iterable[Area]) -> list[Line]:
    """Return the lines, those behind a painted bullet with it as their first word."""
    small = sorted(
        ((box[1] + box[3]) / 2, box) for area in areas if _is_dot(box := area.box, _LARGEST)
    )
    if not small:
        return list(lines)
    middles = [middle for middle, _ in small]
    found: list[Line] = []
    for line in lines:
        near = small[bisect_left(middles, line.top) : bisect_left(middles, line.bottom)]
        boxes = [box for _, box in near if _opens(box, line)]
        if boxes and not is_marker(line.words[0]):
            line = line_of([_bullet(max(boxes, key=lambda box: box[2]), line), *line.words])
        found.append(line)
    return found


def _is_dot(box: Box, size: float) -> bool:
    wide, high = box[2] - box[0], box[3] - box[1]
    return 0 < max(wide, high) <= _MOST * size and min(wide, high) >= max(wide, high) / 2


def _opens(box: Box, line: Line) -> bool:
    large = max(box[2] - box[0], box[3] - box[1]) >= _LEAST * line.size
    return large and _is_dot(box, line.size) and 0 <= line.x0 - box[2] <= _HANGING * line.size


def _bullet(box: Box, line: Line) -> Word:
    left, top, right, bottom = box
    return Word(
        text="•",
        box=box,
        x0=left,
        top=top,
        x1=right,
        bottom=bottom,
        base=line.base,
        style=line.words[0].style,
        turn=0,
        spaced=True,
    )
