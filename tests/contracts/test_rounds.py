"""Rounds of pairs that were counted at first sight, and clauses that no claim has to do with."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
import yaml

from claimlint.contracts.compare import compare
from claimlint.values.comparison import Role
from tests.contracts.reading import NOTHING, advices, paper, relation, topics

_HERE = Path(__file__).parent
_ROUNDS = yaml.safe_load((_HERE / "rounds.yaml").read_text(encoding="utf-8"))
_UNRELATED = yaml.safe_load((_HERE / "unrelated.yaml").read_text(encoding="utf-8"))
_ENOUGH = 0.9
_BOILERPLATE = "boilerplate"


@pytest.fixture(scope="module", params=_ROUNDS, ids=lambda each: f"round {each['round']}")
def counted(request):
    return [(*pair, relation(pair[0], pair[1])) for pair in request.param["pairs"]]


def test_nearly_all_pairs_of_a_round_are_right_by_now(counted):
    wrong = [pair for *pair, found in counted if found.replace(_BOILERPLATE, NOTHING) != pair[2]]
    assert len(wrong) <= (1 - _ENOUGH) * len(counted), wrong


def test_nothing_is_invented_in_a_round(counted):
    assert [pair for *pair, found in counted if pair[2] == NOTHING and found in _KINDS] == []


_KINDS = ("contradicts", "limits", "supports")


def test_no_clause_that_has_nothing_to_do_is_set_against_any_claim():
    decks = [paper(Role.DECK, text) for text in _UNRELATED["decks"]]
    contracts = [paper(Role.CONTRACT, text) for text in _UNRELATED["clauses"]]
    known = [entry.topic for entry in topics()]
    found = [
        (conflict.claim.unit, conflict.clause.unit)
        for deck, contract in product(decks, contracts)
        for conflict in compare([deck, contract], known, advices())
    ]
    assert found == []
