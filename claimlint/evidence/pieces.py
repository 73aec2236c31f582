"""The evidence of one kind in a document, piece by piece where someone asks for it.

Where a piece must be whole, only those are read of which some anchor has a place for every field of
the kernel close by.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from claimlint.evidence.drafts import Draft, Ground, draft, is_anchor, together
from claimlint.evidence.lenses import Lens
from claimlint.evidence.places import Places


class Pieces:
    """Reads the evidence of one kind in a document; what was read is kept."""

    def __init__(self, lens: Lens, ground: Ground) -> None:
        self._lens = lens
        self._ground = ground
        self._read: dict[int, Draft] = {}
        self._anchors: dict[int, bool] = {}

    def whole(self) -> Iterator[Draft]:
        """Yield the evidence whose kernel is complete, in order."""
        if self._lens.able(self._ground.index):
            needed = self._needed()
            found = self._drafts(place for place in self._able if self._is_close(place, needed))
            yield from (each for each in found if each.whole)

    def begun(self) -> Iterator[Draft]:
        """Yield evidence that shows more than its anchor, or stands under a heading of its kind."""
        kernel = self._lens.kind.kernel[1:] if self._able else ()
        needed = [self._lens.places(entry, self._ground.index) for entry in kernel]
        yield from self._drafts(
            place
            for place in self._able
            if self._lens.headed(self._ground.units[place])
            or any(self._is_close(place, (each,)) for each in needed)
        )

    def all(self) -> Iterator[Draft]:
        """Yield the evidence of the kind in order, whole or not."""
        yield from self._drafts(self._able)

    def anchored_in(self, place: int) -> Draft | None:
        """Return the evidence that a unit anchors, whole or not, None where it anchors none."""
        if place not in self._read:
            at = bisect_left(self._able, place)
            if self._able[at : at + 1] != array("L", (place,)) or not self._is_anchor(place):
                return None
            group = (*reversed(self._reached(at, -1)), place, *self._reached(at, 1))
            units = tuple(self._ground.units[each] for each in group)
            found = draft(self._lens, units, self._ground, self._is_rival)
            self._read.update((each, found) for each in group)
        return self._read[place]

    @cached_property
    def _able(self) -> array[int]:
        """Return the units that may anchor the kind."""
        return array("L", self._lens.field(self._lens.anchor).places(self._ground.index))

    def _drafts(self, places: Iterable[int]) -> Iterator[Draft]:
        last = None
        for place in places:
            found = self.anchored_in(place)
            if found is not None and found is not last:
                last = found
                yield found

    def _reached(self, at: int, step: int) -> list[int]:
        """Return the anchors on one side of an anchor that belong to the same piece, nearest first.

        None lies beyond a unit that would not belong to it even if it were an anchor.
        """
        found: list[int] = []
        units = self._ground.units
        edge = self._able[at]
        at += step
        while 0 <= at < len(self._able):
            place = self._able[at]
            if not together(self._lens, units[min(edge, place)], units[max(edge, place)]):
                break
            if self._is_anchor(place):
                found.append(place)
                edge = place
            at += step
        return found

    def _is_anchor(self, place: int) -> bool:
        if place not in self._anchors:
            unit = self._ground.units[place]
            self._anchors[place] = is_anchor(self._lens, unit, self._ground.index)
        return self._anchors[place]

    def _is_rival(self, block: int) -> bool:
        able = self._lens.field(self._lens.anchor).places(self._ground.index)
        return any(self._is_anchor(place) for place in self._ground.blocks[block] if place in able)

    def _needed(self) -> tuple[Places, ...]:
        """Return where the fields of the kernel can stand, those aside that a note could fill."""
        places = (self._lens.places(entry, self._ground.index) for entry in self._lens.kind.kernel)
        return tuple(each for each in places if not each & self._ground.noted)

    def _is_close(self, place: int, needed: Sequence[Places]) -> bool:
        """Tell whether each of the needed has a place near an anchor, or in its block."""
        unit = self._ground.units[place]
        reach, block = self._lens.kind.reach, self._ground.blocks[unit.block]
        method = self._ground.method if self._lens.kind.apart else Places()
        return unit.note_id is not None or all(
            each & method
            or each.between(place - reach, place + reach + 1)
            or each.between(block[0], block[-1] + 1)
            for each in needed
        )
