"""Runs of a passage's text and their places in the file, one by one or packed."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from operator import le, lt
from typing import Final, TypeAlias, overload

from msgspec import Struct

from claimlint.boxes import Box

_WIDTH = 6
"""Start, end, and the four sides of the box in hundredths of a point."""
_TYPE: Final = "i"
_SIZE = _WIDTH * array(_TYPE).itemsize
_FAR = 2**31


class Piece(Struct, frozen=True):
    """A run of a passage's text that maps onto one place in the file.

    `start` and `end` are code points of the passage's text, end excluded. Readers of line-based
    formats set `line` and `column` (from 1) of the first character and `columns`, how many columns
    the run takes in the file: where that differs from its length (`&amp;` for `&`) the run is
    atomic. Readers of paged formats set `box`, readers of office files `anchor`.
    """

    start: int
    end: int
    line: int | None = None
    column: int | None = None
    columns: int | None = None
    box: Box | None = None
    anchor: str | None = None


class Boxed(Sequence[Piece]):
    """Pieces that have a box and nothing else, packed: a long PDF has a million of them."""

    __slots__ = ("data",)

    def __init__(self, data: bytes) -> None:
        """`data` is what `packed` makes of a list."""
        self.data = data

    @classmethod
    def of(cls, pieces: Iterable[tuple[int, int, Box]]) -> Boxed:
        """Return pieces with these starts, ends and boxes, sides rounded to 0.01."""
        flat: list[int] = []
        for start, end, (left, top, right, bottom) in pieces:
            sides = (round(100 * left), round(100 * top), round(100 * right), round(100 * bottom))
            flat += (start, end, *sides)
        return cls.packed(flat)

    @classmethod
    def packed(cls, flat: Sequence[int]) -> Boxed:
        """Return the pieces in a list: start, end, left, top, right, bottom in hundredths, …"""
        try:
            return cls(array(_TYPE, flat).tobytes())
        except OverflowError:  # beyond all paper
            near = [max(1 - _FAR, min(number, _FAR - 1)) for number in flat]
            return cls(array(_TYPE, near).tobytes())

    def check(self, length: int) -> None:
        """Tell apart pieces in order and inside a text of that length from any other bytes.

        Raises:
            ValueError: these are others.
        """
        if len(self.data) % _SIZE:
            raise ValueError("a piece is less than a box")
        flat = self._flat.tolist()
        starts, ends = flat[::_WIDTH], flat[1::_WIDTH]
        if not all(map(lt, starts, ends)):
            raise ValueError("a piece has no length")
        if not all(map(le, starts, starts[1:])):
            raise ValueError("pieces out of order")
        if starts and (starts[0] < 0 or max(ends) > length):
            raise ValueError("a piece is outside its text")

    @property
    def _flat(self) -> memoryview:
        return memoryview(self.data).cast(_TYPE)

    def __len__(self) -> int:
        return len(self.data) // _SIZE

    @overload
    def __getitem__(self, index: int) -> Piece: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Piece, ...]: ...
    def __getitem__(self, index: int | slice) -> Piece | tuple[Piece, ...]:
        if isinstance(index, slice):
            return tuple(self[at] for at in range(*index.indices(len(self))))
        at = range(len(self))[index] * _WIDTH
        start, end, left, top, right, bottom = self._flat[at : at + _WIDTH]
        return Piece(start, end, box=(left / 100, top / 100, right / 100, bottom / 100))

    def __iter__(self) -> Iterator[Piece]:
        return (self[at] for at in range(len(self)))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Boxed):
            return self.data == other.data
        return tuple(self) == other if isinstance(other, tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


Pieces: TypeAlias = tuple[Piece, ...] | Boxed
