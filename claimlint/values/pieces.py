"""Runs of a passage's text and their places in the file, one by one or packed."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Final, TypeAlias, overload

from msgspec import Struct
from msgspec.structs import replace

from claimlint.values.boxes import Box, Whole

_TYPE: Final = "i"
_FAR = 2**31
_HEAD = 4
"""So many numbers say of a line where it starts, how many words it has, its top and bottom."""


class Piece(Struct, frozen=True, omit_defaults=True):
    """A run of a passage's text that maps onto one place in the file.

    `start` and `end` are code points of the passage's text, end excluded. Readers of line-based
    formats set `line` and `column` (from 1) of the first character and `columns`, how many columns
    the run takes in the file: where that differs from its length (`&amp;` for `&`) the run is
    atomic. Readers of paged formats set `box`, readers of office files `anchor`.
    """

    start: Whole
    end: Whole
    line: Whole | None = None
    column: Whole | None = None
    columns: Whole | None = None
    box: Box | None = None
    anchor: str | None = None

    @property
    def atomic(self) -> bool:
        """Tell whether the run maps as a whole, not character by character."""
        return self.columns not in (None, self.end - self.start)

    @property
    def width(self) -> int:
        """Return how many columns the run takes."""
        return self.end - self.start if self.columns is None else self.columns

    def shifted(self, by: int) -> Piece:
        """Return the piece in a text before which `by` code points more stand."""
        return replace(self, start=self.start + by, end=self.end + by)

    def cut(self, start: int, end: int) -> Piece:
        """Return the part between two code points of the passage; an atomic run keeps its place.

        An anchor that ends in an offset ("…/r3+0") is moved on.
        """
        first, last = max(self.start, start), min(self.end, end)
        into = first - self.start
        return replace(
            self,
            start=first,
            end=last,
            column=self.column if self.column is None or self.atomic else self.column + into,
            columns=self.columns if self.columns is None or self.atomic else last - first,
            anchor=None if self.anchor is None else _moved(self.anchor, into),
        )


def _moved(anchor: str, by: int) -> str:
    head, plus, base = anchor.rpartition("+")
    return f"{head}+{int(base) + by}" if plus and base.isdecimal() else anchor


class Boxed(Struct, frozen=True):
    """Pieces that have a box and nothing else, packed: a long PDF has a million of them.

    `data` holds whole numbers, for each line of words with one character between them: where it
    starts, how many words, top, bottom; then their left edges, right edges and lengths. Edges
    count hundredths of a point.
    """

    data: bytes

    @classmethod
    def of(cls, pieces: Iterable[tuple[int, int, Box]]) -> Boxed:
        """Return pieces with these starts, ends and boxes, sides rounded to 0.01."""
        flat: list[int] = []
        for start, end, (left, top, right, bottom) in pieces:
            high, low = round(100 * top), round(100 * bottom)
            flat += (start, 1, high, low, round(100 * left), round(100 * right), end - start)
        return cls.packed(flat)

    @classmethod
    def packed(cls, flat: Sequence[int]) -> Boxed:
        """Return the pieces in a list of the numbers that `data` holds."""
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
        if len(self.data) % array(_TYPE).itemsize:
            raise ValueError("a number is cut off")
        at = before = 0
        flat = self._flat
        while at < len(flat):
            start, count, _, _ = flat[at : at + _HEAD]
            sizes = flat[at + _HEAD + 2 * count : at + _HEAD + 3 * count]
            if count < 1 or len(sizes) < count or min(sizes) < 1:
                raise ValueError("a line has no words, or a word has no length")
            end = start + sum(sizes) + count - 1
            if not before <= start or end > length:
                raise ValueError("pieces out of order, or outside their text")
            at, before = at + _HEAD + 3 * count, end - sizes[-1]

    def between(self, start: int, end: int) -> tuple[Piece, ...]:
        """Return the pieces that hold some of the code points `start` to `end` (excluded)."""
        found: list[Piece] = []
        for at, count in self._lines():
            if self._flat[at] >= end:
                break
            found += (piece for piece in self._line(at, count) if start < piece.end)
        return tuple(piece for piece in found if piece.start < end)

    @property
    def _flat(self) -> memoryview:
        return memoryview(self.data).cast(_TYPE)

    def _lines(self) -> Iterator[tuple[int, int]]:
        """Yield where each line begins in the numbers, and how many words it has."""
        at, flat = 0, self._flat
        while at < len(flat):
            count = flat[at + 1]
            yield at, count
            at += _HEAD + 3 * count

    def _line(self, at: int, count: int) -> Iterator[Piece]:
        flat = self._flat[at : at + _HEAD + 3 * count].tolist()
        start, _, top, bottom = flat[:_HEAD]
        edges = (flat[_HEAD + part * count : _HEAD + part * count + count] for part in range(3))
        for left, right, size in zip(*edges, strict=True):
            box = (left / 100, top / 100, right / 100, bottom / 100)
            yield Piece(start, start + size, box=box)
            start += size + 1

    def __len__(self) -> int:
        return sum(count for _, count in self._lines())

    @overload
    def __getitem__(self, index: int) -> Piece: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Piece, ...]: ...
    def __getitem__(self, index: int | slice) -> Piece | tuple[Piece, ...]:
        return tuple(self)[index]

    def __iter__(self) -> Iterator[Piece]:
        for at, count in self._lines():
            yield from self._line(at, count)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Boxed):
            return self.data == other.data or tuple(self) == tuple(other)
        return tuple(self) == other if isinstance(other, tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


Pieces: TypeAlias = tuple[Piece, ...] | Boxed


def between(pieces: Pieces, start: int, end: int) -> tuple[Piece, ...]:
    """Return the pieces that hold some of the code points `start` to `end` (excluded)."""
    if isinstance(pieces, Boxed):
        return pieces.between(start, end)
    first = max(0, bisect_right(pieces, start, key=lambda piece: piece.start) - 1)
    onward = (pieces[at] for at in range(first, len(pieces)))
    near = takewhile(lambda piece: piece.start < end, onward)
    return tuple(piece for piece in near if piece.end > start)
