"""How near a promise and a clause are by what both say, however each says it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from math import sqrt

from claimlint.finding import DocumentReport
from claimlint.values.comparison import MATTER, USUAL, Stance

_NEAREST = 0.65
_NEAR = 1.4
"""So near is the clause that is nearest to a promise, and any other that has to do with it."""
_CLOSE = 0.3
_APART = 1.0
"""So near is each to another where a promise and a clause without a word in common are apart."""
_MATTER = 0.7
"""What a matter in common weighs beside a word in common: it is the wider of the two."""
_USUAL = 0.6
"""What a word weighs that terms of any trade hold."""
_WEIGHTS = {MATTER: _MATTER, USUAL: _USUAL}
_WIDE = 64
"""What so many pairs of sentences have in common tells none of them from another."""
_LEAST = 2
"""So many words a clause at least repeats that keeps a promise."""
_PAPER = 12
"""What is rare cannot be told from fewer sentences."""
_LONG = 80
"""A paragraph of more words is read sentence by sentence."""

_Place = tuple[str, int, int]


class Nearness:
    """How near the sentences of decks and other papers are, by the words that few of them hold.

    What stands in one paragraph is taken together, as a clause with its second sentence.
    """

    def __init__(self, decks: Sequence[DocumentReport], others: Sequence[DocumentReport]) -> None:
        self._said, said = _paragraphs(decks)
        self._bound, bound = _paragraphs(others)
        self.long = len(bound) >= _PAPER
        self._said_words, self._bound_words = said, bound
        self._near = _scores(said, bound) if self.long else []
        self._of_said = [max(row.values(), default=0.0) for row in self._near]
        self._of_bound = [0.0] * len(bound)
        for row in self._near:
            for clause, score in row.items():
                self._of_bound[clause] = max(self._of_bound[clause], score)

    def clause(self, path: str, stance: Stance) -> int | None:
        """Return the number of the paragraph of another paper that holds a stance."""
        return self._bound.get((path, stance.passage, stance.offset))

    def claim(self, path: str, stance: Stance) -> int | None:
        """Return the same of a deck; a heading has none."""
        return self._said.get((path, stance.passage, stance.offset))

    def near(self, claim: int | None) -> Iterator[int]:
        """Yield the clauses that have to do with a promise: the nearest, and all that are near."""
        if claim is None or not self.long:
            return
        best = self._of_said[claim]
        for clause, score in self._near[claim].items():
            if score >= _NEAR or (score >= _NEAREST and score >= best - _CLOSE):
                yield clause

    def between(self, claim: int | None, clause: int | None) -> float | None:
        """Return how near two are, None where one is a heading or the papers are too short."""
        if claim is None or clause is None or not self.long:
            return None
        return self._near[claim].get(clause, 0.0)

    def apart(self, claim: int | None, clause: int | None) -> bool:
        """Tell whether two have no word in common and each is near to another."""
        if claim is None or clause is None or not self.long or clause in self._near[claim]:
            return False
        return min(self._of_said[claim], self._of_bound[clause]) >= _APART

    def beside_matter(self, claim: int | None, clause: int | None, matter: str) -> bool:
        """Tell whether a clause touches a matter that a promise does not."""
        if claim is None or clause is None:
            return False
        return matter in self._bound_words[clause] and matter not in self._said_words[claim]

    def covered(self, claim: int | None, clause: int | None) -> float:
        """Return the share of the words of a promise that a clause repeats."""
        if claim is None or clause is None:
            return 0
        words = {word for word in self._said_words[claim] if not word.startswith(MATTER)}
        common = words & self._bound_words[clause]
        return len(common) / len(words) if len(common) >= _LEAST else 0


def _paragraphs(
    documents: Sequence[DocumentReport],
) -> tuple[Mapping[_Place, int], Sequence[frozenset[str]]]:
    """Return the number of the paragraph of each sentence, and the words of each paragraph."""
    numbers: dict[_Place, int] = {}
    held: list[frozenset[str]] = []
    for document in documents:
        sentences = defaultdict(list)
        for each in document.things:
            if not each.heads:
                sentences[each.passage].append(each)
        for passage, parts in sentences.items():
            whole = sum(len(part.words) for part in parts) <= _LONG
            groups = [parts] if whole else [[part] for part in parts]
            for group in groups:
                places = ((document.path, passage, part.offset) for part in group)
                numbers.update(dict.fromkeys(places, len(held)))
                held.append(frozenset(chain.from_iterable(part.words for part in group)))
    return numbers, held


def _scores(
    said: Sequence[frozenset[str]], bound: Sequence[frozenset[str]]
) -> Sequence[Mapping[int, float]]:
    """Return for each promise the clauses with a word in common, and how near each is."""
    counted = Counter(chain.from_iterable(said))
    where: defaultdict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(bound):
        for word in words & counted.keys():
            where[word].append(number)
    weights = {
        word: _WEIGHTS.get(word[0], 1) / sqrt(counted[word] * len(clauses))
        for word, clauses in where.items()
        if counted[word] * len(clauses) <= _WIDE
    }
    near: list[Mapping[int, float]] = []
    for words in said:
        row: defaultdict[int, float] = defaultdict(float)
        for word in words & weights.keys():
            for clause in where[word]:
                row[clause] += weights[word]
        near.append(row)
    return near
