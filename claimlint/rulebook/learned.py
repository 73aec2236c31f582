"""What labelled units taught: how much runs of one to three words speak for a claim.

Two questions are answered apart, each by a linear model: whether a unit claims anything (`CLAIM`),
and which category it claims, if any. How they are trained stands in `scripts/train_learned.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import fsum, sqrt

from msgspec import Struct

CLAIM = "claim"
"""Under this name the weights are kept that tell whether a unit claims anything."""
LEARNED = "learned"
"""What `find` says in a rule that goes by weights: of a category `<category>.learned` does."""

_START, _END = "^", "$"
_FEW = 3
"""Shorter units are weighed as if they had so many words, else one word would decide alone."""


def ngrams(forms: Sequence[str]) -> set[str]:
    """Return the runs of one to three words of a unit whose words have these forms.

    Its start and its end count as words beside others.
    """
    row = (_START, *forms, _END)
    pairs = [f"{one} {other}" for one, other in pairwise(row)]
    threes = [f"{pair} {third}" for pair, third in zip(pairs, row[2:], strict=False)]
    return {*forms, *pairs, *threes}


def damped(words: int) -> float:
    """Return how much an n-gram counts in a unit of so many words: less in a longer one."""
    return 1 / sqrt(max(_FEW, words))


class Weights(Struct, frozen=True):
    """How much each n-gram speaks for something; `bias` is where every unit starts."""

    bias: float
    of: dict[str, float]

    def score(self, forms: Sequence[str]) -> float:
        """Return how much the unit with these forms speaks for it: above 0, more than against it.

        Each n-gram counts once.
        """
        found = self.of.keys() & ngrams(forms)
        return self.bias + fsum(map(self.of.__getitem__, found)) * damped(len(forms))
