"""Hears what a run reads besides its documents, so that nobody has to guess it.

Python tells of every file that is opened and every folder that is listed (audit events, PEP 578);
`claimlint.machine.paths` tells in the same way which paths were only looked at.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterable
from functools import cache
from threading import get_ident
from typing import Any

from claimlint.cache.digests import LARGEST, program_folders
from claimlint.machine.cache import folder as cache_folder
from claimlint.machine.paths import LOOKED

_WAYS = {"open": "opened", "os.listdir": "listed", "os.scandir": "listed", LOOKED: "looked"}
_WRITING = os.O_WRONLY | os.O_RDWR
_INSTALLED = ("site-packages", "dist-packages")
_CODE = (".py", ".pyc", ".so", ".pyd", ".dll")
_UNTOLD = "untold"
"""The state of a file that is too large to be compared."""

Seen = tuple[str, str, str]
"""How a path was seen, the path, and the state that it was in."""


class Witness:
    """Notes what this process reads while it is used as a context manager.

    Left out are the documents themselves (`besides`) and what `surroundings` covers: the program,
    the packages installed beside it, and its cache.
    """

    def __init__(self, besides: Iterable[str] = ()) -> None:
        self._besides = frozenset(map(os.path.abspath, besides))
        library = os.path.dirname(os.__file__)  # noqa: PTH120 -- pathlib may not be asked in here
        known = (*program_folders(), cache_folder(), library, "/dev", "/proc", "/sys")
        self._known = tuple(f"{folder}{os.sep}" for folder in known)
        self._noted: dict[tuple[str, str], str] = {}
        self._busy: set[int] = set()

    def __enter__(self) -> Witness:
        _listening().append(self)
        return self

    def __exit__(self, *_: object) -> None:
        _listening().remove(self)

    def hear(self, event: str, way: str, told: tuple[Any, ...]) -> None:
        """Note what an audit event says was read, unless the noting of another event caused it."""
        if get_ident() in self._busy:
            return
        self._busy.add(get_ident())
        try:
            self._note(event, way, told)
        finally:
            self._busy.discard(get_ident())

    def _note(self, event: str, way: str, told: tuple[Any, ...]) -> None:
        named = "." if told[0] is None else told[0]
        if not isinstance(named, str | bytes | os.PathLike) or _writes(way, told):
            return
        path = os.path.abspath(os.fsdecode(named))  # noqa: PTH100
        if (way, path) in self._noted or self._is_known(path):
            return
        # What an import searches is listed by no other function.
        searched = event == "os.listdir" and path in map(os.path.abspath, sys.path)
        opened_folder = way == "opened" and os.path.isdir(path)  # noqa: PTH112
        if not (searched or opened_folder):
            self._noted[way, path] = state(way, path)

    def _is_known(self, path: str) -> bool:
        installed = any(f"{os.sep}{name}{os.sep}" in path for name in _INSTALLED)
        known = path in self._besides or f"{path}{os.sep}".startswith(self._known)
        return known or installed or path.endswith(_CODE)

    def seen(self) -> tuple[Seen, ...]:
        """Return what was seen, in the state in which it was when it was first asked for."""
        return tuple((way, path, before) for (way, path), before in self._noted.items())


@cache
def _listening() -> list[Witness]:
    """Return who listens in this process; a hook cannot be taken away, so there is one."""
    witnesses: list[Witness] = []

    def hear(event: str, told: tuple[Any, ...]) -> None:
        way = _WAYS.get(event)
        if way is not None:
            for witness in tuple(witnesses):
                witness.hear(event, way, told)

    sys.addaudithook(hear)
    return witnesses


def unchanged(seen: Iterable[Seen]) -> bool:
    """Tell whether all that was seen is in the state that it was in."""
    return all(before != _UNTOLD and state(way, path) == before for way, path, before in seen)


def state(way: str, path: str) -> str:
    """Return what tells a path's present state from others, as far as that way of seeing sees."""
    try:
        kind = os.stat(path)  # noqa: PTH116
        mark = f"{stat.S_IFMT(kind.st_mode)} {os.path.islink(path)}"  # noqa: PTH114
        if way == "listed":
            names = sorted(os.listdir(path))  # noqa: PTH208
            return hashlib.sha256("\0".join(names).encode("utf-8", "replace")).hexdigest()
        if way == "looked" or not stat.S_ISREG(kind.st_mode):
            return mark
        if kind.st_size > LARGEST:
            return _UNTOLD
        with open(path, "rb") as file:  # noqa: PTH123
            return f"{mark} {hashlib.file_digest(file, 'sha256').hexdigest()}"
    except (OSError, ValueError):
        return ""


def _writes(way: str, told: tuple[Any, ...]) -> bool:
    if way != "opened":
        return False
    _, mode, flags = told
    return bool(set(mode) & set("wax+") if isinstance(mode, str) else flags & _WRITING)
