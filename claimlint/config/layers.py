"""Configuration files laid over those that they extend, key by key."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from claimlint.config import toml
from claimlint.config.find import PROJECT
from claimlint.errors import RuleFault
from claimlint.machine.paths import is_file, real
from claimlint.rulebook.yaml.strict_yaml import Mapping, Node

SINGLE = tuple(
    "profile fail-on fail-on-partly-read kind same-matter gitignore jobs ocr cache model decisions "
    "baseline".split()
)
"""Keys with one value: the nearest file's counts."""
LISTS = tuple(
    "select ignore exclude evidence rule-folders packs product-names approved overrides".split()
)
"""Lists add up, those of the extended file first."""
TABLES = ("levels", "limits")
"""Tables are joined key by key."""
_DEEPEST = 10


class Value(Struct, frozen=True):
    """One value: its key ("levels.autonomy"), the node, and the folder that its paths start in."""

    key: str
    node: Node
    folder: Path

    @property
    def origin(self) -> str:
        """Return file and line."""
        return f"{self.node.file}:{self.node.line}"


class Configuration(Struct, frozen=True):
    """What configuration files say: the files from the nearest to the farthest, and all values."""

    files: tuple[str, ...] = ()
    values: tuple[Value, ...] = ()

    def one(self, key: str) -> Value | None:
        """Return the value of a key that has one, or None."""
        return next((value for value in self.values if value.key == key), None)

    def all(self, key: str) -> tuple[Value, ...]:
        """Return the elements of a list, in order."""
        return tuple(value for value in self.values if value.key == key)

    def table(self, key: str) -> tuple[tuple[str, Value], ...]:
        """Return the keys and values of a table."""
        start = f"{key}."
        found = (value for value in self.values if value.key.startswith(start))
        return tuple((value.key.removeprefix(start), value) for value in found)


def load(path: Path) -> Configuration:
    """Return what the configuration file `path` says, with those that it extends.

    Raises:
        RuleFault: a file is missing, is no TOML, has an unknown key, or extends itself.
    """
    return _loaded(path, ())


def _loaded(path: Path, inside: tuple[Path, ...]) -> Configuration:
    name = path.as_posix()
    node = toml.load(path, name)
    if path.name == PROJECT:
        node = _ours(node)
    table = node.keys((), ("extends", *SINGLE, *LISTS, *TABLES))
    under = Configuration()
    for outer in _extended(table):
        farther = path.parent / outer.text()
        chain = (*inside, real(path))
        if not is_file(farther):
            raise outer.fault(f"there is no file {farther.as_posix()}")
        if real(farther) in chain or len(chain) > _DEEPEST:
            raise outer.fault(f"{farther.as_posix()} extends this file: a circle")
        found = _loaded(farther, chain)
        under = Configuration((*found.files, *under.files), _over(found.values, under.values))
    return Configuration((name, *under.files), _over(_values(table, path.parent), under.values))


def _ours(node: Node) -> Node:
    for key in ("tool", "claimlint"):
        inner = node.value.get(key) if isinstance(node.value, Mapping) else None
        if inner is None:
            raise RuleFault(f"{node.file}: has no table [tool.claimlint]")
        node = inner
    return Node(node.file, node.line, "", node.value)


def _extended(table: Mapping) -> tuple[Node, ...]:
    node = table.get("extends")
    if node is None:
        return ()
    return node.value if isinstance(node.value, tuple) else (node,)


def _values(table: Mapping, folder: Path) -> tuple[Value, ...]:
    found: list[Value] = []
    for key, node in table.pairs:
        if key in SINGLE:
            found.append(Value(key, node, folder))
        elif key in LISTS:
            found.extend(Value(key, item, folder) for item in node.items())
        elif key in TABLES:
            found.extend(Value(f"{key}.{name}", inner, folder) for name, inner in node.pairs())
    return tuple(found)


def _over(near: tuple[Value, ...], far: tuple[Value, ...]) -> tuple[Value, ...]:
    taken = {value.key for value in near if value.key not in LISTS}
    return (*(value for value in far if value.key not in taken), *near)
