"""JSON catalogues of strings, where the call names the file: other JSON is no copy.

Source: RFC 8259.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from claimlint.errors import UnreadableFile
from claimlint.readers.interface import Item, Source
from claimlint.readers.strings.entry import Strings, deeper_not_read
from claimlint.readers.text.decoding import text_of
from claimlint.readers.text.places import SourceText, Span, spans_of

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)
_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\."
)
_DEEPEST = 200


class _TooDeep(Exception):
    """Values nest deeper than is read."""


def read(source: Source) -> Iterator[Item]:
    """Yield each string of two words or more with its key; keys and numbers are not read.

    Nothing is read from where values nest too deep, which is told.

    Raises:
        UnreadableFile: the file is no JSON.
    """
    text = yield from text_of(source)
    try:
        json.loads(text)
    except ValueError as error:
        raise UnreadableFile(f"is no JSON ({error})") from error
    except RecursionError:
        pass  # it is read as far as its values do not nest too deep
    strings = Strings(SourceText(text))
    try:
        for key, spans in values(text):
            yield from strings.passage(spans, key)
    except _TooDeep:
        yield deeper_not_read(_DEEPEST)


def values(text: str) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Yield each string value of a text that is JSON, after its keys ("home.title", "list.2").

    Raises:
        _TooDeep: the values that follow nest too deep.
    """
    path: list[str | int] = []
    opened: list[str] = []
    key = ""
    wants_key = False
    for found in _TOKEN.finditer(text):
        token = found.group()
        if token in "{[":
            if len(opened) >= _DEEPEST:
                raise _TooDeep
            opened.append(token)
            path.append(0 if token == "[" else "")
            wants_key = token == "{"
        elif token in "}]":
            if opened:
                opened.pop()
                path.pop()
            wants_key = False
        elif token == ",":
            if opened and opened[-1] == "[":
                path[-1] = int(path[-1]) + 1
            wants_key = bool(opened) and opened[-1] == "{"
        elif token[0] == '"' and wants_key:
            key = str(json.loads(token, strict=False))
            path[-1] = key
            wants_key = False
        elif token[0] == '"':
            told = ".".join(str(part) for part in path)
            yield told, tuple(spans_of(text, (found.start() + 1, found.end() - 1), _ESCAPE, _meant))


def _meant(found: re.Match[str]) -> str:
    return str(json.loads(f'"{found.group()}"'))
