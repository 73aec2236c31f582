"""Runs detection over labelled units: each source is one document, its units in order."""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.detect.detector import Detector
from claimlint.score.measure import Outcome, Score, score, sources
from claimlint.score.sample import Sample


def evaluate(detector: Detector, samples: Sequence[Sample]) -> Score:
    """Return the score of the detector on the samples."""
    outcomes: list[Outcome] = []
    for _, group in sources(samples):
        passages = [sample.passage(number) for number, sample in enumerate(group, start=1)]
        found = detector.find(passages)
        for index, sample in enumerate(group):
            claims = [claim for claim in found.claims if claim.passage == index]
            clauses = [clause for clause in found.clauses if clause.passage == index]
            outcomes.append(
                Outcome(
                    sample,
                    frozenset(claim.category for claim in claims),
                    frozenset(clause.label for clause in clauses),
                    tuple((claim.category, claim.rule, claim.text) for claim in claims),
                )
            )
    return score(outcomes)
