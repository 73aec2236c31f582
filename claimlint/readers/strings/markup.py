"""Strings of a catalogue that hold HTML: its tags are left out, its references read."""

from __future__ import annotations

import html
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from claimlint.readers.text.places import Span
from claimlint.regex import regex

_MARKUP = regex(
    r"(?P<tag></?(?P<name>[A-Za-z][\w:.-]{0,40}|\d{1,3})(?:\s[^<>]{0,500})?/?>)"
    r"|&(?:[A-Za-z]{2,31}|#\d{1,7}|#[xX][\da-fA-F]{1,6});"
)
_PARTING = frozenset("br p div li ul ol td th tr h1 h2 h3 h4 h5 h6".split())
"""Tags that part words which no white space parts."""


def shown(text: str, spans: Sequence[Span]) -> Sequence[Span]:
    """Return the spans of a string as a page shows it; `<0>` of placeholders is a tag, too."""
    string = _String(text, spans)
    if "<" not in string.words and "&" not in string.words:
        return spans
    return tuple(_shown(string))


def _shown(string: _String) -> Iterator[Span]:
    last = 0
    for found in _MARKUP.finditer(string.words):
        yield from string.between(last, found.start())
        last = found.end()
        parting = " " if (found["name"] or "").lower() in _PARTING else ""
        read = parting if found["tag"] else html.unescape(found.group())
        where = tuple(string.between(found.start(), last))
        yield Span(where[0].start, where[-1].end, read)
    yield from string.between(last, len(string.words))


class _String:
    """The words of a string, and which spans of the source they are."""

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        told = [text[one.start : one.end] if one.text is None else one.text for one in spans]
        self.words = "".join(told)
        self._spans = spans
        self._ends = tuple(accumulate(map(len, told)))

    def between(self, start: int, end: int) -> Iterator[Span]:
        """Yield the spans of the characters `start` to `end`."""
        for index in range(bisect_right(self._ends, start), len(self._spans)):
            span = self._spans[index]
            place = self._ends[index - 1] if index else 0
            if place >= end:
                return
            first, last = max(start - place, 0), min(end, self._ends[index]) - place
            if span.text is None:
                yield Span(span.start + first, span.start + last)
            else:
                yield Span(span.start, span.end, span.text[first:last])
