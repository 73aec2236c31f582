"""Named parts in one run of bytes, each read when it is asked for, so that opening costs nothing.

The first line is JSON: length and checksum of each part, in order, and what else the head tells.
"""

from __future__ import annotations

from collections.abc import Mapping
from mmap import mmap
from typing import Any
from zlib import crc32

from msgspec import json

from claimlint.errors import ClaimlintError


def joined(head: Mapping[str, Any], parts: Mapping[str, bytes]) -> bytes:
    """Return head and parts as bytes that `Parts` reads."""
    told = {**head, "parts": {name: [len(part), crc32(part)] for name, part in parts.items()}}
    return b"\n".join((json.encode(told), b"".join(parts.values())))


class Parts:
    """The head and the parts of what `joined` made; `data` may be a file mapped into memory."""

    def __init__(self, data: bytes | mmap) -> None:
        """Raise `ValueError`, `KeyError` or `TypeError` where the data are damaged."""
        start = data.find(b"\n") + 1
        self.head: dict[str, Any] = json.decode(data[:start])
        self._data = data
        self._places: dict[str, tuple[int, int, int]] = {}
        for name, (length, checksum) in self.head["parts"].items():
            self._places[name] = (start, start + length, checksum)
            start += length
        if start != len(data):
            raise ValueError("parts are missing")

    def __getitem__(self, name: str) -> bytes:
        """Return a part; raises `ClaimlintError` where its bytes are not those that were joined."""
        start, end, checksum = self._places[name]
        part = self._data[start:end]
        if crc32(part) != checksum:
            raise ClaimlintError(
                "the compiled rules are damaged; empty the folder that holds what "
                "`claimlint cache where` names, or install claimlint again"
            )
        return part
