"""Where the numbers of marks stand on the picture of a page."""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.reports.html.model import Mark, Pin

_RADIUS = 6.5
_USUAL_WIDTH = 600.0


def radius(width: float) -> float:
    """Return the radius of a number on a page of that width: larger where the page is shrunk."""
    return round(_RADIUS * max(1.0, width / _USUAL_WIDTH), 2)


def pins(marks: Sequence[Mark], size: float) -> tuple[Pin, ...]:
    """Return the marks with their numbers at the corner of their first words.

    Numbers have the radius `size`; none stands over another.
    """
    found: list[Pin] = []
    for mark in marks:
        left, top = mark.boxes[0][:2]
        home = max(left - size / 2, size)
        x, y = home, max(top - 1.0, size)
        while mark.main and (over := _over(found, x, y, size)) is not None:
            if x > over.x - 2 * size >= size:
                x = over.x - 2 * size
            else:
                x, y = home, over.y + 2 * size
        found.append(Pin(mark, round(x, 2), round(y, 2)))
    return tuple(found)


def _over(found: Sequence[Pin], x: float, y: float, size: float) -> Pin | None:
    near = 2 * size - 0.5
    return next(
        (p for p in found if p.mark.main and abs(p.x - x) < near and abs(p.y - y) < near), None
    )
