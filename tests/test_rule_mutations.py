"""A rule that is broken breaks one of its own examples: the examples show what the rule does."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from claimlint.datafiles import data_folder
from claimlint.detect.matching.pattern_index import PatternIndex
from claimlint.detect.units.segment import units
from claimlint.document import Location, Passage, Role
from claimlint.rulebook.load import load_book
from claimlint.rulebook.model import Rule
from claimlint.rulebook.patterns import Frame, Item, Words

BOOK = load_book(data_folder("rules"))
RULES = [rule for rule in (*BOOK.claims, *BOOK.clauses) if rule.find]


def flagged_units(rule):
    """Yield the unit of each flag sentence, with its lead."""
    for example in rule.flag:
        passages = []
        if example.lead:
            passages.append(Passage(text=example.lead, location=Location(label="lead")))
        role = Role.BULLET if example.lead.endswith(":") else Role.PARAGRAPH
        text = re.sub(r"\[\[|\]\]", "", example.text)
        passages.append(Passage(text=text, location=Location(label="unit"), role=role, level=1))
        yield [unit for unit in units(passages) if unit.index == len(passages) - 1]


def story(rule: Rule):
    """Return what the rule matches in each of its flag sentences, before any context."""
    index = PatternIndex([rule])
    return [
        sorted({(m.start, m.end) for unit in cut for m in index.matches(unit)})
        for cut in flagged_units(rule)
    ]


def shown(rule: Rule) -> set[int]:
    """Return the numbers of the find entries that some flag sentence matches."""
    index = PatternIndex([rule])
    return {
        rule.find.index(match.pattern)
        for cut in flagged_units(rule)
        for unit in cut
        for match in index.matches(unit)
    }


def emptied(pattern):
    """Return the pattern with the list of its first needed place emptied of all its words."""
    nothing = Item(frozenset({"\x00"}))
    if isinstance(pattern, Frame):
        return replace(pattern, verb=nothing)
    first = pattern.needed[0]
    items = tuple(nothing if item is first else item for item in pattern.items)
    return replace(pattern, items=items)


def shortened(pattern):
    """Return the pattern with its last needed place dropped, or None where it has one only."""
    if isinstance(pattern, Frame) or len(pattern.needed) < 2:
        return None
    last = pattern.needed[-1]
    return replace(pattern, items=tuple(item for item in pattern.items if item is not last))


def mutants(rule: Rule):
    """Yield the rule with one find entry emptied, or with a place of it dropped."""
    for number, pattern in enumerate(rule.find):
        for changed in (emptied(pattern), shortened(pattern)):
            if changed is not None:
                find = (*rule.find[:number], changed, *rule.find[number + 1 :])
                yield replace(rule, find=find)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_find_entry_is_shown_by_a_flag_sentence(rule):
    assert sorted(set(range(len(rule.find))) - shown(rule)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_broken_rule_breaks_an_example(rule):
    before = story(rule)
    assert all(before)
    broken = [story(mutant) != before for mutant in mutants(rule)]
    assert any(broken)


def test_a_sequence_and_a_frame_can_be_broken():
    words = Words((Item(frozenset({"a"})), Item(frozenset({"b"}))))
    assert emptied(words).needed[0].singles == {"\x00"}
    assert len(shortened(words).items) == 1
    assert shortened(Frame(verb=Item(frozenset({"a"})), object=Item(frozenset({"b"})))) is None
