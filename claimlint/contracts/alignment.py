"""Which sentence of the old version became which of the new one: by words, topics, neighbours."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz import fuzz, process

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


def aligned(old: Sequence[Sentence], new: Sequence[Sentence]) -> Pairs:
    """Return which sentences belong together.

    Equal sentences come first. Then the most alike are joined, step by step: words in common count,
    a topic in common, and neighbours that belong together. At last a few sentences that stand alone
    between the same neighbours are joined in their order, where they share a word or a topic.
    """
    pairs = _equal(old, new)
    candidates = _candidates(old, new, pairs)
    for least in _STEPS:
        _join_alike(old, new, pairs, candidates, least)
    _fill_gaps(old, new, pairs)
    return pairs


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


def _equal(old: Sequence[Sentence], new: Sequence[Sentence]) -> Pairs:
    places: dict[str, list[int]] = {}
    for index, sentence in enumerate(new):
        places.setdefault(sentence.reading, []).append(index)
    pairs: Pairs = {}
    for index, sentence in enumerate(old):
        if places.get(sentence.reading):
            pairs[index] = places[sentence.reading].pop(0)
    return pairs


def _candidates(
    old: Sequence[Sentence], new: Sequence[Sentence], pairs: Pairs
) -> tuple[tuple[int, int, float], ...]:
    """Return for each sentence that stands alone those of the new version that are most like it."""
    taken = set(pairs.values())
    choices = {j: each.reading for j, each in enumerate(new) if j not in taken}
    return tuple(
        (i, j, alike / 100)
        for i, sentence in enumerate(old)
        if i not in pairs
        for _, alike, j in process.extract(
            sentence.reading,
            choices,
            scorer=fuzz.token_sort_ratio,
            processor=None,
            limit=_CANDIDATES,
            score_cutoff=100 * _LEAST_ALIKE,
        )
    )


def _join_alike(
    old: Sequence[Sentence],
    new: Sequence[Sentence],
    pairs: Pairs,
    candidates: Sequence[tuple[int, int, float]],
    least: float,
) -> None:
    taken = set(pairs.values())
    scored = sorted(
        (-_score(i, j, words, old, new, pairs), i, j)
        for i, j, words in candidates
        if i not in pairs and j not in taken
    )
    for minus, i, j in scored:
        if -minus < least:
            return
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)


def _score(
    i: int,
    j: int,
    words: float,
    old: Sequence[Sentence],
    new: Sequence[Sentence],
    pairs: Pairs,
) -> float:
    score = words + _NEIGHBOUR * _neighbours(i, j, old, new, pairs)
    ours, theirs = set(old[i].topics), set(new[j].topics)
    if ours and theirs:
        score += _TOPIC if ours & theirs else -_APART
    if {h.subject for h in old[i].held} & {h.subject for h in new[j].held}:
        score += _SAME_KIND
    return score


def _neighbours(
    i: int, j: int, old: Sequence[Sentence], new: Sequence[Sentence], pairs: Pairs
) -> int:
    """Return how many of the two neighbours belong together; the ends of both versions do."""
    before = (i == 0 and j == 0) or pairs.get(i - 1, -2) == j - 1
    last = i == len(old) - 1 and j == len(new) - 1
    after = last or pairs.get(i + 1, -2) == j + 1
    return int(before) + int(after)


def _fill_gaps(old: Sequence[Sentence], new: Sequence[Sentence], pairs: Pairs) -> None:
    """Join what stands alone between the same neighbours, where as much stands on both sides."""
    for left, right in list(_gaps(len(old), len(new), pairs)):
        if len(left) == len(right) <= _FEW:
            for i, j in zip(left, right, strict=True):
                if _related(old[i], new[j]):
                    pairs[i] = j


def _gaps(olds: int, news: int, pairs: Pairs) -> Iterator[tuple[list[int], list[int]]]:
    taken = set(pairs.values())
    anchors = [-1, *sorted(pairs), olds]
    for before, after in pairwise(anchors):
        start = pairs.get(before, -1)
        end = pairs.get(after, news)
        left = list(range(before + 1, after))
        right = list(range(start + 1, end)) if start < end else []
        if left and right and taken.isdisjoint(right):
            yield left, right


def _related(one: Sentence, other: Sentence) -> bool:
    if one.topics and other.topics:
        return bool(set(one.topics) & set(other.topics))
    mine = {word for word in one.reading.split() if len(word) > _FEW}
    return bool(mine & set(other.reading.split()))
