"""Reads YAML without guessing: every value knows its line, every unknown key is a fault.

Scalars stay text until a rule asks for a number or a truth value, so that `no` is a word and a
date is what was written. Repeated keys, anchors and tags are refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from math import isfinite, nan
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from claimlint.errors import RuleFault
from claimlint.rulebook.suggestion import suggestion, suggestion_or_all

if TYPE_CHECKING:
    import yaml


Word = TypeVar("Word", bound=StrEnum)
Value = TypeVar("Value")

_FEW = 12
_HALVES = re.compile(r"(?<!\\)\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.I)


def _hint(word: str, choices: Sequence[str]) -> str:
    """Return the nearest of the choices, or all of few."""
    return (suggestion_or_all if len(choices) <= _FEW else suggestion)(word, choices)


class Node(Struct, frozen=True):
    """One value of a file. `where` is the key's path, `line` counts from 1.

    `value` is text, a tuple of nodes, or a tuple of (key, node) pairs inside `Mapping`. What takes
    it as something that it is not raises `RuleFault`, with the place.
    """

    file: str
    line: int
    where: str
    value: str | tuple[Node, ...] | Mapping | None

    def fault(self, message: str) -> RuleFault:
        """Return the error to raise: file, line, key, what is wrong."""
        key = f" {self.where}:" if self.where else ""
        return RuleFault(f"{self.file}:{self.line}:{key} {message}")

    def text(self) -> str:
        """Return the value as non-empty text."""
        if not isinstance(self.value, str) or not self.value.strip():
            raise self.fault("expected text")
        return self.value.strip()

    def number(self) -> float:
        """Return the value as a number; what has no end is none."""
        try:
            number = float(self.text())
        except ValueError:
            number = nan
        if not isfinite(number):
            raise self.fault(f"expected a number, not {self.value!r}")
        return number

    def whole(self) -> int:
        """Return the value as a whole number."""
        number = self.number()
        if number != int(number):
            raise self.fault(f"expected a whole number, not {self.value!r}")
        return int(number)

    def truth(self) -> bool:
        """Return the value as true or false; no other spelling is taken."""
        if self.value not in ("true", "false"):
            raise self.fault(f"expected true or false, not {self.value!r}")
        return self.value == "true"

    def items(self) -> tuple[Node, ...]:
        """Return the nodes of a list."""
        if not isinstance(self.value, tuple):
            raise self.fault("expected a list")
        return self.value

    def texts(self) -> tuple[str, ...]:
        """Return the texts of a list."""
        return tuple(item.text() for item in self.items())

    def one_of(self, allowed: Iterable[str]) -> str:
        """Return the text if it is one of `allowed`; the fault names the nearest, or all of few."""
        word = self.text()
        choices = tuple(allowed)
        if word not in choices:
            raise self.fault(f'no such word "{word}"{_hint(word, choices)}')
        return word

    def member(self, words: type[Word]) -> Word:
        """Return the text as one of the closed set `words`."""
        return words(self.one_of(words))

    def keys(self, required: Iterable[str], optional: Iterable[str] = ()) -> Mapping:
        """Return the mapping if it has all `required` keys and none but these and `optional`."""
        if not isinstance(self.value, Mapping):
            raise self.fault("expected keys and values")
        needed, known = tuple(required), dict.fromkeys((*required, *optional))
        for key, node in self.value.pairs:
            if key not in known:
                raise node.fault(f'unknown key "{key}"{_hint(key, tuple(known))}')
        for key in needed:
            if key not in self.value:
                raise self.fault(f'the key "{key}" is missing')
        return self.value

    def pairs(self) -> tuple[tuple[str, Node], ...]:
        """Return the pairs of a mapping whose keys are free."""
        if not isinstance(self.value, Mapping):
            raise self.fault("expected keys and values")
        return self.value.pairs


class Mapping(Struct, frozen=True):
    """Keys and values in the order of the file; of a key that it lacks the default is told."""

    pairs: tuple[tuple[str, Node], ...]

    def __contains__(self, key: str) -> bool:
        return any(name == key for name, _ in self.pairs)

    def __getitem__(self, key: str) -> Node:
        return next(node for name, node in self.pairs if name == key)

    def get(self, key: str) -> Node | None:
        """Return the node of `key`, or None where the file has no such key."""
        return next((node for name, node in self.pairs if name == key), None)

    def _read(self, key: str, read: Callable[[Node], Value], default: Value) -> Value:
        node = self.get(key)
        return default if node is None else read(node)

    def text(self, key: str, default: str = "") -> str:
        """Return the text of `key`."""
        return self._read(key, Node.text, default)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the texts of the list `key`, or none."""
        return self._read(key, Node.texts, ())

    def items(self, key: str) -> tuple[Node, ...]:
        """Return the nodes of the list `key`, or none."""
        return self._read(key, Node.items, ())

    def pairs_of(self, key: str) -> tuple[tuple[str, Node], ...]:
        """Return the pairs of the mapping `key`, or none."""
        return self._read(key, Node.pairs, ())

    def number(self, key: str) -> float | None:
        """Return the number `key`, or None."""
        return self._read(key, Node.number, None)

    def whole(self, key: str, default: int) -> int:
        """Return the whole number `key`."""
        return self._read(key, Node.whole, default)

    def truth(self, key: str, *, default: bool = False) -> bool:
        """Return whether `key` is true."""
        return self._read(key, Node.truth, default)

    def member(self, key: str, words: type[Word]) -> Word | None:
        """Return the word `key`, or None."""
        return self._read(key, lambda node: node.member(words), None)


