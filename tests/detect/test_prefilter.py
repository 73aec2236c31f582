"""The prefilter is derived from the rules and loses nothing that the full path would find."""

from __future__ import annotations

import json
import re
from pathlib import Path

from claimlint.datafiles import data_folder
from claimlint.detect.detector import Detector
from claimlint.detect.matching.pattern_index import PatternIndex
from claimlint.detect.matching.prefilter import Prefilter
from claimlint.detect.matching.token_row import TokenRow
from claimlint.detect.units.segment import units
from claimlint.rulebook.load import load_book
from claimlint.rulebook.patterns import Item, Words

from .build import passages

BOOK = load_book(data_folder("rules"))
RULES = [rule for rule in (*BOOK.claims, *BOOK.clauses) if rule.find]
PREFILTER = Prefilter(RULES)
CORPORA = Path(__file__).parents[2] / "corpora"


def test_a_unit_that_no_pattern_can_fill_has_no_candidate():
    (unit,) = units(passages("The cat sat quietly beside a blue vase."))
    assert not PREFILTER.candidates(unit.tokens)


def test_places_that_stand_in_another_order_make_no_candidate():
    def asked(text):
        (unit,) = units(passages(text))
        return [entry.rule.id for entry in PREFILTER.candidates(unit.tokens)]

    assert "accuracy-reliability.counted" in asked("It got 12 of 13 umbrellas.")
    assert "accuracy-reliability.counted" not in asked("It got 12 and 13 umbrellas of the museum.")


def test_words_in_another_order_or_too_far_apart_stand_in_no_way():
    items = (
        Item(frozenset({"without"})),
        Item(frozenset({"any"}), optional=True),
        Item(frozenset({"human"}), (("a", "person"), ("<number>",))),
    )

    def able(text):
        (unit,) = units(passages(text))
        return TokenRow(unit.tokens).ways(items)

    for text in ("without human help", "without any human", "without a person", "without 3 of us"):
        assert able(text), text
    for text in ("human work without help", "without the help of a human", "any human"):
        assert not able(text), text


def test_free_places_reach_as_far_as_they_may():
    items = (Item(frozenset({"no"})), Item(gap=2), Item(frozenset({"review"})))
    (near,) = units(passages("no human has review"))
    (far,) = units(passages("no human ever has review"))
    assert TokenRow(near.tokens).ways(items) == {("no", (2, 2), "review")}
    assert TokenRow(far.tokens).ways(items) == frozenset()
    assert TokenRow(far.tokens, loose=True).ways(items) == {("no", (0, 2), "review")}


def test_every_pattern_whose_places_stand_in_a_unit_is_a_candidate():
    texts = [
        re.sub(r"\[\[|\]\]", "", example.text)
        for rule in RULES
        for example in (*rule.flag[:2], *rule.passes[:1])
    ]
    for unit in units(passages(*texts[::120])):
        row = TokenRow(unit.tokens)
        asked = {entry.number for entry in PREFILTER.candidates(unit.tokens)}
        for entry in PREFILTER.entries:
            if entry.number in asked:
                continue
            if isinstance(entry.pattern, Words):
                assert not row.ways(entry.pattern.items)
            else:
                assert not all(map(row.holds, entry.pattern.needed))


def test_every_marked_claim_is_found_behind_the_filter():
    index = PatternIndex(RULES)
    for rule in RULES:
        text = re.sub(r"\[\[|\]\]", "", rule.flag[0].text)
        found = {
            match.rule.id
            for unit in units(passages(rule.flag[0].lead or "Title", text))
            for match in index.matches(unit)
        }
        assert rule.id in found, text


def test_a_run_without_the_prefilter_finds_the_same_in_the_corpora():
    files = sorted(CORPORA.glob("*/*.jsonl"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    texts = passages(*(json.loads(line)["text"] for line in lines[::150]))
    fast, slow = Detector(BOOK), Detector(BOOK, prefilter=False)
    found = fast.find(texts)
    assert found.claims
    assert found.let_go
    assert slow.find(texts) == found
