"""HTML to tags, text and comments, each with its offsets; in one pass, whatever the input.

The standard library's parser is not used: it goes over the rest of the text again for every tag
or comment that is never closed (64 KB of `<a x ` take it 47 seconds), does not say where an
attribute's value stands, and reads broken markup differently from one Python to the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from claimlint.readers.text.places import Span
from claimlint.regex import regex

_NAME = regex(r"[A-Za-z][^\s/>]*")
_ATTRIBUTE = regex(r"[^\s/>=][^\s/>=]*|=[^\s/>=]*")
_GAP = regex(r"[\s/]*")
_SPACE = regex(r"\s*")
_BARE = regex(r"[^\s>]*")
_COMMENT_END = regex(r"--!?>")
_RAW = frozenset(("script", "style", "textarea", "title", "xmp", "noembed", "noframes"))
_MOST_ATTRIBUTES = 200


class Text(Struct, frozen=True):
    """Characters between tags. `raw` names the element whose content is no markup."""

    start: int
    end: int
    raw: str = ""


class Open(Struct, frozen=True):
    """A start tag, and where the values of its attributes stand, quotes excluded.

    `name` and the attributes' names are in lower case; the first of two counts.
    """

    start: int
    end: int
    name: str
    attributes: dict[str, Span]
    closed: bool = False


class Close(Struct, frozen=True):
    """An end tag."""

    start: int
    end: int
    name: str


class Comment(Struct, frozen=True):
    """A comment, declaration or instruction. `open_end` is true where it never ends."""

    start: int
    end: int
    open_end: bool = False


Token = Text | Open | Close | Comment


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Yield the tokens of `text` from `start` to `end`, in order and without gaps.

    Source: WHATWG HTML, section 13.2.5 (tokenization), without character references.
    """
    stop = len(text) if end is None else end
    position = plain = start
    while position < stop:
        opening = text.find("<", position, stop)
        if opening < 0:
            break
        token = _markup(text, opening, stop)
        if token is None:
            position = opening + 1
            continue
        if plain < opening:
            yield Text(plain, opening)
        yield token
        position = plain = token.end
        if isinstance(token, Open) and token.name in _RAW and not token.closed:
            content_end = _raw_end(text, token, stop)
            if content_end > token.end:
                yield Text(token.end, content_end, token.name)
            position = plain = content_end
    if plain < stop:
        yield Text(plain, stop)


def _markup(text: str, start: int, stop: int) -> Token | None:
    """Return the tag or comment at `start`, or None where "<" is only a sign."""
    after = text[start + 1 : start + 2] if start + 1 < stop else ""
    if after == "!":
        return _declaration(text, start, stop)
    if after == "?":
        return _to_end(text, start, stop)
    if after == "/":
        return _close(text, start, stop)
    name = _NAME.match(text, start + 1, stop)
    return None if name is None else _open(text, start, name, stop)


def _declaration(text: str, start: int, stop: int) -> Comment:
    if not text.startswith("<!--", start, stop):
        return _to_end(text, start, stop)
    for short in ("<!-->", "<!--->"):
        if text.startswith(short, start, stop):
            return Comment(start, start + len(short))
    found = _COMMENT_END.search(text, start + 4, stop)
    return Comment(start, found.end()) if found else Comment(start, stop, open_end=True)


def _to_end(text: str, start: int, stop: int) -> Comment:
    found = text.find(">", start + 1, stop)
    if found < 0:
        return Comment(start, stop, open_end=True)
    return Comment(start, found + 1)


def _close(text: str, start: int, stop: int) -> Token | None:
    name = _NAME.match(text, start + 2, stop)
    if name is None:
        return None if start + 2 >= stop else _to_end(text, start, stop)
    found = text.find(">", name.end(), stop)
    if found < 0:
        return Comment(start, stop, open_end=True)
    return Close(start, found + 1, name.group().lower())


def _open(text: str, start: int, name: re.Match[str], stop: int) -> Token:
    attributes: dict[str, Span] = {}
    position = name.end()
    while True:
        position = _past(_GAP, text, position, stop)
        if position >= stop:
            return Comment(start, stop, open_end=True)
        if text[position] == ">":
            closed = text[position - 1] == "/"
            return Open(start, position + 1, name.group().lower(), attributes, closed)
        key = _ATTRIBUTE.match(text, position, stop)
        if key is None:  # pragma: no cover - the pattern takes all that the gap leaves
            return Comment(start, stop, open_end=True)
        value = _value(text, key.end(), stop)
        if value is None:
            return Comment(start, stop, open_end=True)
        if len(attributes) < _MOST_ATTRIBUTES:
            attributes.setdefault(key.group().lower(), value[0])
        position = value[1]


def _value(text: str, position: int, stop: int) -> tuple[Span, int] | None:
    """Return an attribute's value and where the tag goes on; None where it never ends."""
    equals = _past(_SPACE, text, position, stop)
    if not text.startswith("=", equals, stop):
        return Span(position, position), position
    start = _past(_SPACE, text, equals + 1, stop)
    quote = text[start : start + 1] if start < stop else ""
    if quote and quote in "\"'":
        end = text.find(quote, start + 1, stop)
        return None if end < 0 else (Span(start + 1, end), end + 1)
    end = _past(_BARE, text, start, stop)
    return Span(start, end), end


def _past(pattern: re.Pattern[str], text: str, position: int, stop: int) -> int:
    """Return where the text goes on behind a pattern that may match nothing."""
    found = pattern.match(text, position, stop)
    return found.end() if found else position


def _raw_end(text: str, token: Open, stop: int) -> int:
    """Return where the content of an element without markup ends: before its end tag."""
    closing = re.compile(rf"</{re.escape(token.name)}(?=[\s/>])", re.IGNORECASE)
    found = closing.search(text, token.end, stop)
    return found.start() if found else stop
