"""Loads precedents and authorities: who acted on comparable wording, who asks for evidence."""

from __future__ import annotations

from pathlib import Path

from claimlint.rulebook.entries import Authority, Precedent, PrecedentStatus
from claimlint.rulebook.yaml import strict_yaml
from claimlint.rulebook.yaml.iso_dates import iso_date
from claimlint.rulebook.yaml.names import checked_id, kinds_of
from claimlint.rulebook.yaml.strict_yaml import Node
from claimlint.terms import Category
from claimlint.values.notes import SourceNote


def load_precedents(folder: Path, kinds: tuple[str, ...]) -> tuple[Precedent, ...]:
    """Return the precedents of all files in `folder`, in the order of files and entries.

    Raises:
        RuleFault: a file is wrong, or an entry of one name stands twice.
    """
    found: list[Precedent] = []
    for path in strict_yaml.folder(folder):
        for name, node in strict_yaml.load(path, f"rules/precedents/{path.name}").pairs():
            if any(entry.id == name for entry in found):
                raise node.fault(f'the precedent "{name}" stands twice')
            found.append(_precedent(name, node, kinds))
    return tuple(found)


def load_authorities(path: Path, kinds: tuple[str, ...]) -> tuple[Authority, ...]:
    """Return the authorities of `path`, in its order; faults as in `load_precedents`."""
    pairs = strict_yaml.load(path, f"rules/{path.name}").pairs()
    return tuple(_authority(name, node, kinds) for name, node in pairs)


def _precedent(name: str, node: Node, kinds: tuple[str, ...]) -> Precedent:
    entry = node.keys(
        ["case", "body", "date", "claim", "outcome", "categories", "status", "line", "sources"],
        ["kinds", "set_aside"],
    )
    aside = entry.get("set_aside")
    return Precedent(
        id=checked_id(name, node),
        case=entry.text("case"),
        body=entry.text("body"),
        date=iso_date(entry["date"]),
        claim=entry.text("claim"),
        outcome=entry.text("outcome"),
        categories=_categories(entry["categories"]),
        kinds=kinds_of(entry, "kinds", kinds),
        status=entry["status"].member(PrecedentStatus),
        line=entry.text("line"),
        sources=_sources(entry["sources"]),
        set_aside=None if aside is None else iso_date(aside),
    )


def _authority(name: str, node: Node, kinds: tuple[str, ...]) -> Authority:
    entry = node.keys(
        ["title", "body", "demand", "in_force", "kinds", "categories", "sources"], ["verified"]
    )
    return Authority(
        id=checked_id(name, node),
        title=entry.text("title"),
        body=entry.text("body"),
        demand=entry.text("demand"),
        in_force=entry.text("in_force"),
        kinds=kinds_of(entry, "kinds", kinds),
        categories=_categories(entry["categories"]),
        verified=entry.truth("verified", default=True),
        sources=_sources(entry["sources"]),
    )


def _categories(node: Node) -> tuple[Category, ...]:
    if node.value == "all":
        return tuple(Category)
    return tuple(item.member(Category) for item in node.items())


def _sources(node: Node) -> tuple[SourceNote, ...]:
    if not node.items():
        raise node.fault("a statement of law or of a case needs a source")
    return tuple(_source(item) for item in node.items())


def _source(node: Node) -> SourceNote:
    entry = node.keys(["title", "body", "seen_as"], ["date", "seen_in", "address", "read"])
    if ("address" in entry) != ("read" in entry):
        raise node.fault("address and read go together: the page and the day it was opened")
    dates = {key: entry.get(key) for key in ("date", "read")}
    shown = {key: None if value is None else iso_date(value) for key, value in dates.items()}
    return SourceNote(
        title=entry.text("title"),
        body=entry.text("body"),
        date=shown["date"],
        seen_in=entry.text("seen_in") or None,
        seen_as=entry.text("seen_as"),
        address=entry.text("address") or None,
        read=shown["read"],
    )
