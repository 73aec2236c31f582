"""Loads post-mortems (YAML or JSON) and the classes of failure, with the place of each fault."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from claimlint.rulebook.yaml.strict_yaml import Node, load
from claimlint.terms import Category
from claimlint.values.incident import Incident

_KEYS = ("date", "system", "failed", "class", "oversight")

Classes = Mapping[str, tuple[str, ...]]
"""For each class of failure the categories, with or without an aspect, that it speaks against."""


def load_classes(path: Path) -> Classes:
    """Return the classes of failure.

    Raises:
        RuleFault: the file is missing or wrong, or names an unknown category.
    """
    return {name: _against(node) for name, node in load(path, f"rules/{path.name}").pairs()}


def load_incidents(path: Path, classes: Classes) -> tuple[Incident, ...]:
    """Return the incidents of a file, in its order: a list, each with every key.

    Raises:
        RuleFault: the file cannot be read or breaks the form; the message opens with file and line.
    """
    return tuple(_incident(node, classes) for node in load(path).items())


def _against(node: Node) -> tuple[str, ...]:
    keys = node.keys(("says", "against"))
    for each in keys["against"].items():
        head = each.text().partition("/")[0]
        Node(each.file, each.line, each.where, head).one_of(Category)
    return keys.texts("against")


def _incident(node: Node, classes: Classes) -> Incident:
    keys = node.keys(_KEYS)
    return Incident(
        date=_day(keys["date"]),
        system=keys.text("system"),
        failed=keys.text("failed"),
        failure=keys["class"].one_of(classes),
        oversight=keys.text("oversight"),
    )


def _day(node: Node) -> date:
    try:
        return date.fromisoformat(node.text())
    except ValueError:
        raise node.fault("is no day; write it as 2026-11-23") from None
