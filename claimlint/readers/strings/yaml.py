"""YAML catalogues of strings, where the call names the file: other YAML is no copy."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from types import MappingProxyType

import yaml
from yaml import Node, ScalarNode

from claimlint.errors import UnreadableFile
from claimlint.readers.interface import Item, Source
from claimlint.readers.strings.entry import Strings, deeper_not_read
from claimlint.readers.text.decoding import text_of
from claimlint.readers.text.places import SourceText, Span
from claimlint.regex import regex

_DEEPEST = 100
_ESCAPES = 1024
"""So many are remembered: a text of letters in escapes repeats few."""
_WHITE = regex(r"\s*")
_PLAIN = regex(r"\s+|\S+")
_QUOTES = MappingProxyType(
    {
        "'": regex(r"\s+|''|[^'\s]+"),
        '"': regex(
            r"\s+|\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\r?\n\s*|.)|[^\\\s]+"
        ),
    }
)
"""How the words of a quoted scalar are written, by its quotes."""


def read(source: Source) -> Iterator[Item]:
    """Yield each string of two words or more with its key; an alias is read where it is defined.

    Raises:
        UnreadableFile: the file is no YAML.
    """
    text = yield from text_of(source)
    try:
        roots = list(yaml.compose_all(text, Loader=yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise UnreadableFile(f"is no YAML ({error})") from error
    except RecursionError as error:
        raise UnreadableFile("its values nest too deep to be read", code="too-deep") from error
    strings = Strings(SourceText(text))
    seen: set[int] = set()
    deeper = False
    for root in roots:
        for key, node in _values(root, "", seen, 0):
            if isinstance(node, yaml.ScalarNode):
                yield from strings.passage(_spans(text, node), key)
            else:
                deeper = True
    if deeper:
        yield deeper_not_read(_DEEPEST)


def _values(node: Node | None, key: str, seen: set[int], depth: int) -> Iterator[tuple[str, Node]]:
    """Yield the scalars that are values, each once, and what nests too deep to be gone through."""
    if node is None or id(node) in seen:
        return
    if depth > _DEEPEST:
        yield key, node
        return
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        if node.tag == "tag:yaml.org,2002:str":
            yield key, node
        return
    listed = isinstance(node, yaml.SequenceNode)
    inside = enumerate(node.value) if listed else ((name.value, one) for name, one in node.value)
    for name, inner in inside:
        yield from _values(inner, f"{key}.{name}" if key else str(name), seen, depth + 1)


def _spans(text: str, node: ScalarNode) -> tuple[Span, ...]:
    """Return where the words of a scalar stand; the whole scalar where they cannot be followed."""
    start, end = node.start_mark.index, node.end_mark.index
    style = node.style or ""
    if style in _QUOTES:
        inner = (start + 1, end - 1)
    elif style:
        inner = (text.find("\n", start, end) + 1 or end, end)
    else:
        inner = (start, end)
    return tuple(_followed(text, *inner, node)) or (Span(start, end, str(node.value)),)


def _followed(text: str, start: int, end: int, node: ScalarNode) -> list[Span]:
    """Return the spans of a scalar with white space as it reads; none where one is not followed."""
    value, place = str(node.value), 0
    spans: list[Span] = []
    for token in _QUOTES.get(node.style or "", _PLAIN).finditer(text, start, end):
        written = token.group()
        white = _WHITE.match(value, place) if written.isspace() else None
        read = _read(written, node.style) if white is None else white.group()
        if not value.startswith(read, place):
            return []
        place += len(read)
        if read:
            spans.append(Span(*token.span(), None if read == written else read))
    return [] if value[place:].strip() else spans


def _read(written: str, style: str | None) -> str:
    if style == "'" and written == "''":
        return "'"
    escaped = style == '"' and written.startswith("\\")
    return _unescaped(written) if escaped else written


@lru_cache(maxsize=_ESCAPES)
def _unescaped(escape: str) -> str:
    return str(yaml.safe_load(f'"{escape}"'))
