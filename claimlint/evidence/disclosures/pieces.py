"""The evidence of one kind in a document, piece by piece where someone asks for it.

Where a piece must be whole, only those are read of which some anchor has a place for every field of
the kernel close by.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, reduce
from operator import and_, or_

from claimlint.evidence.disclosures.drafts import Draft, Piece, is_anchor
from claimlint.evidence.disclosures.members import Ground, together
from claimlint.evidence.matching.compiled_kinds import CompiledField, CompiledKind
from claimlint.evidence.matching.places import Places


class Pieces:
    """Reads the evidence of one kind in a document; what was read is kept.

    The kind is recognised by the first field of its kernel, or else by any one of `fields`.
    """

    def __init__(
        self, compiled: CompiledKind, ground: Ground, fields: Sequence[CompiledField] = ()
    ) -> None:
        self._compiled = compiled
        self._ground = ground
        self._fields = fields or (compiled.anchor,)
        self._read: dict[int, Piece] = {}
        self._anchors: dict[int, bool] = {}
        self._rivals: dict[int, bool] = {}

    def whole(self) -> Iterator[Draft]:
        """Yield the evidence whose kernel is complete, in order."""
        if all(self._compiled.needed(self._ground.index)):
            noted = self._ground.noted
            needed = [
                each for each in self._compiled.needed(self._ground.index) if not each & noted
            ]
            close = reduce(and_, map(self._close_to, needed), self.able)
            found = self.anchored_in(close | (self.able & noted))
            yield from (piece.draft for piece in found if piece.whole)

    def begun(self) -> Iterator[Piece]:
        """Yield what shows more than its anchor, or stands under a heading of its kind."""
        if not self.able:
            return
        _, *further = self._compiled.needed(self._ground.index)
        close = reduce(or_, map(self._close_to, further), self._ground.noted)
        yield from self.anchored_in(
            place
            for place in self.able
            if place in close or self._compiled.headed(self._ground.units[place])
        )

    def all(self) -> Iterator[Draft]:
        """Yield the evidence of the kind in order, whole or not."""
        yield from (piece.draft for piece in self.anchored_in(self.able))

    def anchored_in(self, places: Iterable[int]) -> Iterator[Piece]:
        """Yield the evidence, whole or not, that units in ascending order anchor."""
        last = None
        for place in places:
            found = self._anchored_in(place) if place in self.able else None
            if found is not None and found is not last:
                last = found
                yield found

    def _anchored_in(self, place: int) -> Piece | None:
        if place not in self._read:
            if not self._is_anchor(place):
                return None
            at = bisect_left(self._in_order, place)
            group = (*reversed(self._reached(at, -1)), place, *self._reached(at, 1))
            units = tuple(self._ground.units[each] for each in group)
            found = Piece(self._compiled, units, self._ground, self._is_rival)
            self._read.update((each, found) for each in group)
        return self._read[place]

    @cached_property
    def able(self) -> Places:
        """Return the units that may anchor the kind."""
        return reduce(or_, (field.places(self._ground.index) for field in self._fields))

    @cached_property
    def _in_order(self) -> array[int]:
        return array("L", self.able)

    def _reached(self, at: int, step: int) -> list[int]:
        """Return the anchors on one side of an anchor that belong to the same piece, nearest first.

        None lies beyond a unit that would not belong to it even if it were an anchor.
        """
        found: list[int] = []
        units = self._ground.units
        edge = self._in_order[at]
        at += step
        while 0 <= at < len(self._in_order):
            place = self._in_order[at]
            one, other = units[min(edge, place)], units[max(edge, place)]
            if not together(self._compiled, one, other, self._ground):
                break
            if self._is_anchor(place):
                found.append(place)
                edge = place
            at += step
        return found

    def _is_anchor(self, place: int) -> bool:
        if place not in self._anchors:
            unit = self._ground.units[place]
            index = self._ground.index
            able = (field for field in self._fields if place in field.places(index))
            self._anchors[place] = is_anchor(self._compiled, able, unit, index.texts[place])
        return self._anchors[place]

    def _is_rival(self, block: int) -> bool:
        if block not in self._rivals:
            places = (at for at in self._ground.blocks[block] if at in self.able)
            self._rivals[block] = any(map(self._is_anchor, places))
        return self._rivals[block]

    def _close_to(self, places: Places) -> Places:
        """Return the units that have one of the places near them, or in their block.

        What a report says of its method is near to each of its results.
        """
        kind = self._compiled.kind
        if (kind.across and places) or (kind.apart and places & self._ground.method):
            return self._ground.index.all
        block_of, blocks = self._ground.block_of, self._ground.blocks
        held = {block_of[place] for place in places & self._ground.beside}
        return places.spread(self._compiled.kind.reach) | Places.of(
            place for block in held for place in blocks[block]
        )
