"""Where the numbers of marks stand on the picture of a page."""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.reports.html.model import Mark, Pin

RADIUS = 6.5


def pins(marks: Sequence[Mark]) -> tuple[Pin, ...]:
    """Return the marks with their numbers at the corner of their first words, none over another."""
    found: list[Pin] = []
    for mark in marks:
        left, top = mark.boxes[0][:2]
        x, y = max(left - RADIUS / 2, RADIUS), max(top - 1.0, RADIUS)
        while mark.main and (over := _over(found, x, y)) is not None:
            if x > over.x - 2 * RADIUS >= RADIUS:
                x = over.x - 2 * RADIUS
            else:
                x, y = max(left - RADIUS / 2, RADIUS), over.y + 2 * RADIUS
        found.append(Pin(mark, round(x, 2), round(y, 2)))
    return tuple(found)


def _over(found: Sequence[Pin], x: float, y: float) -> Pin | None:
    near = 2 * RADIUS - 0.5
    return next(
        (p for p in found if p.mark.main and abs(p.x - x) < near and abs(p.y - y) < near), None
    )
