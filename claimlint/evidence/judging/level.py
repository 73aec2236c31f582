"""How grave a finding is: computed from the strength of the claim and the verdicts."""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.finding import Assessment, Claim
from claimlint.terms import Level, Strength, Verdict


def level_of(claim: Claim, assessments: Sequence[Assessment]) -> Level:
    """Return the level of a claim with these assessments; only required kinds count.

    Error: contradicted, or strong words with a required kind worse than partly backed. Warning:
    plain words likewise, or hedged words with nothing at all. Note: the rest.
    """
    verdicts = [item.verdict for item in assessments if item.required]
    if Verdict.CONTRADICTED in verdicts:
        return Level.ERROR
    short = any(verdict.rank < Verdict.PARTLY_BACKED.rank for verdict in verdicts)
    if short and claim.strength is Strength.STRONG:
        return Level.ERROR
    if short and claim.strength is Strength.PLAIN:
        return Level.WARNING
    bare = bool(verdicts) and all(verdict is Verdict.BARE for verdict in verdicts)
    if bare and claim.strength is Strength.HEDGED:
        return Level.WARNING
    return Level.NOTE
