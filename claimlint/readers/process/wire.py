"""What readers yield as bytes and back: nothing is lost on the way, and nothing believed.

The process that reads a hostile file may have been taken over by it, so that every value which
comes from there is checked: its type, its size, its order.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from msgspec import DecodeError, Struct, to_builtins
from msgspec.msgpack import Decoder, Encoder
from msgspec.structs import force_setattr

from claimlint.document import Location, Passage, Problem
from claimlint.readers.interface import Item, PageDone
from claimlint.readers.process.frames import WireFault
from claimlint.values.pieces import Boxed, Pieces


class _Row(Struct, frozen=True, array_like=True):
    """One item: the one of the three that is there."""

    passage: Passage | None = None
    problem: Problem | None = None
    page: PageDone | None = None


def dump(items: Iterable[Item]) -> bytes:
    """Return `items` as one message."""
    rows = [_row(item) for item in items]
    try:
        return Encoder().encode(rows)
    except UnicodeEncodeError:  # halves of characters, in names of parts and the like
        return Encoder().encode(_without_halves(to_builtins(rows, builtin_types=(bytes,))))


def _row(item: Item) -> _Row:
    if isinstance(item, Passage):
        return _Row(item)
    return _Row(None, item) if isinstance(item, Problem) else _Row(None, None, item)


def _without_halves(value: object) -> object:
    if isinstance(value, str):
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(value, dict):
        return {name: _without_halves(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_without_halves(inner) for inner in value]
    return value


def load(message: bytes) -> tuple[Item, ...]:
    """Return the items of a message; texts that many places of it share are kept once.

    Raises:
        WireFault: the message is not one that `dump` makes.
    """
    try:
        rows = _decoder().decode(message)
    except (DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise WireFault(f"not a message ({error})") from error
    said: dict[str, str] = {}
    return tuple(_item(row, said) for row in rows)


@cache
def _decoder() -> Decoder[list[_Row]]:
    return Decoder(list[_Row])


def _item(row: _Row, said: dict[str, str]) -> Item:
    passage = row.passage
    if passage is not None:
        _check(passage.pieces, len(passage.text))
        _share(passage.location, said)
        return passage
    item = row.problem or row.page
    if item is None:
        raise WireFault("a row without an item")
    return item


def _share(place: Location, said: dict[str, str]) -> None:
    """Let a new place use the texts of equal places before it, so that each is held once."""
    force_setattr(place, "label", said.setdefault(place.label, place.label))
    if place.anchor is not None:
        force_setattr(place, "anchor", said.setdefault(place.anchor, place.anchor))


def _check(pieces: Pieces, length: int) -> None:
    if isinstance(pieces, Boxed):
        try:
            pieces.check(length)
        except ValueError as error:
            raise WireFault(str(error)) from error
        return
    before = 0
    for piece in pieces:
        if not before <= piece.start < piece.end <= length:
            told = f"{piece.start}:{piece.end}"
            raise WireFault(f"a piece {told} is outside its text or out of order")
        before = piece.start
