"""Every passage of every evidence file is a test: it counts, or it earns the verdict it says."""

from __future__ import annotations

from datetime import date

import pytest

from claimlint.datafiles import data_folder
from claimlint.evidence.disclosures.find import find_disclosures
from claimlint.evidence.judging.assess import AtHand, assess
from claimlint.finding import Assessment
from claimlint.rulebook.catalogue import load_catalogue
from claimlint.rulebook.entries import Catalogue, EvidenceKind, Example
from claimlint.terms import Category
from tests.evidence.paper import claim_in, paper

KINDS = load_catalogue(data_folder("rules")).kinds
SHOWN = [(kind, example) for kind in KINDS for example in (*kind.backed, *kind.not_backed)]
TODAY = date(2026, 11, 23)


def _name(value: object) -> str:
    return value.id if isinstance(value, EvidenceKind) else str(getattr(value, "text", ""))[:40]


def judged(kind: EvidenceKind, example: Example, catalogue: Catalogue) -> Assessment:
    document = paper(example.text)
    first = document.passages[0].text
    claim = claim_in(document, first.split()[0], Category.UNDERSTANDING_LEARNING)
    found = find_disclosures(document, catalogue)
    return assess(claim, document, AtHand(tuple(found)), catalogue, today=TODAY, needs=(kind.id,))[
        0
    ]


@pytest.mark.parametrize(("kind", "example"), SHOWN, ids=_name)
def test_an_example_earns_the_verdict_that_it_says(kind, example, catalogue):
    found = judged(kind, example, catalogue)
    assert (found.kind, found.verdict) == (kind.id, example.verdict), found.reason


@pytest.mark.parametrize("kind", KINDS, ids=_name)
def test_an_example_of_one_kind_is_no_evidence_of_another(kind, catalogue):
    for example in kind.backed:
        assert {item.kind for item in find_disclosures(paper(example.text), catalogue)} == {kind.id}
