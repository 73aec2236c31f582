"""The open elements of a page; every question about them takes constant time."""

from __future__ import annotations

from typing import Generic, TypeVar

Content = TypeVar("Content")


class Stack(Generic[Content]):
    """Open elements with what each holds. Nothing recurses: depth costs memory only."""

    def __init__(self, bottom: Content) -> None:
        self._names: list[tuple[str, ...]] = [()]
        self._contents: list[Content] = [bottom]
        self._places: dict[str, list[int]] = {}

    @property
    def top(self) -> Content:
        """Return what the innermost element holds."""
        return self._contents[-1]

    def push(self, content: Content, *names: str) -> None:
        """Open an element that is found under each of `names`; the first is its own."""
        for name in names:
            self._places.setdefault(name, []).append(len(self._contents))
        self._names.append(names)
        self._contents.append(content)

    def nearest(self, *names: str) -> int:
        """Return the depth of the innermost open element with one of `names`, 0 if none is."""
        return max((self._places[name][-1] for name in names if self._places.get(name)), default=0)

    def pop_to(self, depth: int) -> None:
        """Close the elements from the innermost one to that at `depth`, included."""
        while len(self._contents) > max(depth, 1):
            for name in self._names.pop():
                self._places[name].pop()
            self._contents.pop()

    def release(self, depth: int) -> None:
        """Make the element at `depth` end without those inside it, as `<b><div></b>` does.

        It must be the innermost of its name.
        """
        for name in self._names[depth]:
            self._places[name].pop()
        self._names[depth] = ()
