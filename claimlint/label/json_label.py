"""The label as JSON, schema `claimlint-label/1`: every key always there, null when unknown."""

from __future__ import annotations

from msgspec import Struct

from claimlint.label.model import Label
from claimlint.reports.json.rows import indented

SCHEMA = "claimlint-label/1"


def render(labels: tuple[Label, ...]) -> str:
    """Return the labels as indented JSON that ends with a line feed."""
    return indented({"schema": SCHEMA, "labels": [_json(label) for label in labels]})


def _json(value: object) -> object:
    """Return a value as JSON; passages are numbered in the report, of which nothing is here."""
    if isinstance(value, Struct):
        names = [name for name in value.__struct_fields__ if name != "passage"]
        return {name: _json(getattr(value, name)) for name in names}
    return [_json(each) for each in value] if isinstance(value, tuple) else value
