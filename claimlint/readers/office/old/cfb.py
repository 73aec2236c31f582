"""Compound files (OLE): a small file system inside one file, read stream by stream.

Source: [MS-CFB], Compound File Binary File Format.
"""

from __future__ import annotations

import struct
from collections.abc import Callable

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST = 0xFFFFFFFA
_ENTRY = 128
_STREAM, _ROOT = 2, 5
_HEADER_FAT = 109


class BadCompound(Exception):
    """The compound file is damaged; the message says how."""


class Compound:
    """A compound file opened from bytes. Chains of sectors that run in a circle are cut."""

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
        self.streams: dict[str, tuple[int, int]] = {}  # first sector and size in bytes
        self._mini = b""
        self._load_directory(self._chain(directory))

    def read(self, name: str) -> bytes:
        """Return the bytes of a stream.

        Raises:
            KeyError: there is no such stream.
        """
        start, size = self.streams[name]
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
        for at in range(0, len(data) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", data, at + 64)
            start, size = struct.unpack_from("<II", data, at + 116)
            if kind == _ROOT:
                self._mini = self._chain(start)
            elif kind == _STREAM:
                name = data[at : at + min(max(length - 2, 0), 62)].decode("utf-16-le", "replace")
                self.streams.setdefault(name, (start, size))

    def _sector(self, number: int) -> bytes:
        at = (number + 1) * self._size
        return self._data[at : at + self._size]

    def _chain(self, start: int) -> bytes:
        return _follow(start, self._fat, self._sector)

    def _mini_chain(self, start: int) -> bytes:
        size = self._mini_size
        return _follow(start, self._mini_fat, lambda n: self._mini[n * size : (n + 1) * size])


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
