"""Whether a sentence of a deck and one of a contract can speak of the same thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from msgspec import Struct

from claimlint.finding import DocumentReport
from claimlint.values.comparison import Stance

_COMMON = 0.2
_FEW = 4
"""What a larger share and more sentences than these name is the subject of the papers as such."""
_SELDOM = 3
"""So many clauses at most name a thing by which the words beside it are found."""

_Named = Sequence[tuple[str, ...]]


class Subject(Struct, frozen=True):
    """What a sentence speaks of, by the stems of what it names.

    `own` it names itself, and not nearly all of the papers do; by `sought` the same matter is
    looked for in the papers of the other side, which name some of it where it is `elsewhere`.
    """

    own: frozenset[str]
    sought: frozenset[str]
    elsewhere: bool


class Things:
    """The things that the decks and the other papers name, by the stems of their words."""

    def __init__(self, decks: Sequence[DocumentReport], others: Sequence[DocumentReport]) -> None:
        said, bound = _named(decks), _named(others)
        self._said, self._bound = _counted(said), _counted(bound)
        self._common = _common(said, self._said) | _common(bound, self._bound)
        self._beside = self._beside_rare(bound)

    def of_claim(self, claim: Stance) -> Subject:
        """Return what a sentence of a deck speaks of.

        What the contracts never name is looked for by its heading and the sentence before.
        """
        own = sought = self._telling(claim.things)
        if own.isdisjoint(self._bound):
            sought |= self._telling(claim.above)
        return Subject(own, sought, bool(claim.things) and not sought.isdisjoint(self._bound))

    def of_clause(self, clause: Stance) -> Subject:
        """Return what a sentence of a contract speaks of.

        What the decks never name is looked for by its heading and the sentence before, and then by
        the words beside its rarest ones in its paper. A clause on what nearly all sentences name
        ("Every Film must be read by a doctor") is about all that is sold: it is nowhere else.
        """
        own = sought = self._telling(clause.things)
        if sought.isdisjoint(self._said):
            sought |= self._telling(clause.above)
        if sought.isdisjoint(self._said):
            sought = sought.union(*(self._beside.get(stem, ()) for stem in sought))
        single = bool(clause.things) and self._common.isdisjoint(clause.things)
        return Subject(own, sought, single and not sought.isdisjoint(self._said))

    def _beside_rare(self, bound: _Named) -> Mapping[str, set[str]]:
        """Return by each thing that clauses seldom name what these clauses name."""
        beside: dict[str, set[str]] = {}
        for named in map(self._telling, bound):
            for stem in named:
                if self._bound[stem] <= _SELDOM:
                    beside.setdefault(stem, set()).update(named)
        return beside

    def _telling(self, stems: Iterable[str]) -> frozenset[str]:
        return frozenset(stems) - self._common


def apart(claim: Subject, clause: Subject) -> bool:
    """Tell whether the two speak of different things.

    They do where they name nothing in common, the decks speak elsewhere of what the clause
    names, and the contracts of what the claim names. Who names nothing speaks of all.
    """
    return claim.elsewhere and clause.elsewhere and claim.sought.isdisjoint(clause.sought)


def _named(documents: Sequence[DocumentReport]) -> _Named:
    return tuple(each.stems for document in documents for each in document.things)


def _counted(named: _Named) -> Counter[str]:
    return Counter(chain.from_iterable(named))


def _common(named: _Named, counted: Counter[str]) -> frozenset[str]:
    """Return the stems that too many of the sentences name to tell one thing from another."""
    most = max(_FEW, _COMMON * len(named))
    return frozenset(stem for stem, count in counted.items() if count > most)
