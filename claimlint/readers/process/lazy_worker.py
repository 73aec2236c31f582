"""A reading process that is started, with all that it imports, only for its first file."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimlint.readers.interface import Item, Limits, Source

if TYPE_CHECKING:
    from claimlint.readers.process.worker import Worker


class LazyWorker:
    """One worker of a pool, or the place of one that no file has needed yet."""

    def __init__(self, limits: Limits, command: tuple[str, ...] = ()) -> None:
        self._limits = limits
        self._command = command
        self._closed = False
        self._lock = threading.Lock()
        self._worker: Worker | None = None

    def read(self, kind: str, source: Source) -> Iterator[Item]:
        """Yield what the worker reads of a file of the format called `kind`."""
        from claimlint.readers.process.second_attempt import read

        yield from read(self._taken(), kind, source)

    def enforce(self) -> None:
        """End the process if its file has taken longer than allowed; called from a watcher."""
        if self._worker is not None:
            self._worker.enforce()

    def stop(self) -> None:
        """End the process, if there is one."""
        if self._worker is not None:
            self._worker.stop()

    def close(self) -> None:
        """End the process and let no other start."""
        with self._lock:
            self._closed = True
            if self._worker is not None:
                self._worker.close()

    def _taken(self) -> Worker:
        from claimlint.readers.process.worker import Worker

        with self._lock:
            if self._worker is None:
                self._worker = Worker(self._limits, self._command)
                if self._closed:
                    self._worker.close()
            return self._worker
