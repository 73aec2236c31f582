"""Glyphs in the order of the file become words, each with its place on the displayed page."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from math import cos, radians, sin
from typing import TypeAlias

from claimlint.readers.pdf.geometry import Sheet, median
from claimlint.readers.pdf.glyphs import Glyph, Style, Word

GAP = 0.2
"""A gap of this many ems parts two words."""
MADE_GAP = 0.08
"""The same where the library, too, sees a space."""
ASCENT, DESCENT = 0.78, 0.22
TRACKED = 0.08
"""Letter-spaced text has at least this gap between its letters."""


def words_of(glyphs: Iterable[Glyph], sheet: Sheet) -> Iterator[Word]:
    """Yield the words of `glyphs`; spaces end words, and so do gaps and jumps."""
    for strip in _strips(glyphs):
        yield from _words_of_strip(strip, sheet)


_Run: TypeAlias = list[tuple[Glyph, float, float, bool]]
"""Glyphs of one style on one base line: glyph, start and end on it, space seen before it."""


def _strips(glyphs: Iterable[Glyph]) -> Iterator[_Run]:
    run: _Run = []
    style: Style | None = None
    base = end = 0.0
    across, up = 1.0, 0.0
    space = False
    for glyph in glyphs:
        if glyph.text.isspace():
            if glyph.made:
                space = bool(run)
            elif run:
                run.append((glyph, end, end, False))
            continue
        if glyph.style is not style:
            across, up = _direction(glyph.style.angle)
        start = glyph.x * across + glyph.y * up
        line = glyph.y * across - glyph.x * up
        size = glyph.style.size
        same = style is not None and alike(style, glyph.style)
        if not same or not carries_on(line - base, start - end, size):
            if run:
                yield run
            run, base, space = [], line, False
        style = glyph.style
        end = start + _advance(glyph, across, up)
        run.append((glyph, start, end, space))
        space = False
    if run:
        yield run


def carries_on(raised: float, gap: float, size: float) -> bool:
    """Tell whether a glyph so much above the base line and after a gap carries on a strip."""
    return abs(raised) <= 0.12 * size and -0.6 * size < gap < 3 * size


def alike(one: Style, other: Style) -> bool:
    """Tell whether two styles may share a word."""
    return one is other or (
        one.angle == other.angle
        and abs(one.size - other.size) <= 0.08 * one.size
        and one.mode == other.mode
        and one.fill == other.fill
    )


def _direction(angle: float) -> tuple[float, float]:
    quarter = round(angle / 90)
    if abs(angle - 90 * quarter) < 3:
        return ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))[quarter % 4]
    return cos(radians(angle)), sin(radians(angle))


def _advance(glyph: Glyph, across: float, up: float) -> float:
    """Return how far the glyph reaches along its base line."""
    if up == 0:
        return glyph.right - glyph.x if across > 0 else glyph.x - glyph.left
    if across == 0:
        return glyph.top - glyph.y if up > 0 else glyph.y - glyph.bottom
    height = glyph.style.size
    if abs(across) > abs(up):
        width = (glyph.right - glyph.left - height * abs(up)) / abs(across)
    else:
        width = (glyph.top - glyph.bottom - height * abs(across)) / abs(up)
    return min(max(width, 0.1 * height), 1.2 * height)


def _words_of_strip(run: _Run, sheet: Sheet) -> Iterator[Word]:
    size = run[0][0].style.size
    tracking = _tracking(run)
    word: _Run = []
    for item in run:
        glyph, start, _, space = item
        if glyph.text.isspace():
            if word:
                yield _word(word, sheet, spaced=True)
                word = []
            continue
        if word:
            gap = start - word[-1][2]
            if gap - tracking > (MADE_GAP if space else GAP) * size:
                yield _word(word, sheet, spaced=True)
                word = []
        word.append(item)
    if word:
        yield _word(word, sheet, spaced=False)


def _tracking(run: _Run) -> float:
    """Return how far the letters of a run stand apart, 0 where that is no more than usual."""
    size = run[0][0].style.size
    gaps = [
        later[1] - earlier[2]
        for earlier, later in itertools.pairwise(run)
        if not (earlier[0].text.isspace() or later[0].text.isspace())
    ]
    usual = median(gaps) if len(gaps) >= 3 else 0.0
    return usual if usual > TRACKED * size else 0.0


def _word(run: _Run, sheet: Sheet, *, spaced: bool) -> Word:
    style = run[0][0].style
    across, up = _direction(style.angle)
    start, end = run[0][1], max(item[2] for item in run)
    line = run[0][0].y * across - run[0][0].x * up
    low, high = line - DESCENT * style.size, line + ASCENT * style.size
    box = sheet.shown(*_hull(start, low, max(end, start + 0.1), high, across, up))
    turn = round(style.angle - sheet.rotation) % 360
    if turn == 0:
        x0, top, x1, bottom = box
        base = bottom - DESCENT * style.size
    else:
        x0, top, x1, bottom, base = start, -high, max(end, start + 0.1), -low, -line
    return Word(
        text="".join(item[0].text for item in run),
        box=box,
        x0=x0,
        top=top,
        x1=x1,
        bottom=bottom,
        base=base,
        style=style,
        turn=turn,
        spaced=spaced,
        unmapped=sum(item[0].unmapped for item in run),
    )


def _hull(
    start: float, low: float, end: float, high: float, across: float, up: float
) -> tuple[float, float, float, float]:
    """Turn a box along the base line back into PDF coordinates."""
    xs = [u * across - v * up for u in (start, end) for v in (low, high)]
    ys = [u * up + v * across for u in (start, end) for v in (low, high)]
    return min(xs), min(ys), max(xs), max(ys)
