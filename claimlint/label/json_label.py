"""The label as JSON, schema `claimlint-label/1`: every key always there, null when unknown."""

from __future__ import annotations

import json
from typing import Any

from msgspec import Struct

from claimlint.label.model import Label

SCHEMA = "claimlint-label/1"


def render(labels: tuple[Label, ...]) -> str:
    """Return the labels as indented JSON that ends with a line feed."""
    content: dict[str, Any] = {"schema": SCHEMA, "labels": [_json(label) for label in labels]}
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _json(value: object) -> object:
    """Return a value as JSON; passages are numbered in the report, of which nothing is here."""
    if isinstance(value, Struct):
        names = [name for name in value.__struct_fields__ if name != "passage"]
        return {name: _json(getattr(value, name)) for name in names}
    return [_json(each) for each in value] if isinstance(value, tuple) else value
