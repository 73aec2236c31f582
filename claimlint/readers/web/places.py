"""Offsets into a text to lines and columns, and passages cut out of it with exact pieces."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from claimlint.document import Location, Part, Piece

_BREAK = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Span:
    """Code points `start` to `end` (excluded) of the source; `text` where it reads otherwise.

    With `text` the span is atomic: `&amp;` stands for `&` as a whole.
    """

    start: int
    end: int
    text: str | None = None


class SourceText:
    """A text with its lines. Lines and columns count from 1, columns in code points.

    Lines end at CR LF, LF or CR, as editors count them; form feeds end none.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = (0, *(found.end() for found in _BREAK.finditer(text)))

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of the code point at `offset`, from 1."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def cut(self, spans: Iterable[Span]) -> tuple[str, tuple[Piece, ...]]:
        """Return the text of `spans` one after the other, and its pieces.

        A span over several lines gives one piece a line; line breaks read as "\\n".
        """
        texts: list[str] = []
        pieces: list[Piece] = []
        length = 0
        for span in spans:
            for part in self._in_lines(span):
                text = self.text[part.start : part.end] if part.text is None else part.text
                if not text:
                    continue
                line, column = self.place(part.start)
                columns = part.end - part.start
                end = length + len(text)
                pieces.append(Piece(length, end, line, column, columns))
                texts.append(text)
                length = end
        return "".join(texts), tuple(pieces)

    def _in_lines(self, span: Span) -> Iterable[Span]:
        if span.text is not None:
            yield span
            return
        start = span.start
        for found in _BREAK.finditer(self.text, span.start, span.end):
            yield Span(start, found.start())
            yield Span(found.start(), found.end(), "\n")
            start = found.end()
        yield Span(start, span.end)


def location_of(
    pieces: tuple[Piece, ...],
    order: tuple[int, ...],
    *,
    part: Part = Part.BODY,
    suffix: str = "",
    hidden: str | None = None,
) -> Location:
    """Return the place of a passage that consists of `pieces`: "line 12", and columns."""
    if not pieces:
        return Location(label=f"line 1{suffix}", order=order, part=part, hidden=hidden)
    first, last = pieces[0], pieces[-1]
    line, end = first.line or 1, last.line or 1
    return Location(
        label=f"line {line}{suffix}",
        order=order,
        line=line,
        column=first.column,
        end_line=end,
        end_column=(last.column or 1) + (last.columns or 0),
        part=part,
        hidden=hidden,
    )
