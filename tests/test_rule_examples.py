"""Every sentence of every rule file is a test: flagged at the marked words, or not at all."""

from __future__ import annotations

import re

import pytest

from claimlint.datafiles import data_folder
from claimlint.detect.detector import Detector
from claimlint.document import Location, Passage, Role
from claimlint.rulebook.load import load_book
from claimlint.rulebook.model import Example, Rule
from claimlint.terms import DocumentKind

BOOK = load_book(data_folder("rules"))
RULES = (*BOOK.claims, *BOOK.clauses)
FLAG = [(rule, example) for rule in RULES for example in rule.flag]
PASS = [(rule, example) for rule in RULES for example in rule.passes]


def _id(value: object) -> str:
    return value.id if isinstance(value, Rule) else ""


@pytest.fixture(scope="module")
def alone():
    """Return a function that gives the detectors which know one rule only.

    The first tells the words that the rule matches, the second these to the end of their phrase.
    """
    made = {}

    def detectors_of(rule: Rule) -> list[Detector]:
        if rule.id not in made:
            book = BOOK.only(rule, "claims" if rule in BOOK.claims else "clauses")
            made[rule.id] = [Detector(book, phrases=whole) for whole in (False, True)]
        return made[rule.id]

    return detectors_of


def found(detector: Detector, rule: Rule, example: Example) -> list[str]:
    passages = []
    if example.lead:
        passages.append(Passage(text=example.lead, location=Location(label="lead")))
    text = re.sub(r"\[\[|\]\]", "", example.text)
    role = Role.BULLET if example.lead.endswith(":") else Role.PARAGRAPH
    passages.append(Passage(text=text, location=Location(label="unit"), role=role, level=1))
    kind = DocumentKind.MARKETING if rule in BOOK.claims else DocumentKind.CONTRACT
    detected = detector.find(passages, kind)
    words = [
        claim.unit[start:end]
        for claim in detected.claims
        for start, end in (claim.span, *claim.marks)
    ]
    return words + [clause.text for clause in (*detected.clauses, *detected.heads)]


@pytest.mark.parametrize(("rule", "example"), FLAG, ids=_id)
def test_flags_exactly_the_marked_words(alone, rule, example):
    marked = re.findall(r"\[\[(.+?)\]\]", example.text)
    matched, whole = alone(rule)
    if sorted(found(matched, rule, example)) != sorted(marked):
        assert sorted(found(whole, rule, example)) == sorted(marked)


@pytest.mark.parametrize(("rule", "example"), PASS, ids=_id)
def test_leaves_the_near_miss_alone(alone, rule, example):
    assert found(alone(rule)[0], rule, example) == []
