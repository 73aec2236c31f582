"""How values become JSON: whole, or the fields that a report names, in the order it names them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import Struct

Json = dict[str, Any]


def row(thing: object, *names: str) -> Json:
    """Return the fields or properties of `thing` that are named, as an object of JSON."""
    return {name: whole(getattr(thing, name)) for name in names}


def whole(value: object) -> Any:
    """Return a value as JSON has it: objects with every field, lists, texts, numbers and None."""
    if isinstance(value, Struct):
        return row(value, *value.__struct_fields__)
    if isinstance(value, Mapping):
        return {key: whole(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [whole(each) for each in value]
    return value


def indented(value: Json | list[Json]) -> str:
    """Return JSON of two spaces a level that ends with a line feed.

    A report may have millions of lines: it is written without them and then indented in one step.
    """
    try:
        written = msgspec.json.encode(value)
    except UnicodeEncodeError:  # a path may be no text; "?" stands for its bytes that are none
        written = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
    return (msgspec.json.format(written, indent=2) + b"\n").decode()
