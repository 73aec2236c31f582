"""Packed sets of places do what sets of numbers do."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimlint.evidence.matching.places import Places

NUMBERS = st.sets(st.integers(0, 300))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(NUMBERS, NUMBERS)
def test_places_are_sets_of_numbers(one, other):
    packed, more = Places.of(one), Places.of(other)
    assert list(packed) == sorted(one)
    assert list(packed | more) == sorted(one | other)
    assert list(packed & more) == sorted(one & other)
    assert bool(packed) == bool(one)
    assert all((number in packed) == (number in one) for number in range(302))


def test_all_places_of_a_document_are_those_below_its_length():
    assert list(Places.to(5)) == [0, 1, 2, 3, 4]
    assert not Places.to(0)


@given(NUMBERS, st.integers(0, 6))
def test_places_spread_to_all_that_lie_within_reach(numbers, reach):
    near = {n + step for n in numbers for step in range(-reach, reach + 1) if n + step >= 0}
    assert list(Places.of(numbers).spread(reach)) == sorted(near)
