from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from claimlint.evidence.detectors.numbers import NUMBER, at_numbers

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
