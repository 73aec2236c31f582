"""Numbers of the units of a document, packed: hundreds of cues keep theirs, of a long one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


class Places:
    """A set of numbers from 0 that takes one bit for each; read in ascending order.

    To look one up takes as long in a long document as in a short one.
    """

    __slots__ = ("_packed",)

    def __init__(self, packed: bytes = b"") -> None:
        """`packed` has a bit of 1 for each number, the lowest of the first byte for 0."""
        self._packed = packed.rstrip(b"\0")

    @classmethod
    def of(cls, numbers: Iterable[int]) -> Places:
        """Return the set of the numbers."""
        numbers = tuple(numbers)
        packed = bytearray((max(numbers, default=-1) >> 3) + 1)
        for number in numbers:
            packed[number >> 3] |= 1 << (number & 7)
        return cls(bytes(packed))

    @classmethod
    def to(cls, end: int) -> Places:
        """Return the numbers below `end`."""
        return cls(_packed((1 << end) - 1))

    def __or__(self, other: Places) -> Places:
        return Places(_packed(_bits(self._packed) | _bits(other._packed)))

    def __and__(self, other: Places) -> Places:
        return Places(_packed(_bits(self._packed) & _bits(other._packed)))

    def __contains__(self, number: int) -> bool:
        place = number >> 3
        return place < len(self._packed) and bool(self._packed[place] >> (number & 7) & 1)

    def spread(self, reach: int) -> Places:
        """Return the numbers that are at most `reach` away from one of these."""
        bits = _bits(self._packed)
        for _ in range(reach):
            bits |= bits << 1 | bits >> 1
        return Places(_packed(bits))

    def __bool__(self) -> bool:
        return bool(self._packed)

    def __iter__(self) -> Iterator[int]:
        digits = f"{_bits(self._packed):b}"[::-1]
        found = digits.find("1")
        while found >= 0:
            yield found
            found = digits.find("1", found + 1)


def _bits(packed: bytes) -> int:
    return int.from_bytes(packed, "little")


def _packed(bits: int) -> bytes:
    return bits.to_bytes((bits.bit_length() + 7) >> 3, "little")
