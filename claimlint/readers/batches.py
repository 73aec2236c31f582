"""What a reader yields is handed on in batches: from process to process, from thread to thread."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.document import Passage
from claimlint.readers.interface import Item
from claimlint.values.pieces import Boxed

_BATCH = 64 * 1024
"""So many bytes are handed on at once, and at most a page."""


def batches(items: Iterator[Item]) -> Iterator[tuple[list[Item], int]]:
    """Yield the items page by page, or so many as fit into a batch, with their weight."""
    batch: list[Item] = []
    weight = 0
    for item in items:
        batch.append(item)
        weight += _weight(item)
        if weight > _BATCH or not isinstance(item, Passage):
            yield batch, weight
            batch, weight = [], 0
    if batch:
        yield batch, weight


def _weight(item: Item) -> int:
    """Return about how many bytes an item takes until somebody uses it."""
    if not isinstance(item, Passage):
        return 500
    pieces = item.pieces
    placed = len(pieces.data) if isinstance(pieces, Boxed) else 200 * len(pieces)
    return 500 + 2 * len(item.text) + placed
