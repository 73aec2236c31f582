"""Lines become paragraphs: wrapped lines are joined, everything else starts anew."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from msgspec import Struct

from claimlint.readers.figures import is_figure
from claimlint.readers.pdf.geometry import grouped
from claimlint.readers.pdf.layout.bullets import is_drawn, is_numbered, is_section, may_open
from claimlint.readers.pdf.layout.lines import Line, line_of, rows_of, text_of
from claimlint.regex import regex

_PITCH = 1.3
_GLUED = regex(r"\d{1,2}\.(?:\d{1,2}\.?){0,4}(?=[A-Z][a-z])|(?:\d{1,2}\.){2,5}(?=A$)")
"""The number of a clause that touches its first word: "4.1.Supplier"."""


class Paragraph(Struct, frozen=True):
    """Lines that belong together; `bullet` says what its first line opens with."""

    lines: tuple[Line, ...]
    bullet: str | None = None

    @property
    def size(self) -> float:
        """Size of the type of its first line, in points."""
        return self.lines[0].size

    @property
    def characters(self) -> int:
        """How many characters its words have."""
        return sum(line.characters for line in self.lines)


def paragraphs_of(lines: Sequence[Line]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of the lines of one column, one at least, from top to bottom."""
    rows = [_number_parted(merged(row)) for row in rows_of(lines)]
    right = _right_edge(rows)
    pitches = _pitches(rows)
    found = grouped(
        rows, lambda group, line: _continues(group, line, right, pitches.get(line.size, _PITCH))
    )
    return tuple(Paragraph(tuple(group), bullet_of(group[0])) for group in _figures(found))


def _figures(groups: Sequence[list[Line]]) -> list[list[Line]]:
    """Join a large figure ("98%") with the words below it that say what it counts."""
    joined: list[list[Line]] = []
    for group in groups:
        before = joined[-1] if joined else None
        if before is not None and len(before) == 1 and _figure_of(before[0], group):
            before.extend(group)
        else:
            joined.append(list(group))
    return joined


def _figure_of(figure: Line, group: Sequence[Line]) -> bool:
    if not is_figure(text_of(figure)) or figure.size < 1.4 * group[0].size:
        return False
    below = group[0].base - figure.base <= 1.5 * figure.size
    return below and sum(line.characters for line in group) <= 120 and not bullet_of(group[0])


def merged(row: Sequence[Line]) -> Line:
    """Return the pieces of one row of a column as one line."""
    if len(row) == 1:
        return row[0]
    return line_of([word for line in row for word in line.words])


def _number_parted(line: Line) -> Line:
    """Return a line whose clause number, printed close to the first word, is a word of its own."""
    number = _GLUED.match(line.opens) if line.opens[:1].isdecimal() else None
    if number is None:
        return line
    first, *others = line.words
    middle = first.x0 + (first.x1 - first.x0) * number.end() / len(first.text)
    left, top, right, bottom = first.box
    number_word = first._replace(
        text=number[0], x1=middle, box=(left, top, middle, bottom), spaced=True
    )
    word = first._replace(
        text=first.text[number.end() :], x0=middle, box=(middle, top, right, bottom)
    )
    return line_of([number_word, word, *others]) if first.turn == 0 else line


def _right_edge(lines: Sequence[Line]) -> float:
    edges = sorted(line.x1 for line in lines)
    return edges[int(0.9 * (len(edges) - 1))]


def _pitches(lines: Sequence[Line]) -> dict[float, float]:
    """Return the usual distance of base lines inside a paragraph, in ems, for each size of type.

    Paragraphs stand further apart than their lines: a quarter of the distances is enough to tell.
    """
    steps: dict[float, list[float]] = {}
    for earlier, later in itertools.pairwise(lines):
        step = (later.base - earlier.base) / later.size if later.size else 0.0
        if 0.8 <= step <= 2.2 and earlier.size == later.size:
            steps.setdefault(later.size, []).append(step)
    return {size: sorted(found)[len(found) // 4] for size, found in steps.items()}


def bullet_of(line: Line) -> str | None:
    """Return what a list item opens with ("•", "1.", "(a)"), or None."""
    if not may_open(line.opens) or len(line.words) < 2:
        return None
    first = line.words[0]
    return first.text if is_drawn(first) or is_numbered(first) else None


def _continues(group: Sequence[Line], line: Line, right: float, pitch: float) -> bool:
    """Tell whether `line` carries on the paragraph of `group`."""
    before, first = group[-1], group[0]
    if not _same_type(before, line) or (_opens(line) and not _amid(group, line, right)):
        return False
    step = (line.base - before.base) / line.size
    if not 0.5 <= step <= max(pitch * 1.25, pitch + 0.25):
        return False
    if before.ends.endswith("-") or (line.opens[:1].islower() and before.ends[-1] not in ".!?:;"):
        return True
    if bullet_of(first):
        return _hangs(group, line, right)
    if _centred(before, line):
        # Lines around one middle have room on both sides.
        return _no_room(2 * right - before.x0 - before.x1, before, line)
    if line.x0 > before.x0 + 0.9 * line.size and not _under_clause(group, line):
        return False
    return _full(before, line, right)


def _hangs(group: Sequence[Line], line: Line, right: float) -> bool:
    """Tell whether a line carries on a list item: under its text, or back under its bullet."""
    before, first = group[-1], group[0]
    if len(group) > 1 and abs(line.x0 - group[1].x0) > 0.6 * line.size:
        return False
    full = _full(before, line, right)
    if abs(line.x0 - first.words[1].x0) <= 0.6 * line.size:
        return full or before.ends[-1] not in ".!?"
    return full and abs(line.x0 - first.x0) <= 0.3 * line.size


def opens_section(line: Line) -> bool:
    """Tell whether a line opens with the number of a clause ("7.2 Term"), not with a figure."""
    if not line.opens[:1].isdecimal() or len(line.words) < 2 or not is_section(line.words[0]):
        return False
    return line.words[1].text.lstrip("“\"'(")[:1].isupper()


def _under_clause(group: Sequence[Line], line: Line) -> bool:
    """Tell whether a line stands below the words of a clause whose number hangs to the left."""
    first = group[0]
    hanging = len(group) == 1 and opens_section(first)
    return hanging and abs(line.x0 - first.words[1].x0) <= 0.6 * line.size


def _opens(line: Line) -> bool:
    return bullet_of(line) is not None or opens_section(line)


def _amid(group: Sequence[Line], line: Line, right: float) -> bool:
    """Tell whether the number that a line opens with is a figure in the middle of a sentence."""
    before = group[-1]
    if is_drawn(line.words[0]) or _opens(group[0]) or before.ends[-1] in ".,;:!?":
        return False
    return _full(before, line, right) and abs(line.x0 - before.x0) <= 0.3 * line.size


def _same_type(before: Line, line: Line) -> bool:
    if abs(before.size - line.size) > 0.1 * max(before.size, line.size):
        return False
    return before.bold == line.bold or before.words[-1].style.bold == line.words[0].style.bold


def _full(before: Line, line: Line, right: float) -> bool:
    """Tell whether the next line's first word would not have fitted on the line before."""
    return _no_room(right - before.x0, before, line)


def _centred(before: Line, line: Line) -> bool:
    middle = abs((before.x0 + before.x1) - (line.x0 + line.x1)) / 2
    return middle < 0.5 * line.size and abs(before.x0 - line.x0) > 0.8 * line.size


def _no_room(width: float, before: Line, line: Line) -> bool:
    left = width - (before.x1 - before.x0)
    return left < line.opening + 0.35 * line.size + 0.12 * width
