"""What a presenter is told about a slide takes its claims back, where it names the same thing."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from claimlint.document import Part
from claimlint.evidence.judging.assess import AtHand, assess
from claimlint.score.evidence_examples import paper
from claimlint.terms import Category, Verdict
from tests.evidence.paper import claim_in

CLAIMS = {
    "SOC 2 Type II certified": (Category.SAFETY_COMPLIANCE, "security", "security-assurance"),
    "Understands callers with 97% accuracy": (
        Category.ACCURACY_RELIABILITY,
        None,
        "accuracy-evaluation",
    ),
    "82% of claims are settled with no human touch": (Category.AUTONOMY, None, "autonomy-boundary"),
}


@pytest.mark.parametrize(
    ("words", "notes", "contradicted"),
    [
        ("SOC 2 Type II certified", "SOC 2 is in progress.", True),
        ("SOC 2 Type II certified", "The SOC 2 audit starts in February.", True),
        ("SOC 2 Type II certified", "The SOC 2 observation window is still running.", True),
        ("SOC 2 Type II certified", "SOC 2 observation period: January to June 2026.", False),
        ("SOC 2 Type II certified", "Our SOC 2 audit finds nothing each year.", False),
        ("SOC 2 Type II certified", "The new price list is in progress.", False),
        ("Understands callers with 97% accuracy", "97% is on clean lines. It is nearer 88%.", True),
        ("Understands callers with 97% accuracy", "Our share is nearer 88%.", False),
        ("82% of claims are settled with no human touch", "82% is the target for 2027.", True),
        ("82% of claims are settled with no human touch", "82% beats the target of 2026.", False),
        ("82% of claims are settled with no human touch", "Our target is a pilot in May.", False),
    ],
)
def test_notes_take_back_what_they_name(catalogue, words, notes, contradicted):
    category, aspect, kind = CLAIMS[words]
    shown = paper(f"# Why us\n\n{words}\n\n{notes}")
    title, body, told = (
        replace(each, location=replace(each.location, slide=1)) for each in shown.passages
    )
    told = replace(told, location=replace(told.location, part=Part.NOTES))
    deck = replace(shown, passages=(title, body, told))
    claim = claim_in(deck, words, category, aspect=aspect)
    rows = assess(claim, deck, AtHand(()), catalogue, today=date(2026, 11, 23))
    (verdict,) = [row.verdict for row in rows if row.kind == kind]
    assert (verdict is Verdict.CONTRADICTED) is contradicted
