"""Offsets into a text to lines and columns, and passages cut out of it with exact pieces."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate

from msgspec import Struct

from claimlint.document import Location, Part, Piece
from claimlint.regex import regex

LINE_BREAK = regex(r"\r\n|\n|\r")


class Span(Struct, frozen=True):
    """Code points `start` to `end` (excluded) of the source; `text` where it reads otherwise.

    With `text` the span is atomic: `&amp;` stands for `&` as a whole.
    """

    start: int
    end: int
    text: str | None = None


def spans_of(
    text: str,
    place: tuple[int, int],
    escape: re.Pattern[str],
    meant: Callable[[re.Match[str]], str],
) -> Iterator[Span]:
    """Yield the spans of a stretch of text, each escape in it as what it is `meant` to be."""
    position, end = place
    for found in escape.finditer(text, position, end):
        if position < found.start():
            yield Span(position, found.start())
        yield Span(found.start(), found.end(), meant(found))
        position = found.end()
    if position < end:
        yield Span(position, end)


def trimmed(text: str, start: int, end: int) -> Span:
    """Return the span `start` to `end` of a text without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


class Frame(Struct, frozen=True):
    """How the places of one stretch of text are told.

    `order` comes before the running numbers; `after` goes behind "line 12" in labels.
    """

    order: tuple[int, ...] = ()
    part: Part = Part.BODY
    after: str = ""


class SourceText:
    """A text with its lines. Lines and columns count from 1, columns in code points.

    Lines end at CR LF, LF or CR, as editors count them; form feeds end none. `first_line` is the
    number of the first line, where the text is a part of a file. `cuts` are where something stands
    in the file that the text leaves out: the offsets, and how many code points of one line each.
    """

    def __init__(
        self, text: str, *, first_line: int = 1, cuts: tuple[tuple[int, int], ...] = ()
    ) -> None:
        self.text = text
        self._cuts = [at for at, _ in cuts]
        self._left_out = [0, *accumulate(length for _, length in cuts)]
        self._first = first_line
        # Numbers side by side: a file of nothing but line breaks has millions.
        self._starts = array("Q", (0,))
        self._starts.extend(found.end() for found in LINE_BREAK.finditer(text))

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of the code point at `offset`, from 1."""
        line = bisect_right(self._starts, offset)
        start = self._starts[line - 1]
        column = offset - start + 1
        if self._cuts:
            first, last = bisect_left(self._cuts, start), bisect_right(self._cuts, offset)
            column += self._left_out[last] - self._left_out[first]
        return line - 1 + self._first, column

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
                end = length + len(text)
                pieces.append(Piece(length, end, line, column, self._columns(part, line)))
                texts.append(text)
                length = end
        return "".join(texts), tuple(pieces)

    def _columns(self, span: Span, line: int) -> int:
        """Return the columns that a span takes in its first line, a line break included."""
        following = line - self._first + 1
        beyond = self._starts[following] if following < len(self._starts) else len(self.text)
        return min(span.end, beyond) - span.start

    def _in_lines(self, span: Span) -> Iterator[Span]:
        if span.text is not None:
            yield span
            return
        start = span.start
        for found in LINE_BREAK.finditer(self.text, span.start, span.end):
            yield from self._between_cuts(start, found.start())
            yield Span(found.start(), found.end(), "\n")
            start = found.end()
        yield from self._between_cuts(start, span.end)

    def _between_cuts(self, start: int, end: int) -> Iterator[Span]:
        first, last = bisect_right(self._cuts, start), bisect_left(self._cuts, end)
        for at in dict.fromkeys(self._cuts[first:last]):
            yield Span(start, at)
            start = at
        yield Span(start, end)

    def location(
        self,
        pieces: tuple[Piece, ...],
        frame: Frame,
        number: int,
        *,
        detail: str = "",
        hidden: str | None = None,
    ) -> Location:
        """Return the place of a passage made of `pieces`, which must not be empty.

        `number` sorts it inside the frame, `detail` follows "line 12" in the label.
        """
        first, last = pieces[0], pieces[-1]
        return Location(
            label=f"line {first.line}{frame.after}{detail}",
            order=(*frame.order, number),
            line=first.line,
            column=first.column,
            end_line=last.line,
            end_column=(last.column or 1) + (last.columns or 0),
            part=frame.part,
            hidden=hidden,
        )


class QuotedText(SourceText):
    """A text that stands in another one with some of its characters escaped; its places are there.

    `spans` are what it consists of, in the text around it.
    """

    def __init__(self, around: SourceText, spans: Iterable[Span]) -> None:
        self._around = around
        self._spans = tuple(spans)
        told = [
            around.text[span.start : span.end] if span.text is None else span.text
            for span in self._spans
        ]
        self._ends = tuple(accumulate(map(len, told)))
        super().__init__("".join(told))

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of the code point at `offset` in the text around."""
        return self._around.place(self._outside(offset).start)

    def _columns(self, span: Span, line: int) -> int:
        whole = Span(self._outside(span.start).start, self._outside(span.end - 1).end)
        return self._around._columns(whole, line)

    def _outside(self, offset: int) -> Span:
        """Return where the code point at `offset` stands in the text around."""
        index = min(bisect_right(self._ends, offset), len(self._ends) - 1)
        span = self._spans[index]
        if span.text is not None:
            return span
        at = span.start + offset - (self._ends[index - 1] if index else 0)
        return Span(at, at + 1)
