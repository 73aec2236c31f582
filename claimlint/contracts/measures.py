"""Compares two facets: does the contract give what the deck says, less, or something else?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from claimlint.values.facets import Bound, Facets, Quantity
from claimlint.values.topics import Measure

_GRAVE = "grave"
_CONSEQUENTIAL = frozenset(
    "credit hiring medical insurance legal housing policing education benefits".split()
)
_ANY = "any"
_AT_MOST_IS_BETTER = frozenset({"seconds", "minutes", "hours", "days", "weeks", "months"})


_SECONDS = {
    "ms": 0.001, "milliseconds": 0.001, "s": 1, "sec": 1, "secs": 1, "seconds": 1, "min": 60,
    "mins": 60, "minutes": 60, "h": 3_600, "hrs": 3_600, "hours": 3_600, "days": 86_400,
    "weeks": 604_800, "months": 2_592_000, "years": 31_536_000,
}  # fmt: skip


_PEOPLE = 900
"""Where one side answers so many times later, it speaks of people and the other of a machine."""


class Standing(StrEnum):
    """How the contract's facet stands to the deck's."""

    ENOUGH = "enough"
    LESS = "less"
    SAME = "same matter"
    PART = "part of the matter"
    APART = "apart"


def standing(
    measure: Measure, deck: Facets, contract: Facets, least: float | None = None
) -> Standing:
    """Return how the contract's facet stands to the deck's.

    Where the deck states no figure at all, percentages of the contract must reach `least`.
    """
    if measure is Measure.QUANTITY and least is not None and not deck.quantities:
        low = any(each.unit == "%" and each.value < least for each in contract.quantities)
        return Standing.LESS if low else Standing.ENOUGH
    return _MEASURES[measure](deck, contract)


def figures(deck: Facets, contract: Facets) -> Standing:
    """Compare figures of one unit, whatever they measure, times in seconds.

    One that both state is enough; without one in the same unit they are apart.
    """
    ours, theirs = (_in_seconds(each) for each in (deck, contract))
    if not ours.isdisjoint(theirs):
        return Standing.ENOUGH
    units = {unit for _, unit in ours} & {unit for _, unit in theirs}
    return Standing.LESS if units else Standing.APART


def _in_seconds(facets: Facets) -> frozenset[tuple[float, str]]:
    return frozenset(
        (each.value * _SECONDS[each.unit], "seconds")
        if each.unit in _SECONDS
        else (each.value, each.unit)
        for each in facets.quantities
    )


def _quantity(deck: Facets, contract: Facets) -> Standing:
    """Compare figures of one unit; a contract that states none to compare takes nothing back.

    Both sides speak of one topic, so figures of the same measure are preferred and not required.
    """
    pairs = [
        (ours, theirs)
        for ours in deck.quantities
        for theirs in contract.quantities
        if ours.unit == theirs.unit
    ]
    if not pairs:
        return Standing.ENOUGH
    ours, theirs = next((p for p in pairs if p[0].of == p[1].of), pairs[0])
    return Standing.ENOUGH if _reaches(theirs, ours) else Standing.LESS


def _reaches(theirs: Quantity, ours: Quantity) -> bool:
    if ours.unit in _AT_MOST_IS_BETTER and theirs.bound is Bound.AT_MOST:
        return theirs.value <= ours.value
    return theirs.value >= ours.value


def _languages(deck: Facets, contract: Facets) -> Standing:
    if not contract.languages or not deck.languages:
        return Standing.LESS
    if _ANY in contract.languages or set(deck.languages) <= set(contract.languages):
        return Standing.ENOUGH
    return Standing.LESS


def _hours(deck: Facets, contract: Facets) -> Standing:
    """Compare hours of service; a deck that states a share of time speaks of another matter."""
    if deck.hours is None and any(each.unit == "%" for each in deck.quantities):
        return Standing.APART
    same = deck.hours is not None and deck.hours == contract.hours
    return Standing.ENOUGH if same or contract.hours == "24/7" else Standing.LESS


def _time(deck: Facets, contract: Facets) -> Standing:
    """Compare how soon it is done: without a figure a deck says "at once", a contract "some day".

    What a machine does in seconds is another matter than what people do in hours.
    """
    ours, theirs = _soonest(deck), _soonest(contract)
    if ours is not None and theirs is not None and theirs >= _PEOPLE * max(ours, 1):
        return Standing.APART
    if ours is None or theirs is None or theirs > ours:
        return Standing.LESS
    return Standing.ENOUGH


def _period(deck: Facets, contract: Facets) -> Standing:
    """Compare how long it is kept: without a figure a deck says "never", a contract "for ever"."""
    ours, theirs = _soonest(deck), _soonest(contract)
    kept_no_longer = ours is not None and theirs is not None and theirs <= ours
    return Standing.ENOUGH if kept_no_longer else Standing.LESS


def _soonest(facets: Facets) -> float | None:
    times = (
        each.value * _SECONDS[each.unit] for each in facets.quantities if each.unit in _SECONDS
    )
    return min(times, default=None)


def _domains(deck: Facets, contract: Facets) -> Standing:
    """Tell whether a restricted trade is the one that the deck sells for.

    A restriction on weighty decisions meets every trade that decides about people; one on a single
    trade takes a part from a deck that names none.
    """
    ours, theirs = set(deck.domains) - {_GRAVE}, set(contract.domains)
    if ours & theirs:
        return Standing.SAME
    if _GRAVE in theirs:
        return Standing.SAME if not ours or ours & _CONSEQUENTIAL else Standing.APART
    if not theirs:
        return Standing.SAME
    return Standing.APART if ours else Standing.PART


def _regimes(deck: Facets, contract: Facets) -> Standing:
    """Tell whether both speak of one law or standard; a side that names none speaks of all."""
    named = deck.regimes and contract.regimes
    return (
        Standing.APART if named and not set(deck.regimes) & set(contract.regimes) else Standing.SAME
    )


def _places(deck: Facets, contract: Facets) -> Standing:
    """Tell whether all places of the contract are within those of the deck."""
    if not deck.places or not contract.places:
        return Standing.APART
    within = (
        any(theirs == ours or theirs.startswith(f"{ours}-") for ours in deck.places)
        for theirs in contract.places
    )
    return Standing.ENOUGH if all(within) else Standing.LESS


_MEASURES: Mapping[Measure, Callable[[Facets, Facets], Standing]] = {
    Measure.QUANTITY: _quantity,
    Measure.HOURS: _hours,
    Measure.LANGUAGES: _languages,
    Measure.DOMAINS: _domains,
    Measure.TIME: _time,
    Measure.REGIMES: _regimes,
    Measure.PERIOD: _period,
    Measure.PLACES: _places,
}
