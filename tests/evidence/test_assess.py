"""The verdict on a claim, kind by kind."""

from __future__ import annotations

from datetime import date

import pytest

from claimlint.evidence.disclosures.find import find_disclosures
from claimlint.evidence.judging.assess import AtHand, assess
from claimlint.evidence.judging.level import level_of
from claimlint.score.evidence_examples import paper
from claimlint.terms import Category, Level, Strength, Verdict
from tests.evidence.paper import claim_in

TODAY = date(2026, 11, 23)
EVALUATED = """
# InvoiceBot 4.2

InvoiceBot reads 96 % of header fields right.

# Evaluation

Field accuracy of InvoiceBot 4.2 on header fields of invoices was 96.2 % (95 % CI 95.5–96.8 %,
n = 3,120). The test set was a random sample of production invoices at nine wholesale customers
from Q3 2026. It was scored by Lab Y on 30 September 2026, compared with 97.1 % for two clerks.
"""


@pytest.fixture
def verdicts(catalogue):
    def of(text: str, words: str, category=Category.ACCURACY_RELIABILITY, **more):
        document = paper(text)
        claim = claim_in(document, words, category, **more)
        found = find_disclosures(document, catalogue)
        return {
            item.kind: item
            for item in assess(claim, document, AtHand(tuple(found)), catalogue, today=TODAY)
        }

    return of


def test_a_full_evaluation_in_the_same_document_backs_a_rate(verdicts):
    item = verdicts(EVALUATED, "96 % of header fields right")["accuracy-evaluation"]
    assert item.verdict is Verdict.BACKED
    assert item.missing == ()
    assert item.provenance == "named third party"
    assert {found.field for found in item.found} >= {"metric", "value", "sample-size", "version"}


def test_a_bare_rate_is_missing_its_evidence(verdicts):
    item = verdicts("InvoiceBot is 99 % accurate.", "99 % accurate")["accuracy-evaluation"]
    assert item.verdict is Verdict.BARE
    assert "sample-size" in item.missing
    assert item.reason


def test_of_a_field_that_stands_everywhere_without_its_kernel_a_few_places_are_shown(verdicts):
    text = "\n\n".join(f"It closes {n} tickets without human review." for n in range(20, 60))
    category = Category.OVERSIGHT_REDUCTION
    item = verdicts(text, "closes 20 tickets", category)["human-involvement"]
    assert item.verdict is Verdict.BARE
    assert [found.text for found in item.found] == ["human review"] * 3


def test_internal_testing_is_named_and_not_shown(verdicts):
    text = "InvoiceBot is 98 % accurate, as internal testing shows."
    assert verdicts(text, "98 % accurate")["accuracy-evaluation"].verdict is Verdict.ASSERTED


def test_required_kinds_come_before_recommended_ones(verdicts):
    found = list(verdicts(EVALUATED, "96 % of header fields right").values())
    flags = [item.required for item in found]
    assert flags == sorted(flags, reverse=True)


@pytest.mark.parametrize(
    ("strength", "level"),
    [
        (Strength.STRONG, Level.ERROR),
        (Strength.PLAIN, Level.WARNING),
        (Strength.HEDGED, Level.WARNING),
    ],
)
def test_the_level_follows_from_strength_and_verdicts(catalogue, strength, level):
    document = paper("It is right.")
    claim = claim_in(document, "right", Category.ACCURACY_RELIABILITY, strength)
    assert level_of(claim, assess(claim, document, AtHand(), catalogue, today=TODAY)) is level


def test_a_scheme_that_the_claim_names_is_not_told_as_missing(verdicts):
    found = verdicts(
        "We are SOC 2 Type II certified.",
        "SOC 2 Type II certified",
        Category.SAFETY_COMPLIANCE,
        aspect="security",
    )["security-assurance"]
    assert found.verdict is Verdict.ASSERTED
    assert [item.text for item in found.found if item.field == "scheme"] == ["SOC 2 Type II"]
    assert "scheme" not in found.missing
    assert "scope" in found.missing
