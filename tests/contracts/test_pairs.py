"""Sentences of decks beside sentences of contracts: the relation that a careful reader sees."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from claimlint.document import Location, Passage
from claimlint.terms import DocumentKind
from tests.contracts.reading import NOTHING, detector, read, relation, topics

_PAIRS = yaml.safe_load((Path(__file__).parent / "pairs.yaml").read_text(encoding="utf-8"))
_TOPIC_PAIRS = [(e.topic.id, p) for e in topics() for p in e.pairs]
_POSITIONS = [(e.topic.id, position) for e in topics() for position in e.positions]
_HOLDS = [(t, p.id, text) for t, p in _POSITIONS for text in p.holds]
_FAILS = [(t, p.id, text) for t, p in _POSITIONS for text in p.fails]
_ENOUGH = 0.8


@pytest.mark.parametrize(("topic", "pair"), _TOPIC_PAIRS, ids=lambda value: str(value)[:60])
def test_a_topic_means_what_its_pairs_say(topic, pair):
    assert relation(pair.deck, pair.contract) == pair.kind


def positions(text: str) -> set[tuple[str, str]]:
    kinds = (DocumentKind.MARKETING, DocumentKind.CONTRACT)
    return {(s.topic, s.position) for kind in kinds for s in read(text, kind).stances}


@pytest.mark.parametrize(("topic", "position", "text"), _HOLDS)
def test_a_sentence_holds_its_position(topic, position, text):
    assert (topic, position) in positions(text)


@pytest.mark.parametrize(("topic", "position", "text"), _FAILS)
def test_a_near_miss_does_not_hold_the_position(topic, position, text):
    assert (topic, position) not in positions(text)


@pytest.mark.parametrize(("deck", "contract", "wanted"), _PAIRS["tune"])
def test_a_pair_that_the_topics_were_written_on(deck, contract, wanted):
    assert relation(deck, contract) == wanted


def test_most_pairs_that_the_topics_were_not_written_on():
    found = [(relation(deck, contract), wanted) for deck, contract, wanted in _PAIRS["test"]]
    assert sum(got == wanted for got, wanted in found) >= _ENOUGH * len(found)


def test_nothing_is_invented_for_clauses_that_have_nothing_to_do():
    pairs = [pair for part in _PAIRS.values() for pair in part if pair[2] == NOTHING]
    assert [relation(deck, contract) for deck, contract, _ in pairs] == [NOTHING] * len(pairs)


def test_what_nobody_sees_or_has_not_ticked_off_holds_no_position():
    words = "A clerk reviews each invoice."
    assert positions(words)
    assert not positions(f"☐ {words}")
    hidden = Passage(text=words, location=Location(label="line 1", hidden="hidden by CSS"))
    assert not detector().find([hidden], DocumentKind.MARKETING).stances
