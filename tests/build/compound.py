"""Compound files (OLE) for tests: as few sectors as it takes."""

from __future__ import annotations

import struct
from collections.abc import Mapping

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_STORAGE, _STREAM, _ROOT = 1, 2, 5

Tree = Mapping[str, "bytes | Tree"]
"""Streams, and folders of streams, by name."""


def compound(tree: Tree) -> bytes:
    """Return a compound file of at most 6 MiB."""
    file = _File()
    file.entries.append(_entry("Root Entry", _ROOT))
    file.entries[0] = _entry("Root Entry", _ROOT, inside=file.add_all(tree))
    folder = file.store(b"".join(file.entries))
    return file.written(folder)


def native(name: str, data: bytes) -> bytes:
    """Return the stream of a packager object around a file."""
    path = name.encode() + b"\0"
    inside = path + path + struct.pack("<HHI", 0, 3, len(path)) + path
    inside = struct.pack("<H", 2) + inside + struct.pack("<I", len(data)) + data
    return struct.pack("<I", len(inside)) + inside


class _File:
    def __init__(self) -> None:
        self.sectors: list[bytes] = []
        self.chains: list[tuple[int, int]] = []
        self.entries: list[bytes] = []

    def store(self, data: bytes) -> int:
        """Return the first sector of the data, counted from 0."""
        first = len(self.sectors)
        parts = [data[at : at + _SECTOR] for at in range(0, len(data), _SECTOR)] or [b""]
        self.sectors += [part.ljust(_SECTOR, b"\0") for part in parts]
        self.chains.append((first, len(self.sectors)))
        return first

    def add_all(self, tree: Tree) -> int:
        """Return the number of the first entry of a folder: each leads to the one behind it."""
        behind = _FREE
        for name, content in reversed(tree.items()):
            if isinstance(content, bytes):
                start, size = self.store(content), len(content)
                entry = _entry(name, _STREAM, behind, start=start, size=size)
            else:
                entry = _entry(name, _STORAGE, behind, inside=self.add_all(content))
            self.entries.append(entry)
            behind = len(self.entries) - 1
        return behind

    def written(self, folder: int) -> bytes:
        """Return the file; the table of its sectors stands at the end."""
        count, tables = len(self.sectors), 1
        while tables * _SECTOR // 4 < count + tables:
            tables += 1
        table = [_FREE] * (tables * _SECTOR // 4)
        for first, end in self.chains:
            table[first:end] = [*range(first + 1, end), _END]
        table[count : count + tables] = [_FAT] * tables
        header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
        sizes = (62, 3, 0xFFFE, 9, 6, 0, tables, folder, 0, 0, _END, 0, _END, 0)
        header += struct.pack("<HHHHH6xIIIIIIIII", *sizes)
        places = [*range(count, count + tables), *([_FREE] * (109 - tables))]
        header += struct.pack("<109I", *places)
        return header + b"".join(self.sectors) + struct.pack(f"<{len(table)}I", *table)


def _entry(
    name: str, kind: int, behind: int = _FREE, inside: int = _FREE, start: int = 0, size: int = 0
) -> bytes:
    raw = name.encode("utf-16-le")
    head = raw.ljust(64, b"\0") + struct.pack("<HBB", len(raw) + 2, kind, 1)
    return (head + struct.pack("<III", _FREE, behind, inside)).ljust(116, b"\0") + struct.pack(
        "<III", start, size, 0
    )
