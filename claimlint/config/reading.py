"""Values of a configuration file become the settings of a run."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from claimlint.config.layers import Configuration, Value
from claimlint.errors import RuleFault
from claimlint.machine.paths import exists
from claimlint.rulebook.yaml.strict_yaml import Node
from claimlint.terms import Category, DocumentKind, Level
from claimlint.values.policy import Approved, Graded, Named, Override, Policy

LIMITS = ("seconds", "memory", "text", "unpacked", "ratio", "parts", "depth", "pages")
"""Names of the reading limits that a call or a configuration file may change."""


def can_be(limit: str, number: float) -> bool:
    """Tell whether a limit can be set to a number: of seconds a part will do, of all else one."""
    return (0.001 if limit == "seconds" else 1) <= number < float("inf")


def policy(found: Configuration) -> Policy:
    """Return what the house has settled.

    Raises:
        RuleFault: a value is of the wrong kind; the message opens with file and line.
    """
    return Policy(
        select=_named(value.node for value in found.all("select")),
        ignore=_named(value.node for value in found.all("ignore")),
        levels=_levels((name, value.node) for name, value in found.table("levels")),
        overrides=tuple(_override(value) for value in found.all("overrides")),
        product_names=_named(value.node for value in found.all("product-names")),
        approved=tuple(map(_approved, found.all("approved"))),
    )


def paths(found: Configuration, key: str) -> tuple[Path, ...]:
    """Return the files or folders that the list `key` names; all of them exist.

    Raises:
        RuleFault: one does not exist.
    """
    return tuple(_existing(value) for value in found.all(key))


def packs(found: Configuration) -> tuple[str, ...]:
    """Return the names of the packs that the list `packs` names; all of them are there.

    Raises:
        RuleFault: one is not.
    """
    return tuple(_pack(value.node) for value in found.all("packs"))


def _pack(node: Node) -> str:
    from claimlint.rulebook.packs.installed import pack_named

    try:
        return pack_named(node.text()).name
    except RuleFault as error:
        raise node.fault(str(error)) from error


def _existing(value: Value) -> Path:
    """Return the path that a value names, seen from the folder of its file.

    Raises:
        RuleFault: there is nothing of that name.
    """
    path = value.folder / value.node.text()
    if not exists(path):
        raise value.node.fault(f"there is no {path.as_posix()}")
    return path


def limits(found: Configuration) -> tuple[tuple[str, float], ...]:
    """Return the reading limits that the table `limits` changes.

    Raises:
        RuleFault: an unknown limit, or a value that is no positive number.
    """
    rows = []
    for name, value in found.table("limits"):
        Node(value.node.file, value.node.line, "limits", name).one_of(LIMITS)
        number = value.node.number()
        if not can_be(name, number):
            raise value.node.fault(f"expected a positive number, not {value.node.value!r}")
        rows.append((name, number))
    return tuple(rows)


def day(node: Node) -> str:
    """Return the day that a value names, as YYYY-MM-DD.

    Raises:
        RuleFault: it is no day.
    """
    try:
        return date.fromisoformat(node.text()).isoformat()
    except ValueError:
        raise node.fault(f"{node.value!r} is no day; write it as 2027-01-31") from None


def _named(nodes: Iterable[Node]) -> tuple[Named, ...]:
    return tuple(Named(node.text(), f"{node.file}:{node.line}") for node in nodes)


def _levels(pairs: Iterable[tuple[str, Node]]) -> tuple[Graded, ...]:
    return tuple(
        Graded(name, node.member(Level), f"{node.file}:{node.line}") for name, node in pairs
    )


def _override(value: Value) -> Override:
    keys = value.node.keys(("files",), ("select", "ignore", "levels", "kind"))
    return Override(
        files=keys.texts("files"),
        root=value.folder,
        select=_named(keys.items("select")),
        ignore=_named(keys.items("ignore")),
        levels=_levels(keys.pairs_of("levels")),
        kind=keys.member("kind", DocumentKind),
        origin=f"{value.node.file}:{value.node.line}",
    )


def _approved(value: Value) -> Approved:
    """Return an approved wording, whose evidence is a file that is there, or lies at an address."""
    node = value.node
    keys = node.keys(("text", "evidence", "owner", "until"), ("category",))
    evidence = keys.text("evidence")
    if "://" not in evidence:
        _existing(replace(value, node=keys["evidence"]))
    return Approved(
        text=keys.text("text"),
        evidence=evidence,
        owner=keys.text("owner"),
        until=day(keys["until"]),
        category=keys.member("category", Category),
        origin=f"{node.file}:{node.line}",
    )
