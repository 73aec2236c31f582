"""Words become lines: runs of words on one base line, with no wide gap between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimlint.boxes import Box
from claimlint.readers.pdf.glyphs import Word

WIDE = 1.0
"""A gap of this many ems may be a gutter."""
NEXT = (-1, 0, 1)
CLOSE = 0.1
"""Words nearer than this, with no space in the file, are one word in two looks."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words beside each other in reading order, and their hull in the frame of their direction."""

    words: tuple[Word, ...]
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    size: float
    bold: bool

    @property
    def characters(self) -> int:
        """How many characters the words have, spaces not counted."""
        return sum(len(word.text) for word in self.words)


def line_of(words: Sequence[Word]) -> Line:
    """Return the line that consists of `words`, which must not be empty."""
    ordered = sorted(words, key=lambda word: word.x0)
    style = ordered[0].style
    if all(word.style is style for word in ordered):
        return _line(ordered, ordered, round(style.size, 1), bold=style.bold)
    weight: Counter[float] = Counter()
    heavy = 0
    for word in ordered:
        weight[round(word.style.size, 1)] += len(word.text)
        heavy += len(word.text) if word.style.bold else 0
    size = max(weight, key=lambda value: (weight[value], value))
    main = [word for word in ordered if abs(word.style.size - size) < 0.1] or ordered
    return _line(ordered, main, size, bold=2 * heavy > sum(weight.values()))


def _line(ordered: Sequence[Word], main: Sequence[Word], size: float, *, bold: bool) -> Line:
    return Line(
        words=tuple(ordered),
        x0=ordered[0].x0,
        top=min(word.top for word in main),
        x1=max(word.x1 for word in ordered),
        bottom=max(word.bottom for word in main),
        base=main[0].base,
        size=size,
        bold=bold,
    )


def lines_of(words: Iterable[Word]) -> tuple[Line, ...]:
    """Return the lines of `words` of one direction, from top to bottom, then left to right.

    Words that follow each other in the file and on the page are joined first; what is left is
    joined by place. A gap of one em or more parts two lines, for it may be a gutter.
    """
    lines = [line_of(run) for run in _joined(_runs(words))]
    return tuple(sorted(lines, key=lambda line: (line.base, line.x0)))


def _runs(words: Iterable[Word]) -> list[list[Word]]:
    runs: list[list[Word]] = []
    seen: dict[str, set[tuple[int, int]]] = {}
    for word in words:
        if _again(word, seen):
            continue
        if runs and _follows(runs[-1][-1], word):
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _again(word: Word, seen: dict[str, set[tuple[int, int]]]) -> bool:
    """Tell whether the word was painted before at its place, as bold type or a shadow is made."""
    cell = max(1.0, 0.15 * word.style.size)
    column, row = int(word.x0 // cell), int(word.base // cell)
    places = seen.get(word.text)
    if places is None:
        seen[word.text] = {(column, row)}
        return False
    if any((column + dx, row + dy) in places for dx in NEXT for dy in NEXT):
        return True
    places.add((column, row))
    return False


def _follows(left: Word, right: Word) -> bool:
    size = max(left.style.size, right.style.size)
    gap = right.x0 - left.x1
    if abs(left.base - right.base) <= 0.15 * size:
        return -0.35 * size <= gap <= WIDE * min(left.style.size, right.style.size)
    return False


def _joined(runs: list[list[Word]]) -> list[list[Word]]:
    """Join runs that stand on one base line with no gutter between them."""
    ordered = sorted(runs, key=lambda run: run[0].base)
    rows: list[list[list[Word]]] = []
    for run in ordered:
        if rows and abs(rows[-1][0][0].base - run[0].base) <= 0.12 * run[0].style.size:
            rows[-1].append(run)
        else:
            rows.append([run])
    found: list[list[Word]] = []
    for row in rows:
        row.sort(key=lambda run: run[0].x0)
        found.append(list(row[0]))
        for run in row[1:]:
            if _follows(found[-1][-1], run[0]):
                found[-1].extend(run)
            else:
                found.append(list(run))
    return found


def text_of(line: Line) -> tuple[str, tuple[int, ...]]:
    """Return the text of a line and where each of its words starts in it."""
    text, starts = "", []
    for before, word in zip((None, *line.words), line.words, strict=False):
        if before is not None and not glued(before, word):
            text += " "
        starts.append(len(text))
        text += word.text
    return text, tuple(starts)


def glued(left: Word, right: Word) -> bool:
    """Tell whether two neighbours on a line have no space between them."""
    size = min(left.style.size, right.style.size)
    return not left.spaced and right.x0 - left.x1 <= CLOSE * size


def rows_of(lines: Iterable[Line]) -> list[list[Line]]:
    """Group lines that stand on one base line, from top to bottom, each from left to right."""
    ordered = sorted(lines, key=lambda line: line.base)
    rows: list[list[Line]] = []
    for line in ordered:
        size = min(line.size, rows[-1][0].size) if rows else 0.0
        if rows and abs(rows[-1][0].base - line.base) <= 0.3 * size:
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        row.sort(key=lambda line: line.x0)
    return rows


def hull_of(lines: Iterable[Line]) -> Box:
    """Return the hull of `lines`, which must not be empty, in their frame."""
    boxes = [(line.x0, line.top, line.x1, line.bottom) for line in lines]
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
