"""Which sentence of the old version became which of the new one: by words, topics, neighbours."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from rapidfuzz import fuzz, process

from claimlint.stems import stem
from claimlint.values.drift import Sentence

Pairs = dict[int, int]
"""Index of a sentence of the old version to that of the new one."""

_STEPS = (0.92, 0.8, 0.68, 0.56)
_CANDIDATES = 8
_NEIGHBOUR = 0.16
_TOPIC = 0.14
_APART = 0.35  # two matters between the same neighbours: one sentence went, another came
_SAME_KIND = 0.06
_LEAST_ALIKE = 0.3
_FEW = 3
_ROW_AND_COLUMN = 2
_SURELY = 0.75
"""So much alike in their letters sentences are one whatever words they share."""
_FREQUENT = 10
_RARE = 2
"""A word of more sentences than these, and than one in `_FREQUENT`, tells none from another."""


def aligned(old: Sequence[Sentence], new: Sequence[Sentence]) -> Pairs:
    """Return which sentences belong together.

    Cells of a table with a row and a column of their own come first, whatever stands in them; then
    equal sentences. Then the most alike are joined, step by step: words in common count,
    a topic in common, and neighbours that belong together. At last a few sentences that stand alone
    between the same neighbours are joined in their order, where they share a word or a topic.
    """
    alignment = _Alignment(old, new)
    alignment.join_cells()
    alignment.join_equal()
    candidates = alignment.candidates()
    for least in _STEPS:
        alignment.join_alike(candidates, least)
    alignment.fill_gaps()
    return alignment.pairs


def moved(pairs: Pairs) -> frozenset[int]:
    """Return the old indices of sentences that changed their place among the others.

    They are those outside the longest run of pairs that keeps its order.
    """
    order = sorted(pairs)
    ends: list[int] = []  # the least new index at which a run of each length ends
    holders: list[int] = []
    before: dict[int, int | None] = {}
    for i in order:
        place = bisect_left(ends, pairs[i])
        before[i] = holders[place - 1] if place else None
        ends[place : place + 1] = [pairs[i]]
        holders[place : place + 1] = [i]
    kept: set[int] = set()
    last = holders[-1] if holders else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return frozenset(order) - kept


class _Alignment:
    """Two versions, and the pairs that have been found so far."""

    def __init__(self, old: Sequence[Sentence], new: Sequence[Sentence]) -> None:
        self._old = old
        self._new = new
        self._told = _telling(old), _telling(new)
        self.pairs: Pairs = {}
        self._taken: set[int] = set()

    def _join(self, i: int, j: int) -> None:
        self.pairs[i] = j
        self._taken.add(j)

    def _free(self, i: int, j: int) -> bool:
        return i not in self.pairs and j not in self._taken

    def join_cells(self) -> None:
        """Join cells that stand in one row and column, where each version has one such cell."""
        ours, theirs = _cells(self._old), _cells(self._new)
        for heads in ours.keys() & theirs.keys():
            if len(ours[heads]) == len(theirs[heads]) == 1:
                self._join(ours[heads][0], theirs[heads][0])

    def join_equal(self) -> None:
        """Join sentences that read the same, in their order."""
        places: dict[str, list[int]] = {}
        for j, sentence in enumerate(self._new):
            if j not in self._taken:
                places.setdefault(sentence.reading, []).append(j)
        for i, sentence in enumerate(self._old):
            if i not in self.pairs and places.get(sentence.reading):
                self._join(i, places[sentence.reading].pop(0))

    def candidates(self) -> tuple[tuple[int, int, float], ...]:
        """Return for each sentence that stands alone those of the new version most like it."""
        choices = {j: each.reading for j, each in enumerate(self._new) if j not in self._taken}
        return tuple(
            (i, j, alike / 100)
            for i, sentence in enumerate(self._old)
            if i not in self.pairs
            for _, alike, j in process.extract(
                sentence.reading,
                choices,
                scorer=fuzz.token_sort_ratio,
                processor=None,
                limit=_CANDIDATES,
                score_cutoff=100 * _LEAST_ALIKE,
            )
            if alike >= 100 * _SURELY or self._may_be_one(i, j)
        )

    def _may_be_one(self, i: int, j: int) -> bool:
        """Tell whether two share a word that tells something, or one has none."""
        ours, theirs = self._told[0][i], self._told[1][j]
        return not (ours and theirs) or not ours.isdisjoint(theirs)

    def join_alike(self, candidates: Sequence[tuple[int, int, float]], least: float) -> None:
        """Join the candidates whose score is at least so high, the best first."""
        scored = sorted(
            (-self._score(i, j, words), i, j) for i, j, words in candidates if self._free(i, j)
        )
        for minus, i, j in scored:
            if -minus < least:
                return
            if self._free(i, j):
                self._join(i, j)

    def _score(self, i: int, j: int, words: float) -> float:
        old, new = self._old[i], self._new[j]
        score = words + _NEIGHBOUR * self._neighbours(i, j)
        ours, theirs = set(old.topics), set(new.topics)
        if ours and theirs:
            score += _TOPIC if ours & theirs else -_APART
        if {h.subject for h in old.held} & {h.subject for h in new.held}:
            score += _SAME_KIND
        return score

    def _neighbours(self, i: int, j: int) -> int:
        """Return how many of the two neighbours belong together; the ends of both versions do."""
        before = (i == 0 and j == 0) or self.pairs.get(i - 1, -2) == j - 1
        last = i == len(self._old) - 1 and j == len(self._new) - 1
        after = last or self.pairs.get(i + 1, -2) == j + 1
        return int(before) + int(after)

    def fill_gaps(self) -> None:
        """Join what stands alone between the same neighbours, where both sides have as much."""
        for left, right in list(self._gaps()):
            if len(left) == len(right) <= _FEW:
                for i, j in zip(left, right, strict=True):
                    if _related(self._old[i], self._new[j]):
                        self._join(i, j)

    def _gaps(self) -> Iterator[tuple[list[int], list[int]]]:
        anchors = [-1, *sorted(self.pairs), len(self._old)]
        for before, after in pairwise(anchors):
            start = self.pairs.get(before, -1)
            end = self.pairs.get(after, len(self._new))
            left = list(range(before + 1, after))
            right = list(range(start + 1, end)) if start < end else []
            if left and right and self._taken.isdisjoint(right):
                yield left, right


def _cells(sentences: Sequence[Sentence]) -> dict[tuple[str, ...], list[int]]:
    """Return the cells that have a row and a column, by the heads of both."""
    cells: dict[tuple[str, ...], list[int]] = {}
    for place, each in enumerate(sentences):
        if len(each.heads) == _ROW_AND_COLUMN:
            cells.setdefault(each.heads, []).append(place)
    return cells


def _related(one: Sentence, other: Sentence) -> bool:
    if one.topics and other.topics:
        return bool(set(one.topics) & set(other.topics))
    mine = {word for word in one.reading.split() if len(word) > _FEW}
    return bool(mine & set(other.reading.split()))


def _telling(sentences: Sequence[Sentence]) -> list[frozenset[str]]:
    """Return the stems of the words of each sentence that few of the others hold."""
    held = [
        frozenset(stem(word) for word in each.reading.split() if len(word) > _FEW)
        for each in sentences
    ]
    counted = Counter(chain.from_iterable(held))
    most = max(_RARE, len(held) // _FREQUENT)
    return [frozenset(word for word in words if counted[word] <= most) for words in held]
