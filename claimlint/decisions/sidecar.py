"""Ignores beside an office file: `deck.pptx.claimlint.toml`, keyed by fingerprint."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from claimlint.decisions.entry import Entry
from claimlint.errors import RuleFault
from claimlint.machine.paths import is_file

if TYPE_CHECKING:
    from claimlint.rulebook.yaml.strict_yaml import Node

SUFFIX = ".claimlint.toml"
_KEYS = ("fingerprint", "reason", "owner", "until", "evidence", "rule", "text", "state")


def beside(document: str) -> Path | None:
    """Return the sidecar of a document, or None where it has none."""
    if document == "-":
        return None
    path = Path(document + SUFFIX)
    return path if is_file(path) else None


def load(path: Path) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """Return the entries of a sidecar and what is wrong with the others, a line each."""
    from claimlint.config import toml

    try:
        listed = toml.load(path, path.as_posix()).keys(("ignore",))["ignore"].items()
    except RuleFault as error:
        return (), (str(error),)
    entries: list[Entry] = []
    faults: list[str] = []
    for node in listed:
        try:
            entries.append(_entry(node))
        except RuleFault as error:
            faults.append(str(error))
    return tuple(entries), tuple(faults)


def _entry(node: Node) -> Entry:
    from claimlint.decisions.record import checked

    row = {key: inner.text() for key, inner in node.keys((), _KEYS).pairs}
    return checked({"state": "accepted", **row}, f"{node.file}:{node.line}")
