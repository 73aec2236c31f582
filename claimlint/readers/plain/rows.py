"""Tables in plain text: lines whose fields are parted by tabs, upright bars or aligned spaces."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.document import TableCell
from claimlint.readers.plain.lines import Line
from claimlint.readers.tables import Heads
from claimlint.readers.text.places import Span, trimmed
from claimlint.regex import regex

Row = tuple[Span, ...]

_GUTTER = 2
_FEWEST, _TALLEST = 3, 500
_WIDE_GAP = regex(r"\S {2,}\S|^ {8,}\S")
_MARK = regex(r"\W?|\(?\w{1,3}[.)]|\d[\d.]*")
_DRAWN = regex(r"[-=:+ \t|]+\Z")


def rows_of(text: str, block: list[Line]) -> tuple[Row, ...]:
    """Return the rows of a block of lines, or none where it is no table.

    A table has at least two rows, and every line of it the same number of fields, two or more.
    """
    if len(block) < 2:
        return ()
    for mark in ("\t", "|"):
        if all(text.find(mark, line.start, line.end) >= 0 for line in block):
            rows = tuple(
                _fields(text, line, mark)
                for line in block
                if _DRAWN.match(text, line.start, line.end) is None
            )
            if len(rows) > 1 and len(rows[0]) > 1 and len({len(row) for row in rows}) == 1:
                return rows
    return _aligned(text, block)


def _aligned(text: str, block: list[Line]) -> tuple[Row, ...]:
    """Return the rows of lines whose fields stand under each other, parted by blank columns.

    A table has at least three rows, each with two fields or more; numbers or bullets before the
    words of a list are no column.
    """
    if not _FEWEST <= len(block) <= _TALLEST:
        return ()
    block = [line for line in block if _DRAWN.match(text, line.start, line.end) is None]
    lines = [text[line.start - line.indent : line.end] for line in block]
    if len(block) < _FEWEST or not all(map(_WIDE_GAP.search, lines)):
        return ()
    width = max(map(len, lines))
    blank = [all(line[at : at + 1] in ("", " ") for line in lines) for at in range(width)]
    edges = _columns(blank)
    rows = tuple(
        tuple(trimmed(text, *_within(line, left, right)) for left, right in edges) for line in block
    )
    filled = all(sum(field.start < field.end for field in row) > 1 for row in rows)
    listed = all(_MARK.fullmatch(text, row[0].start, row[0].end) for row in rows)
    return rows if len(edges) > 1 and filled and not listed else ()


def _columns(blank: list[bool]) -> list[tuple[int, int]]:
    """Return where columns start and end that are parted by two blank ones or more."""
    columns: list[tuple[int, int]] = []
    for at, empty in enumerate(blank):
        if empty:
            continue
        if columns and at - columns[-1][1] < _GUTTER:
            columns[-1] = (columns[-1][0], at + 1)
        else:
            columns.append((at, at + 1))
    return columns


def _within(line: Line, left: int, right: int) -> tuple[int, int]:
    first = line.start - line.indent
    return min(max(first + left, line.start), line.end), min(first + right, line.end)


def cells_of(text: str, rows: tuple[Row, ...], table: int) -> Iterator[tuple[Span, TableCell]]:
    """Yield the cells that hold something, row by row, with their heads."""
    heads = Heads(table)
    for spans in rows:
        heads.next_row()
        for column, span in enumerate(spans, start=1):
            if span.start < span.end:
                yield span, heads.of(column)
            heads.told(column, text[span.start : span.end])


def _fields(text: str, line: Line, mark: str) -> Row:
    start, end = line.start, line.end
    if mark == "|":
        start += text[start] == "|"
        end -= text[end - 1] == "|" and end - 1 > start
    fields = []
    while True:
        stop = text.find(mark, start, end)
        fields.append(trimmed(text, start, end if stop < 0 else stop))
        if stop < 0:
            return tuple(fields)
        start = stop + 1
