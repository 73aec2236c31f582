"""Whether the clauses in a paper bind anyone: what looks like a clause stands in many papers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimlint.detect.cues import Cues
from claimlint.detect.paper.survey import Survey
from claimlint.detect.units.unit import Unit
from claimlint.finding import Clause
from claimlint.rulebook.model import Sign
from claimlint.rulebook.reading_form import Token
from claimlint.terms import ClauseLabel, DocumentKind

_FEW_CLAUSES = 3
_THICK = 0.3
"""Where so large a share of its units are clauses, and a few at least, a notice binds."""
_FEW_DISCLAIMERS = 2
_FEW_BANS = 3
_DISCLAIMS = frozenset(
    {
        ClauseLabel.ACCURACY_DISCLAIMER,
        ClauseLabel.AS_IS,
        ClauseLabel.NO_RELIANCE,
        ClauseLabel.LIABILITY_CAP,
    }
)


def binding(
    clauses: Sequence[Clause], units: Iterable[Unit], survey: Survey, sign: Sign, cues: Cues
) -> bool:
    """Tell whether the clauses of a paper bind anyone: a contract, or a notice that is no report.

    A provider's notice disclaims or limits liability. The handbook of a user of AI restricts and
    asks for review too, but takes nothing back.
    """
    if not clauses:
        return False
    if sign.kind is DocumentKind.CONTRACT or _forbids(clauses, units, survey.row, cues):
        return True
    if _leaning(survey.row, cues) < 0 or not sign.binds:
        return False
    thick = len(clauses) >= _FEW_CLAUSES and len(clauses) >= _THICK * survey.units
    return thick or _count(clauses, _DISCLAIMS) >= _FEW_DISCLAIMERS


def _forbids(
    clauses: Sequence[Clause], units: Iterable[Unit], row: tuple[Token, ...], cues: Cues
) -> bool:
    """Tell whether a paper forbids customers to misuse a service, as a provider's policy does."""
    if _count(clauses, frozenset({ClauseLabel.USE_RESTRICTION})) < _FEW_BANS:
        return False
    named = any(cues.finds("clause-misuse-papers", unit.tokens) for unit in units)
    return named and _leaning(row, cues) > 0


def _leaning(row: tuple[Token, ...], cues: Cues) -> int:
    """Return how far a paper addresses customers rather than staff or students: below 0, these."""
    return len(cues.find("misuse-by", row)) - len(cues.find("misuse-within", row))


def _count(clauses: Sequence[Clause], labels: frozenset[ClauseLabel]) -> int:
    return sum(clause.label in labels for clause in clauses)
