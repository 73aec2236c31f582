"""Every passage of every evidence file is a test: it counts, or it earns the verdict it says."""

from __future__ import annotations

import pytest

from claimlint.datafiles import data_folder
from claimlint.evidence.disclosures.find import find_disclosures
from claimlint.rulebook.entries import EvidenceKind
from claimlint.rulebook.yaml.catalogue import load_catalogue
from claimlint.score.evidence_examples import misjudged, paper

KINDS = load_catalogue(data_folder("rules")).kinds


def _name(value: object) -> str:
    return value.id if isinstance(value, EvidenceKind) else str(value)


@pytest.mark.parametrize("kind", KINDS, ids=_name)
def test_an_example_earns_the_verdict_that_it_says(kind, catalogue):
    assert [(example.text, found.reason) for example, found in misjudged(kind, catalogue)] == []


@pytest.mark.parametrize("kind", KINDS, ids=_name)
def test_an_example_of_one_kind_is_no_evidence_of_another(kind, catalogue):
    for example in kind.backed:
        assert {item.kind for item in find_disclosures(paper(example.text), catalogue)} == {kind.id}
