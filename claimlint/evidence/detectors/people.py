"""Who scored, audited or ran a test, and parties that are called by name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimlint.evidence.detectors.hit import Hit
from claimlint.evidence.detectors.numbers import NUMBER
from claimlint.evidence.detectors.workers import WORKER
from claimlint.regex import regex

_DONE = (
    r"(?:tested|scored|evaluated|validated|audited|conducted|assessed|measured|reviewed|verified|"
    r"labell?ed|run|carried out|performed|judged|benchmarked|certified|prepared|annotated|graded|"
    r"rated|checked|published|adjudicated|done|made|issued)"
)
PARTY = r"(?-i:[A-Z][\w&.-]*(?:\s(?:(?:of|for|and|&|de|the)\s)?[A-Z][\w&.-]*){0,4})"
"""A name in capitals, as a fragment of a pattern that ignores capitals elsewhere."""

_BY_NAME = regex(
    rf"\b{_DONE}(?:\s[\w-]+){{0,4}}?\sby\s(?:the\s|an?\s)?(?P<who>{PARTY})", re.IGNORECASE
)
_ACTIVE = regex(
    r"(?P<who>(?-i:[A-Z][\w&.-]*\s(?:(?:of|for|and|&)\s)?[A-Z][\w&.-]*(?:\s[A-Z][\w&.-]*)?))\s"
    r"(?:has\s|have\s|independently\s)?(?:pen-?\s?tested|tested|audited|scored|evaluated|rated|"
    r"checked|assessed|reviewed|measured|examined|certified|validated)\b",
    re.IGNORECASE,
)
_LATER_BY = regex(rf"\b{_DONE}\b[^;]{{1,160}}?,\sby\s(?:the\s|an?\s)?(?P<who>{PARTY})", re.I)
_STUDY_BY = regex(
    r"\b(?:study|report|test|evaluation|audit|review|measurement|survey|benchmark|VPAT|assessment|certificate|trial)s?\s"
    rf"(?:[\w,]+\s){{0,4}}?by\s(?:the\s|an?\s)?(?P<who>{PARTY})",
    re.IGNORECASE,
)
_BY_OTHERS = regex(
    rf"\b{_DONE}\b[^.;]{{0,80}}?\sby\s(?:an?\s|the\s|our\s|two\s|three\s|four\s|five\s|\d+\s)?"
    r"(?P<who>(?:[a-z][\w-]*\s){0,3}?(?:lab(?:oratory)?|university|institute|auditors?|firm|hospital|"
    r"third party|panel|experts?|raters?|judges?|annotators?|transcriptionists?|lawyers?|"
    r"clinicians?|physicians?|radiologists?|consultants?|consultancy|academics|customers?|"
    r"clerks?|team|staff|engineers|reviewers?|accountants?|leads?|agents?|editors?|nurses?|coders?|"
    r"operators?|teachers?|doctors?|specialists?|translators?|department))\b(?!')",
    re.IGNORECASE,
)
_ADVERB = regex(
    r"\b(?:independently|externally|internally)\s(?:tested|validated|audited|evaluated|scored|measured)"
    r"|\bthird[-\s]party\s(?:audit|evaluation|test|assessment)|\bself[-\s](?:reported|assessed)"
    r"|\b(?:internal|in-house)\s(?:tests?|testing|evaluation|benchmark|study)"
    r"|\b(?:independent|external|outside)\s(?:auditor|evaluator|lab(?:oratory)?|raters?|judges?|"
    r"reviewers?|testers?|test house|consultants?|firm|agency|institute)"
    rf"|\b{_DONE}(?:\s[a-z]+){{0,2}}?\sby\sthe\s(?:vendor|supplier|provider|manufacturer|maker|developer|operator|company)\b"
    r"|\bground truth\s(?:[a-z]+\s){0,2}by\s(?:[a-z]+\s){0,2}[a-z]+s\b"
    r"|\bby\sus\b|\bby\s(?:[a-z]+\s)?(?:of\s)?our\s(?:own\s)?[a-z]+"
    r"|\bour (?:own )?(?:tests?|evaluation|measurements?|research|study)\b"
    r"|\b(?:two|three|four|five|\d+)\s(?:independent|external)\s[a-z]+",
    re.IGNORECASE,
)
_INSTITUTION = regex(
    r"\b(?:[A-Z][\w-]{1,40}\s){1,3}(?:Institute|University|Lab(?:oratory|s)?|College|Polytechnic|"
    r"Society|Agency|Association|LLP|GmbH|Ltd|Academy|Foundation|Consulting|Research|Testing)\b"
    r"|\b(?:University|Institute|College|Academy) of [A-Z]\w+"
    r"|\b(?:Prof\.?|Professor|Dr\.?)\s[A-Z]\w+"
)
_UNTIED = regex(
    r"\bnot on our payroll|\b(?:do|does|did) not work for us|\bnot employed by us|\bneither own|"
    r"\bno (?:stake|ties|links?) (?:in|to|with)\b|\bindependent of us",
    re.IGNORECASE,
)
_WORKERS = regex(
    rf"\b{NUMBER}\s(?:[a-z-]+\s){{0,3}}?{WORKER}[^.;]{{0,60}}?\b(?:re-?\s?)?"
    rf"(?:{_DONE}|coded|read|compared|went through|decided|looked at|marked|listened|accepted)\b",
    re.IGNORECASE,
)
_BY_SEVERAL = regex(
    rf"\b{_DONE}\sby\s(?:the\s|our\s)?{NUMBER}\s(?:[a-z-]+\s){{0,3}}?(?!(?:metrics|measures|criteria|methods|"
    r"points|percent|years|times|days|weeks|months|steps|rules|factors)\b)[a-z]{3,}s\b",
    re.IGNORECASE,
)
_PARTY = regex(PARTY)
_SELF = regex(
    r"\b(?:internal|in-house|self|our|ourselves|vendor's own|own staff|own team)\b|^we\b",
    re.IGNORECASE,
)
_DEPARTMENT = regex(
    r".*?\bby\s(?:the\s)?(?:(?:Evaluations?|Assurance|Quality|Engineering|Testing|Test|QA|"
    r"Data Science|Science|Product|Development|R&D|Analytics|Machine Learning|ML|Applied|"
    r"Operations|Safety|Trust|Compliance|Model|Risk|Clinical|Team|Department|Group|Management|and|&|of)"
    r"(?:[\s,.;]+|$))+",
    re.DOTALL,
)
"""A department without a name is the vendor's own, and a firm behind it the vendor."""
_FIRM = regex(rf"\s?,\s(?:at\s)?{PARTY}", re.IGNORECASE)
_OTHERS = regex(
    r"\b(?:independent\w*|external\w*|outside|not on our|not work for us|neither own|Institute|"
    r"Polytechnic|Prof|third[-\s]party|university|institute|auditor|laborator\w+|lab)\b",
    re.IGNORECASE,
)
_EVALUATORS = (
    _BY_NAME,
    _STUDY_BY,
    _BY_OTHERS,
    _BY_SEVERAL,
    _LATER_BY,
    _ACTIVE,
    _ADVERB,
    _INSTITUTION,
    _UNTIED,
    _WORKERS,
)
_BY = regex(r"\bby\s", re.IGNORECASE)
_WITHOUT_BY = (_ACTIVE, _ADVERB, _INSTITUTION, _UNTIED, _WORKERS)
"""Those of them that find something where no "by" stands, as in most texts."""
_NO_PARTY = frozenset(
    "I We Our The A An It This That These Those You Your In On At By For With And Or But If When "
    "AI CI API SLA ROI CEO CFO CTO HR IT US EU UK Q1 Q2 Q3 Q4 "
    "January February March April May June "
    "July August September October November December Monday Friday "
    "Spring Summer Autumn Winter".split()
)


