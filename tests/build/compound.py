"""Compound files (OLE) for tests: as few sectors as it takes."""

from __future__ import annotations

import struct
from collections.abc import Mapping

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def compound(streams: Mapping[str, bytes]) -> bytes:
    """Return a compound file of at most three streams and 60 KiB."""
    sectors: list[bytes] = []
    table = [_FAT]
    entries = [_entry("Root Entry", 5, _END, 0)]
    for name, data in streams.items():
        parts = [data[at : at + _SECTOR] for at in range(0, len(data), _SECTOR)] or [b""]
        start = len(table)
        table += [*range(start + 1, start + len(parts)), _END]
        sectors += [part.ljust(_SECTOR, b"\0") for part in parts]
        entries.append(_entry(name, 2, start, len(data)))
    folder = len(table)
    table.append(_END)
    sectors.append(b"".join(entries).ljust(_SECTOR, b"\0"))
    table += [_FREE] * (_SECTOR // 4 - len(table))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    header += struct.pack(
        "<HHHHH6xIIIIIIIIII", 62, 3, 0xFFFE, 9, 6, 0, 1, folder, 0, 0, _END, 0, _END, 0, 0
    )
    header += struct.pack("<108I", *([_FREE] * 108))
    return header + struct.pack(f"<{len(table)}I", *table) + b"".join(sectors)


def native(name: str, data: bytes) -> bytes:
    """Return the stream of a packager object around a file."""
    path = name.encode() + b"\0"
    inside = path + path + struct.pack("<HHI", 0, 3, len(path)) + path
    inside = struct.pack("<H", 2) + inside + struct.pack("<I", len(data)) + data
    return struct.pack("<I", len(inside)) + inside


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    raw = name.encode("utf-16-le")
    head = raw.ljust(64, b"\0") + struct.pack("<HBB", len(raw) + 2, kind, 1)
    return (head + struct.pack("<III", _FREE, _FREE, _FREE)).ljust(116, b"\0") + struct.pack(
        "<III", start, size, 0
    )
