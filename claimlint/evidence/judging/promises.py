"""Contract clauses that promise evidence or performance: they lift missing to promised."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from claimlint.evidence.completeness import missing
from claimlint.evidence.judgement import Judgement
from claimlint.evidence.matching.compiled_kinds import CompiledKind, compiled_kind
from claimlint.evidence.matching.searched_text import SearchedText
from claimlint.evidence.once import once_a_document
from claimlint.evidence.text.plain import plain
from claimlint.finding import Clause
from claimlint.regex import regex
from claimlint.rulebook.entries import Catalogue, EvidenceKind
from claimlint.terms import (
    ACCURACY,
    AVAILABILITY,
    BOUNDARY,
    OUTCOMES,
    OVERSIGHT,
    ClauseLabel,
    Verdict,
)

_MEASURED = frozenset(
    {ACCURACY, AVAILABILITY, BOUNDARY, OUTCOMES, "robustness-evaluation", "scale-behaviour"}
)
_UPTIME = regex(
    r"\b(?:up-?time|up time|availab\w+|down-?time|outages?|accessible|online|operational|"
    r"service levels?|around the clock|24/7|at all (?:times|hours))\b",
    re.IGNORECASE,
)
_QUALITY = regex(
    r"\b(?:accura\w+|correct\w*|errors?|precision|recall|recogni\w+|quality|rates?|right|"
    r"hallucinat\w+)\b",
    re.IGNORECASE,
)
_BY_FIRST = {OUTCOMES: 1, "data-provenance": 2}
"""Kinds that a clause promises only by so many of their first fields.

"Days before" compares no result, and notice of another model tells nothing of what it learned from.
"""
_OVERSEEN = frozenset({OVERSIGHT, "decision-accountability", "change-monitoring"})


@once_a_document
def promised_by(
    clauses: Sequence[Clause], catalogue: Catalogue, kind: EvidenceKind
) -> Judgement | None:
    """Return the judgement that a clause promises evidence of a kind, or None.

    The clause must speak of the kind; one that disclaims is never a promise.
    """
    compiled = compiled_kind(kind.id, catalogue)
    for clause in clauses:
        if not _binds(clause.label, kind.id) or _of_other_matter(clause, kind.id):
            continue
        if not _speaks_of(compiled, SearchedText(plain(clause.unit).text)):
            continue
        place = clause.place
        reason = f"promised in the contract ({place}), not shown"
        return Judgement(Verdict.PROMISED, (), missing(kind, ()), None, reason)
    return None


def _speaks_of(compiled: CompiledKind, said: SearchedText) -> bool:
    """Tell whether a clause has words of a kind, and names the kind or a field of it.

    "May replace the models on ten days' notice" says nothing of what they learned from.
    """
    if not compiled.about.any(said):
        return False
    first = _BY_FIRST.get(compiled.kind.id)
    named = compiled.fields if first is None else [field for (field, *_) in compiled.kernel[:first]]
    fields = chain.from_iterable(field.cues.find(said) for field in named)
    text = said.text.lower().replace("-", " ")
    return any(not hit.generic for hit in fields) or any(
        heading in text for heading in compiled.kind.headings
    )


def _of_other_matter(clause: Clause, kind: str) -> bool:
    """Tell whether a warranty is one of uptime where another is wanted, or the other way round."""
    if clause.label is not ClauseLabel.PERFORMANCE_WARRANTY:
        return False
    uptime = _UPTIME.search(clause.unit) is not None
    if kind == AVAILABILITY:
        return not uptime
    return uptime and _QUALITY.search(clause.unit) is None


def _binds(label: ClauseLabel, kind: str) -> bool:
    if label is ClauseLabel.PERFORMANCE_WARRANTY:
        return kind in _MEASURED
    if label is ClauseLabel.OVERSIGHT_COMMITMENT:
        return kind in _OVERSEEN
    return label is ClauseLabel.DISCLOSURE_COMMITMENT
