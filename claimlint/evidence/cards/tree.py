"""Steps through JSON and YAML that a stranger wrote, where nothing can be relied on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

Tree = dict[str, object]


def branch(node: object, *keys: str) -> Tree:
    """Return the mapping at the end of `keys`, empty where there is none."""
    for key in keys:
        node = node.get(key) if isinstance(node, dict) else None
    return node if isinstance(node, dict) else {}


def twigs(node: object, key: str) -> Iterator[object]:
    """Yield the items of the list under `key`, or the one item where it is no list."""
    value = node.get(key) if isinstance(node, dict) else None
    if isinstance(value, list):
        yield from value
    elif value is not None:
        yield value


def leaf(node: object, key: str) -> str:
    """Return the text, number or date under `key` as text, empty where there is none."""
    value = node.get(key) if isinstance(node, dict) else None
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()
