"""The label as JSON, schema `claimlint-label/1`: every key always there, null when unknown."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from claimlint.label.model import Label

SCHEMA = "claimlint-label/1"


def render(labels: tuple[Label, ...]) -> str:
    """Return the labels as indented JSON that ends with a line feed."""
    rows = [asdict(label, dict_factory=_told) for label in labels]
    content: dict[str, Any] = {"schema": SCHEMA, "labels": rows}
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _told(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return fields as an object; passages are numbered in the report, of which nothing is here."""
    return {name: value for name, value in fields if name != "passage"}
