"""The time that somebody spends waiting for a reading process."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Stopwatch:
    """Counts the seconds that somebody waited for the worker, and only those."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._left = 0.0
        self._since: float | None = None
        self.late = False

    def set(self, seconds: float) -> None:
        """Allow `seconds` from here on."""
        with self._lock:
            self._left, self._since, self.late = seconds, None, False

    @contextmanager
    def running(self) -> Iterator[None]:
        """Count the time inside the block."""
        with self._lock:
            self._since = time.monotonic()
        try:
            yield
        finally:
            with self._lock:
                if self._since is not None:
                    self._left -= time.monotonic() - self._since
                self._since = None

    def over(self) -> bool:
        """Tell whether the time is up; once it was, `late` stays true."""
        with self._lock:
            spent = 0.0 if self._since is None else time.monotonic() - self._since
            if spent > self._left:
                self.late = True
            return self.late
