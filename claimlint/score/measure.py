"""Precision, recall and F1 of detection against labelled units, with intervals."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import groupby

from msgspec import Struct

from claimlint.score.sample import Sample
from claimlint.terms import Category, ClauseLabel

_Z = 1.959964


class Counts(Struct, frozen=True):
    """True positives, false positives and false negatives."""

    hits: int = 0
    false: int = 0
    missed: int = 0

    def plus(self, hits: int, false: int, missed: int) -> Counts:
        """Return the counts with more added."""
        return Counts(self.hits + hits, self.false + false, self.missed + missed)

    @property
    def precision(self) -> float:
        """Return the share of findings that are right; 1 where there is none."""
        found = self.hits + self.false
        return self.hits / found if found else 1.0

    @property
    def recall(self) -> float:
        """Return the share of labelled claims that were found; 1 where there is none."""
        there = self.hits + self.missed
        return self.hits / there if there else 1.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        total = 2 * self.hits + self.false + self.missed
        return 2 * self.hits / total if total else 1.0


class SampleResult(Struct, frozen=True):
    """What was found on one sample."""

    sample: Sample
    found: frozenset[Category]
    clauses: frozenset[ClauseLabel] = frozenset()
    words: tuple[tuple[Category, str, str], ...] = ()


class Score(Struct, frozen=True):
    """The whole card. `neutral` counts units and false alarms of policies and the like."""

    units: Counts
    categories: dict[Category, Counts]
    clauses: dict[ClauseLabel, Counts]
    samples: int
    neutral_units: int
    neutral_alarms: int
    per_sample: tuple[SampleResult, ...] = ()

    @property
    def micro(self) -> Counts:
        """Return the counts over all categories."""
        return _sum(self.categories.values())

    @property
    def clause_micro(self) -> Counts:
        """Return the counts over all clause labels."""
        return _sum(self.clauses.values())


def _sum(parts: Iterable[Counts]) -> Counts:
    total = Counts()
    for part in parts:
        total = total.plus(part.hits, part.false, part.missed)
    return total


def score(results: Sequence[SampleResult]) -> Score:
    """Return the score of results; ambiguous samples are left out."""
    units = Counts()
    categories = {category: Counts() for category in Category}
    clauses = {label: Counts() for label in ClauseLabel}
    neutral = alarms = counted = 0
    for result in results:
        sample = result.sample
        if sample.ambiguous:
            continue
        counted += 1
        found = bool(result.found)
        allowed = bool(sample.accepted)
        if sample.positive:
            units = units.plus(found, 0, not found)
        elif found and not allowed:
            units = units.plus(0, 1, 0)
        if sample.kind != "marketing":
            neutral += 1
            alarms += found and not sample.positive and not allowed
        _add_categories(categories, result)
        _add_clauses(clauses, result)
    return Score(units, categories, clauses, counted, neutral, alarms, tuple(results))


def _add_categories(categories: dict[Category, Counts], result: SampleResult) -> None:
    sample = result.sample
    for category in sample.must:
        hit = category in result.found
        categories[category] = categories[category].plus(hit, 0, not hit)
    if sample.any_of:
        hits = sorted(result.found & sample.any_of) or [sorted(sample.any_of)[0]]
        hit = hits[0] in result.found
        categories[hits[0]] = categories[hits[0]].plus(hit, 0, not hit)
    for category in result.found - sample.must - sample.any_of - sample.accepted:
        categories[category] = categories[category].plus(0, 1, 0)


def _add_clauses(clauses: dict[ClauseLabel, Counts], result: SampleResult) -> None:
    sample = result.sample
    wanted = sample.clauses or (
        frozenset(
            sorted(result.clauses & sample.clause_any_of)[:1] or sorted(sample.clause_any_of)[:1]
        )
    )
    for label in wanted:
        hit = label in result.clauses
        clauses[label] = clauses[label].plus(hit, 0, not hit)
    for label in result.clauses - wanted - sample.clause_any_of:
        clauses[label] = clauses[label].plus(0, 1, 0)


def sources(samples: Sequence[Sample]) -> list[tuple[str, list[Sample]]]:
    """Return the samples by source, each source once, its units in the order given."""
    ordered = sorted(samples, key=lambda sample: sample.source)
    return [(name, list(group)) for name, group in groupby(ordered, key=lambda s: s.source)]


def wilson(hits: int, total: int) -> tuple[float, float]:
    """Return the 95 % Wilson interval of a share. Source: E. B. Wilson, JASA 22 (1927)."""
    if total == 0:
        return (0.0, 1.0)
    share = hits / total
    scale = 1 + _Z**2 / total
    centre = (share + _Z**2 / (2 * total)) / scale
    half = _Z * math.sqrt(share * (1 - share) / total + _Z**2 / (4 * total**2)) / scale
    return (max(0.0, centre - half), min(1.0, centre + half))
