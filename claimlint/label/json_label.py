"""The label as JSON, schema `claimlint-label/1`: every key always there, null when unknown."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from claimlint.label.model import Label

SCHEMA = "claimlint-label/1"


def render(labels: tuple[Label, ...]) -> str:
    """Return the labels as indented JSON that ends with a line feed."""
    content: dict[str, Any] = {"schema": SCHEMA, "labels": [asdict(label) for label in labels]}
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"