def find_evaluator(text: str) -> Iterator[Hit]:
    """Yield who made a test; the value is "self", "named", "third-party" or "unnamed"."""
    taken: list[tuple[int, int]] = []
    for pattern in _EVALUATORS if _BY.search(text) else _WITHOUT_BY:
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            firm = _FIRM.match(text, match.end()) if _DEPARTMENT.fullmatch(match.group()) else None
            taken.append((match.start(), firm.end() if firm else match.end()))
            start = match.start() if pattern is not _LATER_BY else match.start("who") - 3
            yield Hit(start, match.end(), relation(text[start : match.end()]))


def relation(words: str) -> str:
    """Return how the one who tested stands to the vendor, by the words used."""
    if _OTHERS.search(words):
        return "third-party"
    if _SELF.search(words) or _DEPARTMENT.fullmatch(words):
        return "self"
    named = any(
        match.start() and match[0].split()[0] not in _NO_PARTY for match in _PARTY.finditer(words)
    )
    return "named" if named or _PARTY.match(words) else "unnamed"


def find_party(text: str) -> Iterator[Hit]:
    """Yield names of parties in capitals, the first word of the text aside."""
    for match in _PARTY.finditer(text):
        words = match.group()
        if match.start() == 0 or words.split()[0] in _NO_PARTY:
            continue
        yield Hit(match.start(), match.end(), words)
