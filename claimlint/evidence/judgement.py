"""The verdict on one piece of evidence, before the best of all is taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimlint.finding import FieldFound
from claimlint.terms import Verdict


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with the fields found and missing, the provenance, and a reason for people."""

    verdict: Verdict
    found: tuple[FieldFound, ...]
    missing: tuple[str, ...]
    provenance: str | None
    reason: str


def best(judgements: Sequence[Judgement]) -> Judgement:
    """Return the best judgement; among equal verdicts the one with most fields, then the first."""
    return max(
        judgements,
        key=lambda item: (item.verdict.rank, -len(item.missing), len(item.found)),
    )
