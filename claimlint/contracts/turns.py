"""A sentence of a contract that holds another position on a topic than it did before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claimlint.terms import Level
from claimlint.values.comparison import Relation
from claimlint.values.drift import Change, Drift, Sentence
from claimlint.values.topics import Topic

_WORTH = {Relation.CONTRADICTS: 0, Relation.LIMITS: 1, Relation.SUPPORTS: 2}
_SAID = {
    Drift.STRENGTHENED: "more than it did",
    Drift.SOFTENED: "less than it did",
    Drift.ADDED: "less than claims on it do",
    Drift.REMOVED: "nothing of the kind any more",
}


def turned(old: Sentence | None, new: Sentence | None, topics: Sequence[Topic]) -> Iterator[Change]:
    """Yield what became of each topic on which a clause that is under no label speaks.

    Positions are weighed by the table of the topic: what contradicts a promise is worth less than
    what limits it, and that less than what supports it.
    """
    told = old or new
    if told is None or not told.binding or (old and old.held) or (new and new.held):
        return
    for topic in topics:
        was, now = _worth(topic, old), _worth(topic, new)
        drift = _drift(was, now) if was and now else _alone(was, now)
        if drift in (Drift.ADDED, Drift.REMOVED) and old and new:
            drift = Drift.SOFTENED  # its sentence stands, in other words
        if drift is not None:
            yield Change(
                subject=topic.category,
                drifts=(drift,),
                why=f"{topic.title}: the contract promises {_SAID[drift]}.",
                level=Level.NOTE if drift is Drift.STRENGTHENED else Level.ERROR,
                old=old,
                new=new,
            )


def _alone(was: Mapping[str, int], now: Mapping[str, int]) -> Drift | None:
    """Return what a new or missing sentence changes: it takes a promise back, or supported one."""
    if _WORTH[Relation.CONTRADICTS] in now.values():
        return Drift.ADDED
    return Drift.REMOVED if _WORTH[Relation.SUPPORTS] in was.values() else None


def _drift(was: Mapping[str, int], now: Mapping[str, int]) -> Drift | None:
    both = [(was[promise], now[promise]) for promise in was if promise in now]
    if any(after < before for before, after in both):
        return Drift.SOFTENED
    return Drift.STRENGTHENED if any(after > before for before, after in both) else None


def _worth(topic: Topic, sentence: Sentence | None) -> Mapping[str, int]:
    """Return what a sentence is worth to each promise of a topic, the best of its positions."""
    held = () if sentence is None else sentence.positions
    found: dict[str, int] = {}
    for position in held:
        name, _, here = position.partition(".")
        if name != topic.id:
            continue
        for row in topic.rows:
            if here in row.contract and row.measure is None:
                for promise in row.deck:
                    found[promise] = max(found.get(promise, 0), _WORTH[row.kind])
    return found
