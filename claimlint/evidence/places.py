"""Numbers of the units of a document, packed: hundreds of cues keep theirs, of a long one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


class Places:
    """A set of numbers from 0 that takes one bit for each; read in ascending order."""

    __slots__ = ("_bits",)

    def __init__(self, bits: int = 0) -> None:
        """`bits` has a bit of 1 for each number, the lowest for 0."""
        self._bits = bits

    @classmethod
    def of(cls, numbers: Iterable[int]) -> Places:
        """Return the set of the numbers."""
        packed = bytearray()
        for number in numbers:
            place = number >> 3
            if place >= len(packed):
                packed.extend(bytes(place + 1 - len(packed)))
            packed[place] |= 1 << (number & 7)
        return cls(int.from_bytes(packed, "little"))

    @classmethod
    def to(cls, end: int) -> Places:
        """Return the numbers below `end`."""
        return cls((1 << end) - 1)

    def __or__(self, other: Places) -> Places:
        return Places(self._bits | other._bits)

    def __and__(self, other: Places) -> Places:
        return Places(self._bits & other._bits)

    def __contains__(self, number: int) -> bool:
        return bool(self._bits >> number & 1)

    def between(self, start: int, end: int) -> bool:
        """Tell whether there is a number from `start` (0 if below) up to `end`, `end` excluded."""
        start = max(start, 0)
        return bool(self._bits >> start & ((1 << max(end - start, 0)) - 1))

    def __bool__(self) -> bool:
        return self._bits != 0

    def __iter__(self) -> Iterator[int]:
        digits = f"{self._bits:b}"[::-1]
        found = digits.find("1")
        while found >= 0:
            yield found
            found = digits.find("1", found + 1)
