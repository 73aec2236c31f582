"""What the title of a deck says of the product that its claims are about."""

from __future__ import annotations

from datetime import date

import pytest

from claimlint.evidence.disclosures.find import find_disclosures
from claimlint.evidence.judging.assess import AtHand, assess
from claimlint.score.evidence_examples import paper
from claimlint.terms import Category, Verdict
from tests.evidence.paper import claim_in

REPORT = """# {product}: evaluation report

3 May 2026 · Evaluated by Northshore Labs

On a random sample of 2,400 tables of April 2026 from nine harbours, 97.1 % of figures were read
correctly (95 % CI 96.4-97.7 %); two pilots scored them."""


@pytest.mark.parametrize(
    ("title", "product", "wrong"),
    [
        ("TideReader 4.2", "TideReader 4.2", False),
        ("TideReader 4.2", "WaveScan 4.2", True),
        ("Release Notes 4.2", "TideReader 4.2", False),
    ],
)
def test_a_title_that_opens_with_product_and_version_says_what_claims_are_about(
    catalogue, title, product, wrong
):
    deck = paper(f"# {title}\n\nIt reads 97 % of figures in tide tables correctly.", "deck.md")
    found = find_disclosures(paper(REPORT.format(product=product), "report.md"), catalogue)
    claim = claim_in(deck, "97 % of figures", Category.ACCURACY_RELIABILITY)
    rows = assess(claim, deck, AtHand(tuple(found)), catalogue, today=date(2026, 11, 23))
    verdict = next(row.verdict for row in rows if row.kind == "accuracy-evaluation")
    assert (verdict is Verdict.WRONG_TARGET) is wrong, verdict
