"""A short queue between the thread that reads a file and the one that takes what it yields."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from types import TracebackType
from typing import Generic, TypeVar

Thing = TypeVar("Thing")

_WAKE_SECONDS = 0.5


class Abandoned(Exception):
    """Nobody takes from the channel any more."""


class Channel(Generic[Thing]):
    """Holds things that weigh at most `room` together; who puts more waits until some are taken.

    However heavy, one thing always finds room. Used as a context manager by who puts things, it is
    closed at the end, with the error that ended the putting.
    """

    def __init__(self, room: int = 16_000_000) -> None:
        self._room = room
        self._held = 0
        self._things: deque[tuple[Thing, int]] = deque()
        self._changed = threading.Condition()
        self._closed = self.abandoned = False
        self._error: BaseException | None = None

    def put(self, thing: Thing, weight: int = 1) -> None:
        """Add a thing, once there is room.

        Raises:
            Abandoned: nobody will take it.
        """
        with self._changed:
            while self._things and self._held + weight > self._room and not self.abandoned:
                self._changed.wait()
            if self.abandoned:
                raise Abandoned
            self._things.append((thing, weight))
            self._held += weight
            self._changed.notify_all()

    def __enter__(self) -> Channel[Thing]:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        self.close(error)
        return True

    def close(self, error: BaseException | None = None) -> None:
        """Say that nothing more will come; an error is raised where the things are taken."""
        with self._changed:
            self._closed, self._error = True, error
            self._changed.notify_all()

    def abandon(self) -> None:
        """Say that nothing more will be taken."""
        with self._changed:
            self.abandoned = True
            self._things.clear()
            self._changed.notify_all()

    def __iter__(self) -> Iterator[Thing]:
        while True:
            with self._changed:
                while not self._things and not self._closed:
                    # An endless wait would not see Ctrl-C on Windows.
                    self._changed.wait(_WAKE_SECONDS)
                if not self._things:
                    break
                thing, weight = self._things.popleft()
                self._held -= weight
                self._changed.notify_all()
            yield thing
        if self._error is not None:
            raise self._error
