"""Reads TOML so that every value knows its file and line, in the form of the rule files' reader."""

from __future__ import annotations

import tomllib
from datetime import date, datetime, time
from pathlib import Path

from claimlint.config import lines
from claimlint.errors import RuleFault
from claimlint.rulebook.yaml.strict_yaml import Mapping, Node

Toml = str | int | float | bool | date | datetime | time | list["Toml"] | dict[str, "Toml"]
_LONGEST = 1_000_000


def load(path: Path, name: str) -> Node:
    """Return the top table of a TOML file; `name` stands for the file in messages.

    Scalars are text ("true", "3", "2027-01-31"), as in rule files.

    Raises:
        RuleFault: the file cannot be read, or is no TOML.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise RuleFault(f"{name}: cannot be read ({error.strerror})") from error
    return parse(raw, name)


def parse(raw: bytes, name: str) -> Node:
    """Return the top table of TOML `raw`.

    Raises:
        RuleFault: as in `load`.
    """
    if len(raw) > _LONGEST:
        raise RuleFault(f"{name}: is larger than {_LONGEST} bytes")
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
        data: dict[str, Toml] = tomllib.loads(text)
        places = lines.lines_of(text)
    except UnicodeDecodeError as error:
        raise RuleFault(f"{name}: is not UTF-8 ({error.reason})") from error
    except tomllib.TOMLDecodeError as error:
        raise RuleFault(f"{name}: is not valid TOML: {error}") from error
    except RecursionError as error:
        raise RuleFault(f"{name}: is nested too deeply") from error
    return _node(data, (), name, "", places, 1)


def _node(
    value: Toml, path: lines.Path, file: str, where: str, places: dict[lines.Path, int], outer: int
) -> Node:
    line = places.get(path, outer)
    if isinstance(value, dict):
        pairs = []
        for key, inner in value.items():
            name = f"{where}.{key}" if where else key
            pairs.append((key, _node(inner, (*path, key), file, name, places, line)))
        return Node(file, line, where, Mapping(tuple(pairs)))
    if isinstance(value, list):
        items = (
            _node(inner, (*path, index), file, where, places, line)
            for index, inner in enumerate(value)
        )
        return Node(file, line, where, tuple(items))
    if isinstance(value, bool):
        return Node(file, line, where, "true" if value else "false")
    if isinstance(value, date | time):
        return Node(file, line, where, value.isoformat())
    return Node(file, line, where, str(value))
