"""What changed between two versions: every claim and clause, with the sentence that it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from claimlint.contracts.alignment import Pairs, aligned, moved
from claimlint.contracts.degrees import turn
from claimlint.contracts.turns import turned
from claimlint.contracts.wording import came, renumbered, reworded, went
from claimlint.terms import COMMITMENTS, Category, ClauseLabel, Level
from claimlint.values.drift import Change, Drift, Held, Sentence, Subject, Unlabelled
from claimlint.values.topics import Topic

_ORDER = tuple(Drift)


class _Pair(Struct, frozen=True):
    """A sentence of the old version and the one that it became; `moved` among its neighbours."""

    old: Sentence
    new: Sentence
    moved: bool


def changes(
    old: Sequence[Sentence],
    new: Sequence[Sentence],
    pairs: Pairs | None = None,
    topics: Sequence[Topic] = (),
) -> tuple[Change, ...]:
    """Return what happened to each claim and clause, in the order of the new version.

    A sentence that is no claim counts as well: where it became one, the claim is strengthened;
    where a claim became a sentence that is none, it is softened. `pairs` are the sentences that
    belong together, where that is known. `topics` tell where a clause under no label turned. What
    else a contract says in other words, or anew, or no more, is told as its wording.
    """
    pairs = aligned(old, new) if pairs is None else pairs
    shifted = moved(pairs)
    numbers = renumbered(old, new, pairs)
    back = {j: i for i, j in pairs.items()}
    # What was removed is told before the sentence that now stands in its place.
    told: dict[tuple[int, bool], list[Change]] = {}
    for j, sentence in enumerate(new):
        if j in back:
            pair = _Pair(old[back[j]], sentence, back[j] in shifted)
            told[j, True] = list(_became(pair, topics, numbers))
        else:
            told[j, True] = list(_came(sentence, topics))
    for i, sentence in enumerate(old):
        if i not in pairs:
            told.setdefault((_after(i, pairs), False), []).extend(_went(sentence, topics))
    return tuple(change for place in sorted(told) for change in told[place])


def _became(pair: _Pair, topics: Sequence[Topic], numbers: Mapping[str, str]) -> Iterator[Change]:
    found = [*_between(pair), *turned(pair.old, pair.new, topics)]
    yield from found
    if all(change.drifts == (Drift.MOVED,) for change in found):
        labels = [held.subject for held in pair.new.held if isinstance(held.subject, ClauseLabel)]
        change = reworded(pair.old, pair.new, numbers, next(iter(labels), Unlabelled.WORDING))
        yield from (change,) if change else ()


def _came(sentence: Sentence, topics: Sequence[Topic]) -> Iterator[Change]:
    yield from (_added(sentence, held) for held in sentence.held)
    told = tuple(turned(None, sentence, topics))
    change = None if told else came(sentence)
    yield from (change,) if change else told


def _went(sentence: Sentence, topics: Sequence[Topic]) -> Iterator[Change]:
    yield from (_removed(sentence, held) for held in sentence.held)
    told = tuple(turned(sentence, None, topics))
    change = None if told else went(sentence)
    yield from (change,) if change else told


def _after(i: int, pairs: dict[int, int]) -> int:
    """Return the place in the new version before which a removed sentence stood."""
    return min((j for k, j in pairs.items() if k > i), default=len(pairs) + 1_000_000)


def _removed(sentence: Sentence, held: Held) -> Change:
    level = Level.ERROR if held.subject in COMMITMENTS else Level.NOTE
    return Change(
        subject=held.subject,
        drifts=(Drift.REMOVED,),
        why="The new version has no such sentence.",
        level=level,
        old=sentence,
        old_held=held,
    )


def _between(pair: _Pair) -> Iterator[Change]:
    """Yield what happened to the claims and clauses of a sentence from one version to the next."""
    before = {held.subject: held for held in pair.old.held}
    after = {held.subject: held for held in pair.new.held}
    gone = [subject for subject in before if subject not in after]
    fresh = [subject for subject in after if subject not in before]
    # Where a sentence says something else of the same kind, what it says now is told, once.
    replaced = gone[: len(fresh)]
    for subject in dict.fromkeys((*after, *before)):
        if subject in replaced and subject not in COMMITMENTS:
            continue
        was, now = before.get(subject), after.get(subject)
        if was is None and now is not None and not _grew(pair, now):
            yield _added(pair.new, now)
            continue
        change = _changed(pair, subject, was, now)
        if change is not None:
            yield change


def _grew(pair: _Pair, now: Held) -> bool:
    """Tell whether a claim or clause grew out of the old sentence; clauses need a common topic."""
    return isinstance(now.subject, Category) or bool(set(pair.old.topics) & set(pair.new.topics))


def _added(sentence: Sentence, held: Held) -> Change:
    harmless = held.subject in COMMITMENTS
    takes = isinstance(held.subject, ClauseLabel) and not harmless
    level = Level.NOTE if harmless else Level.ERROR if takes else Level.WARNING
    return Change(
        subject=held.subject,
        drifts=(Drift.ADDED,),
        why="The old version says nothing of the kind here.",
        level=level,
        new=sentence,
        new_held=held,
    )


def _changed(
    pair: _Pair, subject: Subject, before: Held | None, after: Held | None
) -> Change | None:
    turned_to = turn(pair.old, pair.new, before, after)
    drifts = [turned_to.drift] if turned_to.drift else []
    if pair.moved:
        drifts.append(Drift.MOVED)
    evidence, told = _evidence(before, after)
    drifts.extend(evidence)
    if not drifts:
        return None
    why = " ".join(part for part in (turned_to.why, told, _MOVED if pair.moved else "") if part)
    return Change(
        subject=subject,
        drifts=tuple(sorted(drifts, key=_ORDER.index)),
        why=why,
        level=_level(subject, drifts),
        old=pair.old,
        new=pair.new,
        old_held=before,
        new_held=after,
    )


_MOVED = "It stands at another place among its neighbours."


def _evidence(before: Held | None, after: Held | None) -> tuple[tuple[Drift, ...], str]:
    if before is None or after is None:
        return (), ""
    was = dict(before.verdicts)
    pairs = [(kind, was[kind], now) for kind, now in after.verdicts if kind in was]
    gained = [p for p in pairs if p[2].rank > p[1].rank]
    lost = [p for p in pairs if p[2].rank < p[1].rank]
    drifts = [Drift.EVIDENCE_GAINED] if gained else []
    drifts.extend([Drift.EVIDENCE_LOST] if lost else [])
    told = [f"{kind}: {a.words}, now {b.words}." for kind, a, b in (*gained, *lost)]
    return tuple(drifts), " ".join(told)


def _level(subject: Subject, drifts: Sequence[Drift]) -> Level:
    """Return how much a reader should care: more is claimed, or less is owed, or less is shown."""
    worse = Drift.SOFTENED if subject in COMMITMENTS else Drift.STRENGTHENED
    if worse in drifts or Drift.EVIDENCE_LOST in drifts:
        return Level.ERROR
    return Level.WARNING if Drift.REWORDED in drifts else Level.NOTE
