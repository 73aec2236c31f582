from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from claimlint.evidence.detectors.numbers import NUMBER, at_numbers, find_number

_PATTERNS = (
    re.compile(NUMBER),
    re.compile(rf"(?P<n>{NUMBER})\s(?:[a-z]+\s){{0,2}}?cases\b", re.IGNORECASE),
    re.compile(rf"{NUMBER}\s(?:out\s)?of\s(?P<n>{NUMBER})"),
)
_PIECES = "12,000 3.5 .5 10% a A dozen Twenty twenty-one hundred k and of out cases 24/7 v2 ) - –"


@given(st.lists(st.sampled_from(_PIECES.split()), max_size=9), st.sampled_from([" ", "", "\n"]))
def test_patterns_that_open_with_a_number_are_found_where_one_begins(pieces, joint):
    text = joint.join(pieces)
    for pattern in _PATTERNS:
        found = [match.span() for match in at_numbers(pattern, text)]
        assert found == [match.span() for match in pattern.finditer(text)]


def test_and_joins_a_number_only_behind_a_hundred_or_more():
    text = "Between nine and ten of one hundred and twenty."
    assert [hit.value for hit in find_number(text)] == ["9", "10", "120"]


def test_the_longest_number_below_a_billion_is_one():
    below_a_thousand = "nine hundred and ninety-nine"
    text = f"{below_a_thousand} million {below_a_thousand} thousand {below_a_thousand}"
    assert [hit.value for hit in find_number(text)] == ["999999999"]