def load(path: Path, name: str | None = None) -> Node:
    """Return the one document of a YAML file; `name` stands for the file in messages.

    Raises:
        RuleFault: not readable, not YAML, more than one document, repeated keys, anchors, tags.
    """
    shown = name or path.as_posix()
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "not UTF-8"
        raise RuleFault(f"{shown}: cannot be read ({why})") from error
    if path.suffix.lower() == ".json":
        text = _HALVES.sub(_joined, text)
    return parse(text, shown)


def _joined(halves: re.Match[str]) -> str:
    """Return a character that JSON writes in two halves as YAML writes it."""
    first, second = int(halves[1], 16), int(halves[2], 16)
    return f"\\U{0x10000 + ((first & 0x3FF) << 10) + (second & 0x3FF):08X}"


def parse(text: str, name: str) -> Node:
    """Return the one document of YAML `text`.

    Raises:
        RuleFault: as in `load`.
    """
    import yaml

    # PyYAML may have been built without libyaml.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        root = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise RuleFault(f"{name}:{line}: not valid YAML ({error.problem})") from error
    except yaml.YAMLError as error:
        raise RuleFault(f"{name}: not valid YAML ({error})") from error
    finally:
        loader.dispose()
    if root is None:
        raise RuleFault(f"{name}:1: the file is empty")
    return _node(root, name, "", set())


def folder(path: Path) -> Iterator[Path]:
    """Yield the YAML files below `path` in sorted order."""
    yield from sorted(path.rglob("*.yaml"))


def _node(raw: yaml.Node, file: str, where: str, seen: set[int]) -> Node:
    import yaml

    line = raw.start_mark.line + 1
    if isinstance(raw, yaml.ScalarNode):
        absent = raw.tag.endswith(":null") and raw.style is None
        return Node(file, line, where, None if absent else str(raw.value))
    if id(raw) in seen:
        raise RuleFault(f"{file}:{line}: {where}: anchors and aliases are not allowed")
    seen.add(id(raw))
    if isinstance(raw, yaml.SequenceNode):
        return Node(file, line, where, tuple(_node(item, file, where, seen) for item in raw.value))
    pairs: list[tuple[str, Node]] = []
    for key, value in raw.value:
        name = str(key.value)
        if any(name == known for known, _ in pairs):
            raise RuleFault(f'{file}:{key.start_mark.line + 1}: the key "{name}" is repeated')
        inner = f"{where}.{name}" if where else name
        pairs.append((name, _node(value, file, inner, seen)))
    return Node(file, line, where, Mapping(tuple(pairs)))
