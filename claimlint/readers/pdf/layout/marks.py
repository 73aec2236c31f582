"""Small marks find their line: superscripts, and bullets or numbers that hang in the margin."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from claimlint.readers.pdf.glyphs import Word
from claimlint.readers.pdf.layout.bullets import is_marker
from claimlint.readers.pdf.layout.lines import Line, line_of

_LONGEST = 8
"""A mark has no more characters than this."""
_HANGING = 5.0
"""A bullet hangs at most so many ems before its line."""
_REACH = 2.5
"""Lines further up or down than this many ems of the largest type are not looked at."""


def with_marks(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` with raised marks and hanging bullets put into the lines they belong to."""
    return _attached(_attached(lines, _beside), _after)


def _attached(lines: Sequence[Line], fits: Callable[[Line, Line], float | None]) -> list[Line]:
    ordered = sorted(lines, key=lambda line: line.base)
    bases = [line.base for line in ordered]
    reach = _REACH * max((line.size for line in ordered), default=0.0)
    grown: dict[int, list[Word]] = {}
    taken: set[int] = set()
    for mark in ordered:
        if len(mark.words) != 1 or mark.characters > _LONGEST or id(mark) in grown:
            continue
        first, last = bisect_left(bases, mark.base - reach), bisect_left(bases, mark.base + reach)
        near = [
            (away, index)
            for index in range(first, min(last, first + 400))
            if ordered[index] is not mark
            and id(ordered[index]) not in taken
            and (away := fits(mark, ordered[index])) is not None
        ]
        if near:
            host = ordered[min(near)[1]]
            grown.setdefault(id(host), list(host.words)).append(mark.words[0])
            taken.add(id(mark))
    kept = (line for line in ordered if id(line) not in taken)
    return [line_of(grown[id(line)]) if id(line) in grown else line for line in kept]


def _beside(mark: Line, line: Line) -> float | None:
    """Return how far a mark in smaller type is from a line that it stands beside or inside."""
    if line.size < 1.15 * mark.size or mark.characters > 4:
        return None
    raised = line.base - mark.base
    if not -0.35 * line.size <= raised <= 0.75 * line.size:
        return None
    if mark.x1 < line.x0 - 0.5 * line.size or mark.x0 > line.x1 + 0.35 * line.size:
        return None
    return abs(raised)


def _after(mark: Line, line: Line) -> float | None:
    """Return how far a line is to the right of the bullet or number that hangs before it."""
    if not is_marker(mark.words[0]) or is_marker(line.words[0]):
        return None
    gap = line.x0 - mark.x1
    if not -0.2 * line.size <= gap <= _HANGING * line.size:
        return None
    if abs(mark.base - line.base) > 0.45 * max(line.size, mark.size):
        return None
    return gap
