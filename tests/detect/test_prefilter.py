"""The prefilter is derived from the rules and loses nothing that the full path would find."""

from __future__ import annotations

import re

from claimlint.datafiles import data_folder
from claimlint.detect.matching import PatternIndex
from claimlint.detect.segment import units
from claimlint.detect.unit import forms_of
from claimlint.rulebook.book import load_book

from .build import passages

BOOK = load_book(data_folder("rules"))
RULES = (*BOOK.claims, *BOOK.clauses)


class Unfiltered(PatternIndex):
    """The index without its filter: every pattern is a candidate for every unit."""

    def candidates(self, forms):
        numbered = {entry.number: entry for row in self._index.values() for entry in row}
        possible = (numbered[number] for number in sorted(numbered))
        return tuple(e for e in possible if all(i.fits(forms) for i in e.pattern.needed))


def test_a_unit_that_no_pattern_can_fill_has_no_candidate():
    index = PatternIndex(RULES)
    (unit,) = units(passages("The cat sat quietly beside a blue vase."))
    assert index.candidates(forms_of(unit.tokens)) == ()


def test_finds_the_same_with_and_without_the_filter():
    texts = [
        re.sub(r"\[\[|\]\]", "", example.text)
        for rule in RULES
        for example in (*rule.flag, *rule.passes)
    ]
    fast, slow = PatternIndex(RULES), Unfiltered(RULES)
    for unit in units(passages(*texts)):
        keys = [(m.rule.id, m.start, m.end) for m in fast.matches(unit)]
        assert keys == [(m.rule.id, m.start, m.end) for m in slow.matches(unit)]
        assert all(0 <= start < end <= len(unit.tokens) for _, start, end in keys)
