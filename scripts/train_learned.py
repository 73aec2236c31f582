"""Learns the weights in `rules/learned/` from labelled units: logistic regressions over n-grams.

    make train [KNOWN="FILE …"] [UNKNOWN="FILE …"]

Learns from `corpora/tune/` and from files of labelled units of real copy, in the form that
`claimlint evaluate` reads: such as those who wrote rules had before them, and such as they had not.
Each model is a logistic regression with an L2 penalty (liblinear, one seed): the same units give
the same tables. Needs scikit-learn (the extra `train`); running claimlint does not.

From which score on a unit counts as a claim is set by models that have not seen its paper. Together
with the rules, which go first, F1 over the unknown files (without them, over the corpora) has to be
as good as at any other score, but for `AS_GOOD`. Of such scores the highest is taken, at which the
fewest units are found that are none.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

import numpy as np
from msgspec.structs import replace
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from claimlint.detect.detector import Detector
from claimlint.detect.matching.learned_index import forms_of
from claimlint.rulebook.learned import CLAIM, Weights, damped, ngrams
from claimlint.rulebook.learned_tables import FOLDER, SUFFIX, table
from claimlint.rulebook.load import load_book
from claimlint.rulebook.reading_form import tokens
from claimlint.score.run import measured
from claimlint.score.sample import Sample, load_samples
from claimlint.terms import Category

ROOT = Path(__file__).resolve().parent.parent
OWN = ROOT / "corpora" / "tune"
OWN_WEIGHT = 0.6
"""How much a unit of the corpora counts beside one of real copy."""
INVERSE_PENALTY = 4.0
LEAST = 3
"""In so many units an n-gram has to stand to be learned."""
KEPT = {CLAIM: 10_000}
KEPT_OF_CATEGORY = 1_000
"""So many n-grams are kept, those of the greatest weight."""
FOLDS = 4
AS_GOOD = 0.002
THRESHOLDS = np.arange(-2.0, 3.0, 0.05)


class Units:
    """Labelled units as rows of n-grams; what is ambiguous or fine either way teaches nothing."""

    def __init__(self, own: Sequence[Sample], known: Sequence[Sample], unknown: Sequence[Sample]):
        """`own` are those of the corpora, `unknown` such as no rule was written on."""
        parts = [[*filter(_teaches, part)] for part in (own, known, unknown)]
        self.samples = [each for part in parts for each in part]
        sizes = [len(part) for part in parts]
        self.weight = np.repeat([OWN_WEIGHT, 1.0, 1.0], sizes)
        self.judged = np.repeat([not unknown, False, True], sizes)
        self.fold = np.array([crc32(each.source.encode()) % FOLDS for each in self.samples])
        forms = [forms_of(tokens(each.text)) for each in self.samples]
        rows = [sorted(ngrams(each)) for each in forms]
        often = Counter(ngram for row in rows for ngram in row)
        self.ngrams = sorted(ngram for ngram, count in often.items() if count >= LEAST)
        column = {ngram: number for number, ngram in enumerate(self.ngrams)}
        held = [[column[ngram] for ngram in row if ngram in column] for row in rows]
        data = np.repeat([damped(len(each)) for each in forms], [*map(len, held)])
        ends = np.cumsum([0, *map(len, held)])
        shape = (len(rows), len(self.ngrams))
        self.matrix = csr_matrix((data, np.concatenate(held), ends), shape=shape, dtype=float)

    def learned(self, wanted: np.ndarray, kept: int, rows: np.ndarray | slice) -> np.ndarray:
        """Return the weights that tell the wanted units among the rows, the bias as the last."""
        model = LogisticRegression(C=INVERSE_PENALTY, solver="liblinear", random_state=0)
        model.fit(self.matrix[rows], wanted[rows], sample_weight=self.weight[rows])
        weights = model.coef_[0]
        weights[np.argsort(-np.abs(weights), kind="stable")[kept:]] = 0
        return np.append(weights, model.intercept_)

    def threshold(self, claims: np.ndarray) -> float:
        """Return the score from which on a unit that the rules leave is best taken for a claim."""
        scores = np.zeros(len(self.samples))
        for fold in range(FOLDS):
            *weights, bias = self.learned(claims, KEPT[CLAIM], self.fold != fold)
            here = self.fold == fold
            scores[here] = self.matrix[here] @ np.array(weights) + bias
        judged = [self.samples[place] for place in np.flatnonzero(self.judged)]
        found, there, scores = by_rules(judged), claims[self.judged], scores[self.judged]
        copy = np.array([each.kind == "marketing" for each in judged])

        def f1(least: float) -> float:
            told = found | (copy & (scores > least))
            return 2 * (told & there).sum() / (told.sum() + there.sum())

        reached = np.array([f1(least) for least in THRESHOLDS])
        return float(THRESHOLDS[reached >= reached.max() - AS_GOOD].max())


def _teaches(sample: Sample) -> bool:
    return not sample.ambiguous and (sample.positive or not sample.accepted)


def by_rules(samples: Sequence[Sample]) -> np.ndarray:
    """Return on which samples the patterns of the rules find a claim."""
    book = replace(load_book(ROOT / "rules"), learned={})
    results = measured(Detector(book), samples).per_sample
    found = {id(each.sample): bool(each.found) for each in results}
    return np.array([found[id(each)] for each in samples])


def main(known: Sequence[Path], unknown: Sequence[Path], folder: Path) -> None:
    """Write the tables to a folder and say what they were learned from."""
    files = ([OWN], known, unknown)
    parts = [[each for path in paths for each in load_samples(path)] for paths in files]
    units = Units(*parts)
    claims = np.array([each.positive for each in units.samples])
    threshold = units.threshold(claims)
    own, *real = map(len, parts)
    told = f"{own:,} units of corpora/tune and {sum(real):,} units of real copy"
    remarks = (
        "How much n-grams speak for it: added up over a unit, over the root of its words.",
        f"Made by scripts/train_learned.py from {told}.",
    )
    categories = {
        category.value: np.array([category in each.must | each.any_of for each in units.samples])
        for category in Category
    }
    folder.mkdir(exist_ok=True)
    for name, wanted in {CLAIM: claims, **categories}.items():
        *weights, bias = units.learned(wanted, KEPT.get(name, KEPT_OF_CATEGORY), slice(None))
        of = {ngram: float(each) for ngram, each in zip(units.ngrams, weights, strict=True) if each}
        made = Weights(float(bias) - (threshold if name == CLAIM else 0), of)
        text = table(made, remarks)
        (folder / f"{name}{SUFFIX}").write_text(text, encoding="utf-8", newline="\n")
    print(f"learned from {told}; a unit counts from {threshold:.2f} on")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--known", nargs="*", type=Path, default=(), metavar="FILE")
    parser.add_argument("--unknown", nargs="*", type=Path, default=(), metavar="FILE")
    parser.add_argument("--output", type=Path, default=ROOT / "rules" / FOLDER, metavar="FOLDER")
    given = parser.parse_args()
    main(given.known, given.unknown, given.output)
