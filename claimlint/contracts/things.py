"""Whether a sentence of a deck and one of a contract can speak of the same thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from math import sqrt

from claimlint.finding import DocumentReport
from claimlint.values.comparison import Stance

_COMMON = 0.2
_FEW = 4
"""What a larger share and more sentences than these name is the subject of the papers as such."""
_SELDOM = 3
"""So many clauses at most name a thing by which the words beside it are found."""
_RARE = 0.6
"""How rare what both name must be: 1 where each side names it once, less the oftener they do."""
_PAPER = 12
"""What is rare cannot be told from fewer sentences."""

_Named = Sequence[tuple[str, ...]]


class Things:
    """The things that the decks and the other papers name, by the stems of their words."""

    def __init__(self, decks: Sequence[DocumentReport], others: Sequence[DocumentReport]) -> None:
        said, bound = _named(decks), _named(others)
        self._said, self._bound = _counted(said), _counted(bound)
        self._long = len(bound) >= _PAPER
        self._common = _common(said, self._said) | _common(bound, self._bound)
        self._clauses = [self._of(each) for each in bound]

    def apart(self, claim: Stance, clause: Stance) -> bool:
        """Tell whether the two speak of different things.

        They do where they name nothing in common, the decks speak elsewhere of what the clause
        names, and the contracts of what the claim names. Who names nothing speaks of all. What
        the other side never names is looked for by its heading and the sentence before, and a
        clause then by the words beside its rarest ones in its paper.
        """
        if not (claim.things and clause.things):
            return False
        ours, theirs = self._of(claim.things), self._of(clause.things)
        if ours.isdisjoint(self._bound):
            ours |= self._of(claim.above)
        if theirs.isdisjoint(self._said):
            theirs |= self._of(clause.above)
        if theirs.isdisjoint(self._said):
            theirs |= self._beside(theirs)
        elsewhere = not (theirs.isdisjoint(self._said) or ours.isdisjoint(self._bound))
        return elsewhere and ours.isdisjoint(theirs)

    def shared(self, claim: Stance, clause: Stance) -> bool:
        """Tell whether both name a thing that not nearly all of the papers name."""
        return bool(self._both(claim, clause))

    def same(self, claim: Stance, clause: Stance) -> bool:
        """Tell whether both name a thing, or several, that the papers seldom name.

        One of them is named in a single sentence of the decks: of others nobody knows which of
        their sentences is meant.
        """
        both = self._both(claim, clause)
        single = any(self._said[stem] == 1 for stem in both)
        return self._long and single and self._rarity(both) >= _RARE

    def alone(self, claim: Stance, clause: Stance) -> bool:
        """Tell whether the two are the only ones to name the thing, or share several."""
        return self._rarity(self._both(claim, clause)) >= 1

    def _both(self, claim: Stance, clause: Stance) -> frozenset[str]:
        return self._of(claim.things) & self._of(clause.things)

    def _rarity(self, stems: frozenset[str]) -> float:
        return sum(1 / sqrt(self._said[stem] * self._bound[stem]) for stem in stems)

    def _beside(self, stems: frozenset[str]) -> frozenset[str]:
        rare = frozenset(stem for stem in stems if self._bound[stem] <= _SELDOM)
        beside = (clause for clause in self._clauses if not clause.isdisjoint(rare))
        return frozenset(chain.from_iterable(beside))

    def _of(self, stems: Iterable[str]) -> frozenset[str]:
        return frozenset(stems) - self._common


def _named(documents: Sequence[DocumentReport]) -> _Named:
    return tuple(each.stems for document in documents for each in document.things)


def _counted(named: _Named) -> Counter[str]:
    return Counter(chain.from_iterable(named))


def _common(named: _Named, counted: Counter[str]) -> frozenset[str]:
    """Return the stems that too many of the sentences name to tell one thing from another."""
    most = max(_FEW, _COMMON * len(named))
    return frozenset(stem for stem, count in counted.items() if count > most)
