"""Runs detection over labelled units: each source is one document, its units in order."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from claimlint.detect.detector import Detector
from claimlint.detect.parsing.model import DEFAULT_MODEL, Model
from claimlint.rulebook.load import load_book
from claimlint.score.measure import SampleResult, Score, score, sources
from claimlint.score.sample import Sample
from claimlint.session import rules_of


def evaluate(
    samples: Sequence[Sample], *, rules: Path | None = None, model: str | None = None
) -> Score:
    """Return the score on the samples of the shipped rules, or of the folder `rules`."""
    book = load_book(rules_of(rules))
    return measured(Detector(book, Model(model or DEFAULT_MODEL)), samples)


def measured(detector: Detector, samples: Sequence[Sample]) -> Score:
    """Return the score of the detector on the samples."""
    results: list[SampleResult] = []
    for _, group in sources(samples):
        passages = [sample.passage(number) for number, sample in enumerate(group, start=1)]
        found = detector.find(passages)
        for index, sample in enumerate(group):
            claims = [claim for claim in found.claims if claim.passage == index]
            clauses = [clause for clause in found.clauses if clause.passage == index]
            results.append(
                SampleResult(
                    sample,
                    frozenset(claim.category for claim in claims),
                    frozenset(clause.label for clause in clauses),
                    tuple((claim.category, claim.rule, claim.text) for claim in claims),
                )
            )
    return score(results)
