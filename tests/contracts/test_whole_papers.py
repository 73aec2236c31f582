"""Decks with their contracts, labelled by hand before they were compared: what is told of them."""

from __future__ import annotations

from datetime import date

import pytest

from claimlint import Settings, compare
from claimlint.values.comparison import Role
from tests.contracts.whole_papers import read_papers

SETTINGS = Settings(today=date(2026, 11, 23))
# Of each: the labelled relations, those told by now, and what is told besides, some of it rightly.
PAPERS = {
    "bakeries": (27, 19, 4),
    "building-permits": (25, 16, 4),
    "caretaker": (33, 25, 5),
    "customs-broker": (35, 22, 4),
    "dental-practices": (28, 20, 4),
    "farming": (29, 19, 1),
    "home-care": (27, 17, 5),
    "hotels": (23, 18, 1),
    "laboratory": (27, 19, 4),
    "pharmacies": (32, 20, 3),
    "port": (27, 16, 8),
    "schools": (30, 17, 4),
    "sorting-robot": (26, 20, 3),
    "subtitles": (27, 15, 2),
    "wind-farm": (24, 14, 2),
}


@pytest.fixture(scope="module", params=PAPERS)
def told(request, tmp_path_factory):
    papers = read_papers(request.param)
    folder = tmp_path_factory.mktemp(request.param)
    (folder / "deck.md").write_text(papers.deck, encoding="utf-8")
    (folder / "contract.md").write_text(papers.contract, encoding="utf-8")
    given = [(Role.DECK, folder / "deck.md"), (Role.CONTRACT, folder / "contract.md")]
    found = compare(given, SETTINGS).conflicts
    pairs = {papers.placed(each.claim.unit, each.clause.unit) for each in found}
    return request.param, papers.relations, pairs


def test_no_relation_of_whole_papers_is_lost(told):
    name, relations, pairs = told
    labelled, least, _ = PAPERS[name]
    assert len(relations) == labelled
    assert len(pairs & relations.keys()) >= least, sorted(relations.keys() - pairs)


def test_no_more_is_told_besides(told):
    name, relations, pairs = told
    assert len(pairs - relations.keys()) <= PAPERS[name][2], sorted(pairs - relations.keys())
