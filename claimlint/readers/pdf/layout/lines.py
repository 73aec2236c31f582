"""Words become lines: runs of words on one base line, with no wide gap between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import TypeAlias, TypeVar

from msgspec import Struct

from claimlint.readers.pdf.geometry import grouped
from claimlint.readers.pdf.glyphs import Word
from claimlint.readers.pdf.words.packed import BACK, WIDE, Packed, Stretch
from claimlint.readers.pdf.words.painted import Painted

CLOSE = 0.1
"""Words nearer than this, with no space in the file, are one word in two looks."""


class Line(Struct, frozen=True):
    """Words beside each other in reading order, and their hull in the frame of their direction."""

    words: tuple[Word, ...] | Packed
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
        if isinstance(self.words, Packed):
            return self.words.characters
        return sum(len(word.text) for word in self.words)

    @property
    def opens(self) -> str:
        """The text of its first word."""
        return self.words.texts[0] if isinstance(self.words, Packed) else self.words[0].text

    @property
    def ends(self) -> str:
        """The text of its last word."""
        return self.words.texts[-1] if isinstance(self.words, Packed) else self.words[-1].text

    @property
    def opening(self) -> float:
        """How wide its first word is."""
        if isinstance(self.words, Packed):
            return self.words.opening
        return self.words[0].x1 - self.words[0].x0

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """What it consists of."""
        return (self.words,) if isinstance(self.words, Packed) else self.words


_Piece = TypeVar("_Piece", Word, Line)


def line_of(words: Sequence[Word] | Packed) -> Line:
    """Return the line that consists of `words`, which must not be empty."""
    if isinstance(words, Packed):
        return _line_of_packed(words)
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


def _line_of_packed(words: Packed) -> Line:
    style = words.style
    return Line(
        words=words,
        x0=words.x0,
        top=words.top,
        x1=words.box[2],
        bottom=words.bottom,
        base=words.base,
        size=round(style.size, 1),
        bold=style.bold,
    )


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


def lines_of(words: Iterable[Stretch]) -> tuple[Line, ...]:
    """Return the lines of `words` of one direction, from top to bottom, then left to right.

    Words that follow each other in the file and on the page are joined first; what is left is
    joined by place. A gap of one em or more parts two lines, for it may be a gutter.
    """
    lines = [line_of(run) for run in _joined(_runs(words))]
    return tuple(sorted(lines, key=lambda line: (line.base, line.x0)))


_Run: TypeAlias = list[Word] | Packed


def _runs(stretches: Iterable[Stretch]) -> list[_Run]:
    runs: list[_Run] = []
    painted = Painted()
    for one in stretches:
        if isinstance(one, Packed):
            if painted.takes(one):
                _add(runs, one)
                continue
            words: Iterable[Word] = one
        else:
            words = (one,)
        for word in words:
            if not painted.again(word):
                _add(runs, [word])
    return runs


def _add(runs: list[_Run], run: _Run) -> None:
    """Add a run to those before, or to the last of them where it follows that."""
    if runs and _level(runs[-1], run) and _follows(runs[-1][-1], run[0]):
        runs[-1] = _both(runs[-1], run)
    else:
        runs.append(run)


def _level(before: _Run, after: _Run) -> bool:
    """Tell whether the end of one run and the start of another stand on one base line."""
    left = before if isinstance(before, Packed) else before[-1]
    right = after if isinstance(after, Packed) else after[0]
    return abs(left.base - right.base) <= 0.15 * max(left.style.size, right.style.size)


def _both(before: _Run, after: _Run) -> list[Word]:
    words = before if isinstance(before, list) else list(before)
    words.extend(after)
    return words


def _follows(left: Word, right: Word) -> bool:
    """Tell whether a word on the base line of another follows it."""
    one, other = left.style.size, right.style.size
    return BACK * max(one, other) <= right.x0 - left.x1 <= WIDE * min(one, other)


def _joined(runs: list[_Run]) -> list[_Run]:
    """Join runs that stand on one base line with no gutter between them."""
    opened = ((run if isinstance(run, Packed) else run[0], run) for run in runs)
    ordered = sorted(opened, key=lambda pair: pair[0].base)
    found: list[_Run] = []
    for row in grouped(ordered, _on_one_base):
        if len(row) > 1:
            row.sort(key=lambda pair: pair[0].x0)
        found.append(row[0][1])
        for _, run in row[1:]:
            _add(found, run)
    return found


def _on_one_base(row: list[tuple[Stretch, _Run]], other: tuple[Stretch, _Run]) -> bool:
    return abs(row[0][0].base - other[0].base) <= 0.12 * other[0].style.size


def text_of(line: Line) -> str:
    """Return the text of a line."""
    if isinstance(line.words, Packed):
        return line.words.text
    text = line.words[0].text
    for before, word in pairwise(line.words):
        text += word.text if glued(before, word) else f" {word.text}"
    return text


def glued(left: Word, right: Word) -> bool:
    """Tell whether two neighbours on a line have no space between them."""
    size = min(left.style.size, right.style.size)
    return not left.spaced and right.x0 - left.x1 <= CLOSE * size


def rows_of(lines: Iterable[Line]) -> list[list[Line]]:
    """Group lines that stand on one base line, from top to bottom, each from left to right."""
    ordered = sorted(lines, key=lambda line: line.base)
    rows = grouped(
        ordered, lambda row, one: abs(row[0].base - one.base) <= 0.3 * min(one.size, row[0].size)
    )
    return [sorted(row, key=lambda line: line.x0) for row in rows]


def columns_of(
    pieces: Iterable[_Piece], gutter: Callable[[_Piece], float]
) -> list[tuple[float, float]]:
    """Return left and right edges of columns, with clean gutters as wide as `gutter` asks."""
    columns: list[tuple[float, float]] = []
    for piece in sorted(pieces, key=lambda piece: piece.x0):
        if columns and piece.x0 - columns[-1][1] < gutter(piece):
            columns[-1] = (columns[-1][0], max(columns[-1][1], piece.x1))
        else:
            columns.append((piece.x0, piece.x1))
    return columns
