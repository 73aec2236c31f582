"""The evidence of one kind in a document, read stretch by stretch where someone asks for it.

A stretch is a run of units that may anchor the kind, so long that no piece of evidence has anchors
in two of them. Where evidence must be whole, only those are read in whose reach every field of the
kernel has a place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from claimlint.evidence.drafts import Draft, Ground, around_of, draft, groups, is_anchor
from claimlint.evidence.lenses import Lens
from claimlint.evidence.places import Places
from claimlint.evidence.unit import Unit

Stretch = tuple[Unit, ...]


class Stretches:
    """Reads the evidence of one kind in a document; what was read is kept."""

    def __init__(self, lens: Lens, ground: Ground) -> None:
        self._lens = lens
        self._ground = ground
        self._read: dict[int, tuple[Draft, ...]] = {}
        self._anchored: dict[int, Draft] = {}
        self._anchors: dict[int, bool] = {}

    def whole(self) -> Iterator[Draft]:
        """Yield the evidence whose kernel is complete, in order."""
        if self._lens.able(self._ground.index):
            for stretch in self._all:
                if self._able(stretch):
                    yield from (each for each in self._drafts(stretch) if each.whole)

    def all(self) -> Iterator[Draft]:
        """Yield the evidence of the kind in order, whole or not."""
        for stretch in self._all:
            yield from self._drafts(stretch)

    def anchored_in(self, place: int) -> Draft | None:
        """Return the evidence that a unit anchors, whole or not, None where it anchors none."""
        if place in self._by_place:
            self._drafts(self._by_place[place])
        return self._anchored.get(place)

    @cached_property
    def _all(self) -> tuple[Stretch, ...]:
        places = self._lens.field(self._lens.anchor).places(self._ground.index)
        units = (self._ground.units[place] for place in places)
        return tuple(map(tuple, groups(self._lens, units)))

    @cached_property
    def _by_place(self) -> Mapping[int, Stretch]:
        return {unit.index: stretch for stretch in self._all for unit in stretch}

    def _drafts(self, stretch: Stretch) -> tuple[Draft, ...]:
        first = stretch[0].index
        if first not in self._read:
            anchors = filter(self._is_anchor, stretch)
            found = (
                draft(self._lens, group, self._ground, self._is_rival)
                for group in groups(self._lens, anchors)
            )
            self._read[first] = tuple(found)
            for each in self._read[first]:
                self._anchored.update((unit.index, each) for unit in each.anchors)
        return self._read[first]

    def _is_anchor(self, unit: Unit) -> bool:
        if unit.index not in self._anchors:
            self._anchors[unit.index] = is_anchor(self._lens, unit, self._ground.index)
        return self._anchors[unit.index]

    def _is_rival(self, block: int) -> bool:
        places = self._lens.field(self._lens.anchor).places(self._ground.index)
        own = (place for place in self._ground.blocks[block] if place in places)
        return any(self._is_anchor(self._ground.units[place]) for place in own)

    def _able(self, stretch: Stretch) -> bool:
        """Tell whether each field of the kernel has a place in the reach of a stretch."""
        lens, ground = self._lens, self._ground
        around = tuple(around_of(lens, stretch, ground))
        notes = (note for place in around for note in ground.notes.get(place, ()))
        reach = Places.of((*around, *notes))
        return all(reach & lens.places(entry, ground.index) for entry in lens.kind.kernel)
