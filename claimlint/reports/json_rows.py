"""How values become JSON: whole, or the fields that a report names, in the order it names them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

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
