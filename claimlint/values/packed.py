"""Long sequences of values, packed in blocks and unpacked where something in them is asked for."""

from __future__ import annotations

import zlib
from abc import ABCMeta
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice
from typing import ClassVar, Self, TypeVar, overload

from msgspec import Struct, StructMeta
from msgspec.msgpack import Decoder, Encoder

BLOCK = 64
"""So many values are packed together."""
_OPEN = 4
"""So many blocks stay unpacked: what is asked for next mostly stands close by."""
_FAST = 1

Value = TypeVar("Value")


class _SequenceMeta(StructMeta, ABCMeta):
    """Makes values that are sequences."""


class PackedSequence(Struct, Sequence[Value], frozen=True, metaclass=_SequenceMeta):
    """Values of one type, `holds`; each takes a fifth or less of the memory that it takes alone.

    All blocks hold `BLOCK` values, but for the last.
    """

    blocks: tuple[bytes, ...]
    length: int
    holds: ClassVar[type[object]]

    @classmethod
    def of(cls, values: Iterable[Value]) -> Self:
        """Return the values packed; raises as `packed` does."""
        blocks = tuple(packed(values))
        last = len(_unpacked(cls.holds, blocks[-1])) if blocks else 0  # type: ignore[arg-type]  # a class has a hash
        return cls(blocks, max(len(blocks) - 1, 0) * BLOCK + last)

    @overload
    def __getitem__(self, index: int) -> Value: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Value, ...]: ...
    def __getitem__(self, index: int | slice) -> Value | tuple[Value, ...]:
        if isinstance(index, slice):
            return tuple(self[each] for each in range(self.length)[index])
        block, place = divmod(range(self.length)[index], BLOCK)
        return self._opened(block)[place]

    def __iter__(self) -> Iterator[Value]:
        for block in range(len(self.blocks)):
            yield from self._opened(block)

    def __len__(self) -> int:
        return self.length

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, PackedSequence | tuple):
            return NotImplemented
        return tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def _opened(self, block: int) -> tuple[Value, ...]:
        return _unpacked(self.holds, self.blocks[block])  # type: ignore[arg-type]  # a class has a hash


def packed(values: Iterable[object]) -> Iterator[bytes]:
    """Yield values in blocks.

    Raises:
        UnicodeEncodeError: a text holds half a character.
    """
    encoder, waiting = Encoder(), iter(values)
    while block := tuple(islice(waiting, BLOCK)):
        yield zlib.compress(encoder.encode(block), _FAST)


@lru_cache(maxsize=_OPEN)
def _unpacked(kind: type[Value], block: bytes) -> tuple[Value, ...]:
    return _decoder(kind).decode(zlib.decompress(block))  # type: ignore[arg-type]


@cache
def _decoder(kind: type[Value]) -> Decoder[tuple[Value, ...]]:
    return Decoder(tuple[kind, ...])  # type: ignore[valid-type]  # known when it runs
