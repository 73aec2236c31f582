"""Pages wait for their neighbours, so that what runs through the pages is told from the body."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from msgspec import Struct

from claimlint.readers.pdf.layout.margins import Mark
from claimlint.readers.pdf.layout.page_content import PageContent
from claimlint.readers.pdf.layout.roles import body_size

_AROUND = 2
"""So many pages before and after are looked at: left and right pages may differ."""
_FEW = 200
"""A page with fewer characters than this has no body size of its own."""


class Framed(Struct, frozen=True):
    """A page with what its neighbours tell about it."""

    content: PageContent
    body: float
    neighbours: tuple[tuple[Mark, ...], ...]


def framed(contents: Iterable[PageContent]) -> Iterator[Framed]:
    """Yield the pages in order, each after the two that follow it have been seen.

    No more than five pages are held at a time.
    """
    held: deque[PageContent] = deque()
    turn = 0
    for content in contents:
        held.append(content)
        if len(held) > turn + _AROUND:
            yield _frame(held, turn)
            if turn == _AROUND:
                held.popleft()
            else:
                turn += 1
    while turn < len(held):
        yield _frame(held, turn)
        turn += 1


def _frame(held: deque[PageContent], turn: int) -> Framed:
    content = held[turn]
    near = [
        other for index, other in enumerate(held) if index != turn and abs(index - turn) <= _AROUND
    ]
    weights = content.body
    if sum(characters for _, characters in weights) < _FEW:
        weights += tuple(weight for other in near for weight in other.body)
    return Framed(content, body_size(weights), tuple(other.marks for other in near))
