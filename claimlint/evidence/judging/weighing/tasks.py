"""What claims and evidence are about, as far as figures on one thing say nothing on another."""

from __future__ import annotations

import re
from functools import lru_cache

from claimlint.evidence.matching.searched_text import SearchedText
from claimlint.evidence.matching.wordlists import word_lists
from claimlint.evidence.once import once_a_document
from claimlint.evidence.text.plain import plain
from claimlint.finding import Claim, Disclosure
from claimlint.regex import regex
from claimlint.rulebook.entries import Catalogue
from claimlint.terms import ACCURACY, BOUNDARY, OUTCOMES, SAMPLE_SIZE

_FIELDS = ("task", "dataset", SAMPLE_SIZE, "same-task", "steps", "range", "metric")
_BESIDE = ("costs", "funder")
"""What a study cost is no result of it."""
_MEASURED = frozenset(
    {ACCURACY, BOUNDARY, "robustness-evaluation", "human-baseline", "scale-behaviour"}
)
_PAPERS = frozenset(
    "invoices purchase-orders delivery-notes freight-papers bank-statements payslips prescriptions "
    "tax-returns contracts".split()
)
"""Kinds of papers that a claim may list: what was measured on one of them shows a part of it."""
_NO_CALLS = regex(
    r"\bcalls\s(?=(?:the|a|an|your|its)\b)|\bon[- ]call\b|\bcall-?\s?outs?\b", re.IGNORECASE
)
"""Who calls somebody, or is on call, takes no calls."""
_SENTENCES = 8192
"""What so many are about is remembered: each kind of evidence asks, and so do the questions."""

Tasks = frozenset[str]


def claimed_tasks(claim: Claim, kind: str, catalogue: Catalogue) -> Tasks:
    """Return what a claim is about, nothing where evidence of a kind does not depend on it."""
    if kind not in (*_MEASURED, OUTCOMES):
        return frozenset()
    return _families(f"{claim.lead} {claim.unit}", _prefix(kind), catalogue)


def other_task(claimed: Tasks, item: Disclosure, catalogue: Catalogue) -> str | None:
    """Return why evidence is about something else than what is claimed, or None."""
    if not claimed:
        return None
    around = _around(item, catalogue)
    measured = _measured(item, catalogue) or around
    if not measured or claimed & (measured | around):
        return None
    return f"about {in_words(measured)}, the claim is about {in_words(claimed)}"


def part_of_tasks(claimed: Tasks, item: Disclosure, catalogue: Catalogue) -> str | None:
    """Return why evidence is about some of the papers only that are claimed, or None."""
    papers = claimed & _PAPERS
    shown = _measured(item, catalogue) | _around(item, catalogue)
    if not papers & shown or papers <= shown:
        return None
    return (
        f"about {in_words(papers & shown)}, the claim is about {in_words(papers - shown)} as well"
    )


def _prefix(kind: str) -> str:
    return "task-" if kind in _MEASURED else "outcome-"


@once_a_document
def _measured(item: Disclosure, catalogue: Catalogue) -> Tasks:
    fields = _FIELDS if item.kind in _MEASURED else ("outcome", "figure")
    shown = " ; ".join(found.text for found in item.fields if found.field in fields)
    return _families(shown, _prefix(item.kind), catalogue)


@once_a_document
def _around(item: Disclosure, catalogue: Catalogue) -> Tasks:
    """Return what the sentences of evidence are about."""
    sentences = " ; ".join({found.unit for found in item.fields if found.field not in _BESIDE})
    return _families(sentences, _prefix(item.kind), catalogue)


@lru_cache(maxsize=_SENTENCES)
def _families(text: str, prefix: str, catalogue: Catalogue) -> Tasks:
    seen = SearchedText(_NO_CALLS.sub("", plain(text).text))
    return frozenset(
        name.removeprefix(prefix)
        for name, cues in word_lists(catalogue).families
        if name.startswith(prefix) and cues.any(seen)
    )


def in_words(tasks: Tasks) -> str:
    """Return the names of tasks for people, in the order of the alphabet."""
    return " and ".join(sorted(task.replace("-", " ") for task in tasks))
