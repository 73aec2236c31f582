"""Lists in contracts: an item says the words that lead its list too, which say nothing alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from claimlint.values.comparison import Stance

_REACH = 26


def spelled_out(stances: Sequence[Stance]) -> tuple[Stance, ...]:
    """Return the stances, those of a list's items led by its stem, and no stem that has items."""
    led: dict[int, str] = {}
    stems: set[int] = set()
    for place, stem in enumerate(stances):
        if stem.unit.rstrip().endswith(":"):
            items = tuple(_items(stances, stem))
            led.update(dict.fromkeys(items, stem.unit.rstrip().rstrip(":")))
            stems.update((place,) if items else ())
    return tuple(
        replace(stance, lead=stance.lead or led.get(place, ""))
        for place, stance in enumerate(stances)
        if place not in stems
    )


def _items(stances: Sequence[Stance], stem: Stance) -> Iterator[int]:
    """Yield the places of the stances that go on a stem, up to the next sentence of its own."""
    for place, stance in enumerate(stances):
        same = (stance.topic, stance.position) == (stem.topic, stem.position)
        near = stem.passage < stance.passage <= stem.passage + _REACH
        goes_on = stance.unit[:1].islower() or (stance.number or "").endswith(")")
        if same and near and goes_on:
            yield place
