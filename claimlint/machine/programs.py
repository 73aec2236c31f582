"""Programs of regular expressions, made beforehand.

CPython compiles an expression in two steps: Python code parses it and writes a program, a list of
numbers; then C code makes the pattern of it, in a hundredth of the time. A program depends on the
interpreter alone, so it can be kept. What is used for that is private to the `re` module; where any
of it is missing or another interpreter made the programs, there are none, and nothing else changes.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Iterable
from importlib import import_module
from mmap import mmap
from typing import Any
from zlib import crc32

from msgspec import Struct, msgpack

from claimlint.machine.parts import Parts, joined

FORM = 1
"""Counts up when the form of what is kept changes, so that an older one is made anew."""

Expression = tuple[str, int]
"""The source of an expression and its flags, as `re.compile` takes them."""

_LEAVES = 1024


class _Program(Struct, frozen=True, array_like=True):
    """What C code makes a pattern of, as the `re` module would hand it over."""

    flags: int
    code: bytes
    groups: int
    names: dict[str, int]


_Leaf = dict[bytes, _Program]


def interpreter() -> str:
    """Return what a program depends on; empty where no program can be made."""
    try:
        engine = import_module("_sre")
        made_for = f"{engine.MAGIC} {engine.CODESIZE} {array('I').itemsize} {sys.byteorder}"
        _ = import_module("re._compiler")._code, import_module("re._parser").parse
    except (ImportError, AttributeError):
        return ""
    return f"{sys.implementation.name} {made_for} {sys.version}"


def written(expressions: Iterable[Expression], rules: str) -> bytes:
    """Return the programs of expressions as bytes that `Programs` reads.

    `rules` is the digest of the rules that they belong to.
    """
    leaves: list[_Leaf] = [{} for _ in range(_LEAVES)]
    for source, flags in sorted(expressions) if interpreter() else ():
        key = _key(source, flags)
        leaves[_leaf(key)][key] = _program(source, flags)
    head = {"form": FORM, "interpreter": interpreter(), "rules": rules}
    return joined(head, {str(n): msgpack.encode(leaf) for n, leaf in enumerate(leaves)})


class Programs:
    """The programs that `written` wrote, each read when it is asked for."""

    def __init__(self, data: bytes | mmap) -> None:
        """Raise `ValueError`, `KeyError` or `TypeError` where they are no use to this process."""
        self._parts = Parts(data)
        head = self._parts.head
        if head["form"] != FORM or head["interpreter"] != interpreter():
            raise ValueError("programs of another form or for another interpreter")
        self.rules: str = head["rules"]
        self._engine: Any = import_module("_sre")

    def pattern(self, source: str, flags: int) -> re.Pattern[str] | None:
        """Return the pattern of an expression, or None where its program was not written.

        Raises:
            ClaimlintError: the bytes are not those that were written.
        """
        key = _key(source, flags)
        program = msgpack.decode(self._parts[str(_leaf(key))], type=_Leaf).get(key)
        if program is None:
            return None
        by_number: list[str | None] = [None] * (program.groups + 1)
        for name, number in program.names.items():
            by_number[number] = name
        made: re.Pattern[str] = self._engine.compile(
            source,
            program.flags,
            array("I", program.code).tolist(),
            program.groups,
            program.names,
            tuple(by_number),
        )
        return made


def _program(source: str, flags: int) -> _Program:
    compiler: Any = import_module("re._compiler")
    parsed = import_module("re._parser").parse(source, flags)
    state = parsed.state
    code = array("I", compiler._code(parsed, flags))
    return _Program(flags | state.flags, code.tobytes(), state.groups - 1, dict(state.groupdict))


def _key(source: str, flags: int) -> bytes:
    return f"{flags} {source}".encode("utf-8", "surrogatepass")


def _leaf(key: bytes) -> int:
    return crc32(key) % _LEAVES
