"""Compound files (OLE): a small file system inside one file, read stream by stream.

Source: [MS-CFB], Compound File Binary File Format.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import NamedTuple

from msgspec import Struct, field

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST = 0xFFFFFFFA
_ENTRY = 128
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_HEADER_FAT = 109


class BadCompound(Exception):
    """The compound file is damaged; the message says how."""


class Folder(Struct):
    """What lies in a folder (a "storage"): first sector and size in bytes of each stream."""

    streams: dict[str, tuple[int, int]] = field(default_factory=dict)
    folders: dict[str, Folder] = field(default_factory=dict)


class _Entry(NamedTuple):
    name: str
    kind: int
    before: int
    behind: int
    inside: int
    start: int
    size: int


class Compound:
    """A compound file opened from bytes. Chains and folders that run in a circle are cut.

    Streams that no folder leads to lie in the root.
    """

    def __init__(self, data: bytes) -> None:
        """Read the directory.

        Raises:
            BadCompound: no compound file, or damaged.
        """
        if not data.startswith(MAGIC) or len(data) < 512:
            raise BadCompound("no compound file")
        self._data = data
        shift, mini = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or mini not in (6,):
            raise BadCompound("its sectors have an impossible size")
        self._size, self._mini_size = 1 << shift, 1 << mini
        directory, self._cutoff, mini_fat, difat = struct.unpack_from("<I4x2I4xI", data, 48)
        self._fat = self._load_fat(difat)
        self._mini_fat = _words(self._chain(mini_fat))
        self.root = Folder()
        self._mini = b""
        self._load_directory(self._chain(directory))

    def read(self, name: str, folder: Folder | None = None) -> bytes:
        """Return the bytes of a stream in a folder or the root.

        Raises:
            KeyError: there is no such stream.
        """
        start, size = (folder or self.root).streams[name]
        chain = self._mini_chain if size < self._cutoff else self._chain
        return chain(start)[:size]

    def _load_fat(self, difat: int) -> tuple[int, ...]:
        sectors = list(struct.unpack_from(f"<{_HEADER_FAT}I", self._data, 76))
        seen: set[int] = set()
        while difat < _LAST and difat not in seen:
            seen.add(difat)
            words = _words(self._sector(difat))
            if not words:
                break
            sectors.extend(words[:-1])
            difat = words[-1]
        return _words(b"".join(self._sector(s) for s in sectors if s < _LAST))

    def _load_directory(self, data: bytes) -> None:
        entries = [_entry(data, at) for at in range(0, len(data) - _ENTRY + 1, _ENTRY)]
        todo: list[tuple[int, Folder]] = []
        for entry in entries:
            if entry.kind == _ROOT:
                self._mini = self._chain(entry.start)
                todo.append((entry.inside, self.root))
        unseen = dict(enumerate(entries))
        while todo:
            number, folder = todo.pop()
            found = unseen.pop(number, None)
            if found is None:
                continue
            todo += [(found.before, folder), (found.behind, folder)]
            if found.kind == _STREAM:
                folder.streams.setdefault(found.name, (found.start, found.size))
            elif found.kind == _STORAGE:
                todo.append((found.inside, folder.folders.setdefault(found.name, Folder())))
        for lost in unseen.values():
            if lost.kind == _STREAM:
                self.root.streams.setdefault(lost.name, (lost.start, lost.size))

    def _sector(self, number: int) -> bytes:
        at = (number + 1) * self._size
        return self._data[at : at + self._size]

    def _chain(self, start: int) -> bytes:
        return _follow(start, self._fat, self._sector)

    def _mini_chain(self, start: int) -> bytes:
        size = self._mini_size
        return _follow(start, self._mini_fat, lambda n: self._mini[n * size : (n + 1) * size])


def _entry(data: bytes, at: int) -> _Entry:
    length, kind = struct.unpack_from("<HB", data, at + 64)
    name = data[at : at + min(max(length - 2, 0), 62)].decode("utf-16-le", "replace")
    return _Entry(name, kind, *struct.unpack_from("<III36xII", data, at + 68))


def _follow(start: int, table: tuple[int, ...], sector: Callable[[int], bytes]) -> bytes:
    parts: list[bytes] = []
    seen: set[int] = set()
    while start < len(table) and start not in seen:
        seen.add(start)
        parts.append(sector(start))
        start = table[start]
    return b"".join(parts)


def _words(data: bytes) -> tuple[int, ...]:
    count = len(data) // 4
    return struct.unpack_from(f"<{count}I", data) if count else ()
