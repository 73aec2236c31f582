"""Numbers by the number that they belong to, packed: a long document has many units."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from operator import gt

_BITS = 32
_MEMBER = (1 << _BITS) - 1


class Grouped(Mapping[int, Sequence[int]]):
    """Numbers in ascending order by a number that they share; eight bytes for each."""

    __slots__ = ("_pairs",)

    def __init__(self, pairs: Iterable[tuple[int, int]]) -> None:
        """`pairs` tell the shared number first; both are below 2 to the power of 32."""
        self._pairs = array("Q", (shared << _BITS | own for shared, own in pairs))
        if any(map(gt, self._pairs, islice(self._pairs, 1, None))):
            self._pairs = array("Q", sorted(self._pairs))

    def __getitem__(self, shared: int) -> Sequence[int]:
        first = bisect_left(self._pairs, shared << _BITS)
        last = bisect_left(self._pairs, (shared + 1) << _BITS, first)
        if first == last:
            raise KeyError(shared)
        return [pair & _MEMBER for pair in self._pairs[first:last]]

    def __iter__(self) -> Iterator[int]:
        return iter(dict.fromkeys(pair >> _BITS for pair in self._pairs))

    def __len__(self) -> int:
        return len(set(iter(self)))
