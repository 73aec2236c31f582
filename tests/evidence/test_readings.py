"""Small documents, each with the verdict that a careful reader gives."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from claimlint.evidence.disclosures.find import find_disclosures
from claimlint.evidence.judging.assess import AtHand, assess
from claimlint.score.evidence_examples import paper
from claimlint.terms import Category, Verdict
from tests.evidence.paper import claim_in

READINGS = [
    reading
    for path in sorted((Path(__file__).parent / "readings").glob("*.yaml"))
    for reading in yaml.safe_load(path.read_text(encoding="utf-8"))
]
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("reading", READINGS, ids=lambda reading: reading["name"])
def test_a_careful_reader_agrees(reading, catalogue):
    document = paper(reading["text"])
    category = Category(reading["category"])
    claim = claim_in(document, reading["claim"], category, aspect=reading.get("aspect"))
    rows = assess(
        claim, document, AtHand(find_disclosures(document, catalogue)), catalogue, today=TODAY
    )
    found = next(item for item in rows if item.kind == reading["kind"])
    expected = {Verdict(name) for name in reading["any_of"]}
    assert found.verdict in expected, (found.reason, found.missing)
    shown = {item.field for item in found.found}
    assert shown >= set(reading.get("shows", ()))
    assert shown.isdisjoint(reading.get("hides", ()))
