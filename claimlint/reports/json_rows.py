"""How values become JSON: whole, or the fields that a report names, in the order it names them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

Json = dict[str, Any]


def row(thing: object, *names: str) -> Json:
    """Return the fields or properties of `thing` that are named, as an object of JSON."""
    return {name: whole(getattr(thing, name)) for name in names}


def whole(value: object) -> Any:
    """Return a value as JSON has it: objects with every field, lists, texts, numbers and None."""
    if is_dataclass(value) and not isinstance(value, type):
        return row(value, *(each.name for each in fields(value)))
    if isinstance(value, Mapping):
        return {key: whole(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [whole(each) for each in value]
    return value
