"""Texts in JSON-LD: the values that are sentences, each with its place in the page.

Values may hold HTML (the answers of an FAQ): its tags are left out, its references read.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from claimlint.readers.html.elements import BLOCKS
from claimlint.readers.text.places import Span, spans_of
from claimlint.regex import regex

_TEXT = regex(r'"([^"\\]*(?:\\.[^"\\]*)*)"', re.DOTALL)
_COLON = regex(r"\s*:")
_ESCAPE = regex(
    r"\\(?:u([0-9a-fA-F]{4})(?:\\u([dD][c-fC-F][0-9a-fA-F]{2}))?|(.))"
    r"|<(?:\\?/)?([a-zA-Z][a-zA-Z0-9]{0,9})\b[^<>]{0,300}>|(&#?[a-zA-Z0-9]{2,9};)",
    re.DOTALL,
)
_SIGNS = {"n": "\n", "r": "\n", "t": " ", "b": " ", "f": " "}


def values(text: str, start: int, end: int) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Yield the values of two words or more, in order, each behind its key.

    Keys, addresses and numbers are left out. The JSON need not be whole: the texts in it are read
    as they come.
    """
    key = ""
    position = start
    while True:
        position = text.find('"', position, end)
        found = _TEXT.match(text, position, end) if position >= 0 else None
        if found is None:
            return
        position = found.end()
        inner = found.group(1)
        if _COLON.match(text, position, end):
            key = inner[:40]
        elif not key.startswith("@") and len(inner.split(maxsplit=1)) > 1:
            yield key, tuple(spans_of(text, found.span(1), _ESCAPE, _meant))


def _meant(found: re.Match[str]) -> str:
    high, low, sign, tag, reference = found.groups()
    if reference is not None:
        return html.unescape(reference)
    if tag is not None:
        return "\n" if tag.lower() in BLOCKS or tag.lower() == "br" else ""
    if high is None:
        return _SIGNS.get(sign, sign)
    code = int(high, 16)
    if low is not None and 0xD800 <= code < 0xDC00:
        return chr(0x10000 + ((code - 0xD800) << 10) + (int(low, 16) - 0xDC00))
    first = "\ufffd" if 0xD800 <= code < 0xE000 else chr(code)
    return first + ("" if low is None else "\ufffd")
