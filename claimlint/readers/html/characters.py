"""Character references and white space of HTML, as spans that keep their places."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.entities import html5

from claimlint.readers.html.tokens import Open
from claimlint.readers.text.places import Span
from claimlint.regex import regex

_REFERENCE = regex(r"&(?:#(?:[0-9]{1,8}|[xX][0-9a-fA-F]{1,8});?|([A-Za-z][A-Za-z0-9]{1,31});?)")
_SPECIAL = regex(r"[\t\n\f\r][ \t\n\f\r]*| [ \t\n\f\r]+|" + _REFERENCE.pattern)


def spans_of(text: str, start: int, end: int, *, keep_space: bool = False) -> Iterator[Span]:
    """Yield the spans of HTML text: references read as their characters, white space as one space.

    With `keep_space` white space stays as it stands.
    """
    pattern = _REFERENCE if keep_space else _SPECIAL
    position = start
    for found in pattern.finditer(text, start, end):
        spans = _read(text, found)
        if spans is None:
            continue
        if position < found.start():
            yield Span(position, found.start())
        yield spans
        position = spans.end
    if position < end:
        yield Span(position, end)


def attribute(text: str, token: Open, name: str) -> str:
    """Return an attribute's value, its references read; nothing where it is absent."""
    value = token.attributes.get(name)
    return "" if value is None else html.unescape(text[value.start : value.end])


def _read(text: str, found: re.Match[str]) -> Span | None:
    """Return the span of a match, or None where "&" is only a sign."""
    start, end = found.span()
    if text[start] != "&":
        return Span(start, end, " ")
    name = found.group(1)
    if name is None:
        return Span(start, end, html.unescape(found.group()))
    whole = text[start + 1 : end]
    if whole in html5:
        return Span(start, end, html5[whole])
    for length in range(len(name), 1, -1):
        if name[:length] in html5:
            return Span(start, start + 1 + length, html5[name[:length]])
    return None
