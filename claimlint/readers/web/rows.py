"""Tables in plain text: lines whose fields are parted by tabs or upright bars."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.document import TableCell
from claimlint.readers.web.lines import Line
from claimlint.readers.web.places import Span, trimmed
from claimlint.regex import regex

Row = tuple[Span, ...]

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
    return ()


def cells_of(text: str, rows: tuple[Row, ...], table: int) -> Iterator[tuple[Span, TableCell]]:
    """Yield the cells that hold something, row by row, with their heads."""
    heads = [text[span.start : span.end] or None for span in rows[0]]
    for row, spans in enumerate(rows, start=1):
        side = text[spans[0].start : spans[0].end] or None
        for column, span in enumerate(spans, start=1):
            if span.start < span.end:
                yield (
                    span,
                    TableCell(
                        table=table,
                        row=row,
                        column=column,
                        column_head=heads[column - 1] if row > 1 else None,
                        row_head=side if column > 1 else None,
                    ),
                )


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
