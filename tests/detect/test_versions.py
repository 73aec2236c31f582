"""The number of a name begins no claim: "Reader 3.2" – "extracts with 98.7% accuracy"."""

from __future__ import annotations

import pytest

from claimlint.terms import DocumentKind

from .build import passages


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Acme Reader 3.2 extracts fields with 98.7% accuracy.", "extracts"),
        ("Claude 4 answers 95% of tickets correctly.", "answers"),
        ("Version 2.1 detects fraud with 97% precision.", "detects"),
        ("Reader v3.2 extracts fields with 98.7% accuracy.", "extracts"),
        ("Reader 3.2.1 extracts fields with 98.7% accuracy.", "extracts"),
        ("Wren 4 lifts revenue by 12%.", "lifts"),
        ("97% fewer typing errors with Kora 2", "97%"),
        ("9 in 10 leaks found by Kora 2.0 on the first try", "9"),
    ],
)
def test_no_claim_begins_with_the_number_of_a_name(detector, text, words):
    claims = detector.find(passages(text), DocumentKind.MARKETING).claims
    assert [claim.text.split()[0] for claim in claims] == [words]
