"""Trees gone through without recursion: a hostile file may nest them deeper than Python allows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


class Walk(Generic[Thing]):
    """Yields the things of an iterator, and before the next those of iterators that are entered."""

    __slots__ = ("_open",)

    def __init__(self, things: Iterator[Thing]) -> None:
        self._open = [things]

    def enter(self, things: Iterator[Thing]) -> None:
        """Go through these next."""
        self._open.append(things)

    def __iter__(self) -> Iterator[Thing]:
        opened = self._open
        while opened:
            thing = next(opened[-1], None)
            if thing is None:
                opened.pop()
            else:
                yield thing
