"""The folder of sealed results: written whole or not at all, bounded, the longest unused go first.

Nobody but the user may look into it. Whatever goes wrong with it costs time and nothing else.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from claimlint.cache.sealed import SealFault, opened, sealed
from claimlint.machine import cache

MOST = 256 * 1024 * 1024
"""So many bytes are kept in all."""
LARGEST = 64 * 1024 * 1024
"""One entry with more bytes than this is not kept."""
DAYS = 30
"""What nobody asked for in so many days is removed."""
_PART = ".part-"
_STALE_SECONDS = 3600.0


def results_folder() -> Path:
    """Return the folder of results below the user's cache folder."""
    return cache.folder() / "results"


class Store:
    """Sealed entries by name."""

    def __init__(self, folder: Path, most: int = MOST) -> None:
        self._folder = folder
        self._most = most
        self._written = False

    def take(self, name: str, secret: bytes) -> bytes | None:
        """Return what is kept under a name, or None; an entry that is damaged is removed."""
        path = self._folder / name
        try:
            text = opened(path.read_bytes(), secret)
            os.utime(path)
        except SealFault:
            with suppress(OSError):
                path.unlink()
            return None
        except (OSError, MemoryError):
            return None
        return text

    def put(self, name: str, secret: bytes, text: bytes) -> None:
        """Keep a text under a name; a folder that cannot be written is no fault."""
        from tempfile import mkstemp

        data = sealed(text, secret)
        if len(data) > LARGEST:
            return
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, part = mkstemp(dir=self._folder, prefix=_PART)
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(part).replace(self._folder / name)
        except OSError:
            return
        self._written = True

    def close(self) -> None:
        """After writing, remove what is old, and the longest unused where there is too much."""
        if not self._written:
            return
        now, left = time.time(), self._most
        for age, size, path in sorted(self._entries(now)):
            left -= size
            stale = path.name.startswith(_PART) and age > _STALE_SECONDS
            if left < 0 or age > DAYS * 86_400 or stale:
                with suppress(OSError):
                    path.unlink()

    def clear(self) -> int:
        """Remove all entries and return how many there were."""
        paths = [path for _, _, path in self._entries(0.0)]
        for path in paths:
            path.unlink(missing_ok=True)
        return len(paths)

    def size(self) -> tuple[int, int]:
        """Return how many entries there are, and their bytes."""
        sizes = [size for _, size, _ in self._entries(0.0)]
        return len(sizes), sum(sizes)

    def _entries(self, now: float) -> Iterator[tuple[float, int, Path]]:
        """Yield seconds since the last use, size and path of each entry."""
        try:
            with os.scandir(self._folder) as found:
                entries = [entry for entry in found if entry.is_file(follow_symlinks=False)]
        except OSError:
            return
        for entry in entries:
            with suppress(OSError):
                status = entry.stat(follow_symlinks=False)
                yield now - status.st_mtime, status.st_size, Path(entry.path)
