"""Runs the sentences of rules: each is flagged at the marked words, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from claimlint.detect.detector import Detector
from claimlint.detect.parsing.model import Model
from claimlint.document import Location, Passage, Role
from claimlint.rulebook.model import Example, Rule
from claimlint.rulebook.rule_book import RuleBook
from claimlint.terms import DocumentKind

_MARKS = re.compile(r"\[\[(.+?)\]\]")


class Mismatch(Struct, frozen=True):
    """A sentence that a rule treats otherwise than its file says."""

    text: str
    wanted: tuple[str, ...]
    found: tuple[str, ...]


def mismatches(book: RuleBook, rule: Rule, model: Model) -> Iterator[Mismatch]:
    """Yield the sentences of a rule of `book` that come out otherwise than they should.

    What is marked may be the words that the rule matches, or these to the end of their phrase.
    """
    kept = "claims" if rule in book.claims else "clauses"
    alone = book.only(rule, kept)
    detectors = [Detector(alone, model, phrases=whole) for whole in (False, True)]
    kind = DocumentKind.MARKETING if kept == "claims" else DocumentKind.CONTRACT
    for example in (*rule.flag, *rule.passes):
        wanted = tuple(sorted(_MARKS.findall(example.text)))
        ways = [tuple(sorted(_found(detector, example, kind))) for detector in detectors]
        if wanted not in ways:
            yield Mismatch(_plain(example), wanted, ways[0])


def _found(detector: Detector, example: Example, kind: DocumentKind) -> Iterator[str]:
    role = Role.BULLET if example.lead.endswith(":") else Role.PARAGRAPH
    text = Passage(text=_plain(example), location=Location(label="unit"), role=role, level=1)
    lead = Passage(text=example.lead, location=Location(label="lead")) if example.lead else None
    detected = detector.find([text] if lead is None else [lead, text], kind)
    for claim in detected.claims:
        for start, end in (claim.span, *claim.marks):
            yield claim.unit[start:end]
    for clause in (*detected.clauses, *detected.heads):
        yield clause.text


def _plain(example: Example) -> str:
    return example.text.replace("[[", "").replace("]]", "")
