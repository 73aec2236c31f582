"""Clauses: which label goes first, which take claims back, and what makes a notice binding."""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.detect.context.scene import Cues
from claimlint.detect.matching import Match
from claimlint.detect.unit import Unit
from claimlint.finding import Clause
from claimlint.terms import ClauseLabel, InList

TAKES_BACK = frozenset(
    {
        ClauseLabel.ACCURACY_DISCLAIMER,
        ClauseLabel.AS_IS,
        ClauseLabel.HUMAN_REVIEW_DUTY,
        ClauseLabel.NO_RELIANCE,
        ClauseLabel.USE_RESTRICTION,
        ClauseLabel.LIABILITY_CAP,
    }
)
"""A unit that does this to claims makes none itself."""

_FEW_CLAUSES = 2
_FEW_BANS = 3
_DISCLAIMS = frozenset(
    {
        ClauseLabel.ACCURACY_DISCLAIMER,
        ClauseLabel.AS_IS,
        ClauseLabel.NO_RELIANCE,
        ClauseLabel.LIABILITY_CAP,
    }
)
_SPECIFIC = (
    ClauseLabel.HUMAN_REVIEW_DUTY,
    ClauseLabel.USE_RESTRICTION,
    ClauseLabel.OVERSIGHT_COMMITMENT,
    ClauseLabel.DISCLOSURE_COMMITMENT,
    ClauseLabel.ACCURACY_DISCLAIMER,
    ClauseLabel.AS_IS,
    ClauseLabel.NO_RELIANCE,
    ClauseLabel.LIABILITY_CAP,
    ClauseLabel.PERFORMANCE_WARRANTY,
)


def binds(clauses: Sequence[Clause]) -> bool:
    """Tell whether a notice disclaims or limits liability, as a provider's does.

    The handbook of a user of AI restricts and asks for review too, but takes nothing back.
    """
    return sum(clause.label in _DISCLAIMS for clause in clauses) >= _FEW_CLAUSES


def forbids(clauses: Sequence[Clause], cut: Sequence[Unit], cues: Cues) -> bool:
    """Tell whether a paper forbids customers to misuse a service, as a provider's policy does."""
    if sum(clause.label is ClauseLabel.USE_RESTRICTION for clause in clauses) < _FEW_BANS:
        return False
    named = any(cues.finds("clause-misuse-papers", unit.tokens) for unit in cut)
    return named and leaning(cut, cues) > 0


def leaning(cut: Sequence[Unit], cues: Cues) -> int:
    """Return how far a paper addresses customers rather than staff or students: below 0, these."""
    row = tuple(token for unit in cut for token in unit.tokens)
    return len(cues.find("misuse-by", row)) - len(cues.find("misuse-within", row))


def by_label(match: Match) -> tuple[bool, int, int, int]:
    """Sort clause matches: own words before a stem's, the more specific label, longer, earlier."""
    rank = list(_SPECIFIC).index(ClauseLabel(match.rule.label))
    return (InList.ITEM in match.rule.in_lists, rank, match.start - match.end, match.start)
