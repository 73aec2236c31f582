"""The content of a Markdown block, without its marks, and where each character of it stands."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from claimlint.readers.text.places import Span

_BLANK = " \t"


class Content(Struct, frozen=True):
    """Text and, for each of its characters, the offset in the source."""

    text: str
    where: tuple[int, ...]

    def spans(self, start: int, end: int) -> Iterator[Span]:
        """Yield the spans of the source that the characters `start` to `end` are."""
        first = start
        for index in range(start + 1, end + 1):
            if index == end or self.where[index] != self.where[index - 1] + 1:
                yield Span(self.where[first], self.where[index - 1] + 1)
                first = index

    def lines(self, start: int, end: int, line_end: str) -> Iterator[Span]:
        """Yield the spans of several lines, their ends read as `line_end`."""
        while (stop := self.text.find("\n", start, end)) >= 0:
            yield from self.spans(start, stop)
            yield self.atomic(stop, stop + 1, line_end)
            start = stop + 1
        yield from self.spans(start, end)

    def atomic(self, start: int, end: int, text: str) -> Span:
        """Return the span of `start` to `end` that reads as `text`."""
        if not self.where:
            return Span(0, 0, text)
        first = self.where[min(start, len(self.where) - 1)]
        last = self.where[end - 1] + 1 if start < end else first
        return Span(first, max(first, last), text)


def content_of(text: str, lines: tuple[tuple[int, int], ...], content: str) -> Content:
    """Return the content of a paragraph or heading whose source is `lines` (start, end)."""
    where: list[int] = []
    for index, line in enumerate(content.split("\n")):
        if index:
            where.append(lines[min(index - 1, len(lines) - 1)][1])
        start, end = lines[min(index, len(lines) - 1)]
        # Tabs before the words may have become other white space than stands in the source.
        lead = len(line) - len(line.lstrip(_BLANK))
        first = _found(text, start, end, line[lead:]) - lead
        for offset in range(len(line)):
            where.append(min(max(first + offset, start), max(end - 1, start)))
    return Content(content, tuple(where))


def _found(text: str, start: int, end: int, line: str) -> int:
    """Return where a line without its marks stands: it is what its source line ends with."""
    last = end
    while last > start and text[last - 1] in _BLANK:
        last -= 1
    wanted = line.rstrip(_BLANK)
    first = last - len(wanted)
    if first >= start and text.startswith(wanted, first):
        return first
    return max(text.find(wanted, start, end), start)


def cells(text: str, start: int, end: int) -> Iterator[Content]:
    """Yield the contents of a table row's cells; an escaped bar reads as a bar.

    Source: GitHub Flavored Markdown, section 4.10 (tables).
    """
    while start < end and text[start] in " \t\f\v\r\n":
        start += 1
    while end > start and text[end - 1] in " \t\f\v\r\n":
        end -= 1
    cell: list[int] = []
    rows: list[list[int]] = []
    escaped = False
    for offset in range(start, end):
        if text[offset] == "|" and not escaped:
            rows.append(cell)
            cell = []
        else:
            if text[offset] == "|":
                cell.pop()
            cell.append(offset)
        escaped = text[offset] == "\\"
    rows.append(cell)
    if rows and not rows[0]:
        rows = rows[1:]
    if rows and not rows[-1]:
        rows = rows[:-1]
    for offsets in rows:
        yield _stripped(text, offsets)


def _stripped(text: str, offsets: list[int]) -> Content:
    first, last = 0, len(offsets)
    while first < last and text[offsets[first]].isspace():
        first += 1
    while last > first and text[offsets[last - 1]].isspace():
        last -= 1
    kept = tuple(offsets[first:last])
    return Content("".join(text[offset] for offset in kept), kept)
