"""How many were drawn from how many is no measurement, and the pool is no sample."""

from __future__ import annotations

from datetime import date

import pytest

from claimlint.evidence.disclosures.find import find_disclosures
from claimlint.evidence.judging.assess import AtHand, assess
from claimlint.score.evidence_examples import paper
from claimlint.terms import Category, Verdict
from tests.evidence.paper import claim_in

ACCURACY = "accuracy-evaluation"
REPORT = (
    "InvoiceBot 4.2 was scored on header fields: 96.4 % field accuracy on {drawn}, scored by Lab Y "
    "on 30 September 2026, compared with two clerks."
)


def shown(catalogue, drawn: str) -> dict[str, list[str]]:
    (found,) = [
        each
        for each in find_disclosures(paper(REPORT.format(drawn=drawn)), catalogue)
        if each.kind == ACCURACY
    ]
    fields: dict[str, list[str]] = {}
    for field in found.fields:
        fields.setdefault(field.field, []).append(field.text)
    return fields


@pytest.mark.parametrize(
    "drawn",
    [
        "a random sample of 412 of 1,950 invoices",
        "a random sample of 412 out of the 1,950 invoices",
        "a random sample of 412 invoices of the 1,950 invoices",
    ],
)
def test_a_sample_of_a_pool_is_no_value_and_the_pool_no_sample(catalogue, drawn):
    fields = shown(catalogue, drawn)
    assert fields["value"] == ["96.4 %"]
    assert any("412" in text for text in fields["sample-size"])
    assert not any("1,950" in text and "412" not in text for text in fields["sample-size"])


@pytest.mark.parametrize(
    "drawn", ["412 of 1,950 invoices drawn at random", "randomly selected 412 of 1,950 invoices"]
)
def test_what_was_drawn_at_random_is_no_value(catalogue, drawn):
    assert shown(catalogue, drawn)["value"] == ["96.4 %"]


def test_what_was_right_of_all_is_a_value_beside_a_sample(catalogue):
    assert any(
        "1,879 of 1,950" in text
        for text in shown(catalogue, "a random sample, with 1,879 of 1,950 invoices right")["value"]
    )


def test_a_sample_contradicts_no_claim(catalogue):
    document = paper(REPORT.format(drawn="a random sample of 412 of 1,950 invoices"))
    claim = claim_in(document, "96.4 %", Category.ACCURACY_RELIABILITY)
    found = tuple(find_disclosures(document, catalogue))
    rows = assess(claim, document, AtHand(found), catalogue, today=date(2026, 11, 23))
    verdict = next(item.verdict for item in rows if item.kind == ACCURACY)
    assert verdict is not Verdict.CONTRADICTED
