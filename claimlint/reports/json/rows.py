"""How values become JSON: whole, or the fields that a report names, in the order it names them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

import msgspec
from msgspec import Struct

Json = dict[str, Any]

_AT_ONCE = 32
"""So many rows are written in one step; a report may have millions."""
_END = b"\n  ]"


def row(thing: object, *names: str) -> Json:
    """Return the fields or properties of `thing` that are named, as an object of JSON."""
    return {name: whole(getattr(thing, name)) for name in names}


def whole(value: object) -> Any:
    """Return a value as JSON has it: objects with every field, lists, texts, numbers and None."""
    if value is None or isinstance(value, str | int):  # most are
        return value
    if isinstance(value, Struct):
        return row(value, *value.__struct_fields__)
    if isinstance(value, list | tuple):
        return [whole(each) for each in value]
    if isinstance(value, Mapping):
        return {key: whole(each) for key, each in value.items()}
    return value


def indented(value: Json | list[Json]) -> str:
    """Return JSON of two spaces a level that ends with a line feed."""
    return b"".join((_written(value, ""), b"\n")).decode()


def pieces(value: Json) -> Iterator[bytes]:
    """Yield what `indented` returns, in pieces; rows that `value` has as iterators are never whole.

    A text that is none in UTF-8 (a path) has "?" for its bytes that are none.
    """
    before = b"{\n  "
    for key, each in value.items():
        yield before + _written(key, "") + b": "
        if isinstance(each, Iterator):
            yield from _list(each)
        else:
            yield _written(each, "  ")
        before = b",\n  "
    yield b"\n}\n"


def _list(rows: Iterator[Json]) -> Iterator[bytes]:
    start = b"["
    while some := list(islice(rows, _AT_ONCE)):
        yield start + _written(some, "  ")[1 : -len(_END)]
        start = b","
    yield b"[]" if start == b"[" else _END


def _written(value: object, before: str) -> bytes:
    """Return JSON whose lines after the first begin with `before`; texts hold no line end."""
    try:
        written = msgspec.json.encode(value)
    except UnicodeEncodeError:
        written = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
    return msgspec.json.format(written, indent=2).replace(b"\n", b"\n" + before.encode())
