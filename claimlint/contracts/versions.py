"""What changed between two versions: every claim and clause, with the sentence that it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from claimlint.contracts.alignment import Pairs, aligned, moved
from claimlint.contracts.turns import turned
from claimlint.terms import COMMITMENTS, Category, ClauseLabel, Level
from claimlint.values.drift import Change, Drift, Held, Sentence
from claimlint.values.facets import Bound, Facets, Quantity
from claimlint.values.topics import Topic

_LOWER_IS_MORE = frozenset({"seconds", "minutes", "hours", "days", "weeks"})
_ORDER = tuple(Drift)
_LIMITS = frozenset(
    """only except unless where if within some most selected supported certain typically usually
    generally may might can could aims helps reasonable subject""".split()
)
_SWELLS = frozenset("all every any always never fully completely entirely zero no without".split())


class _Pair(Struct, frozen=True):
    """A sentence of the old version and the one that it became; `moved` among its neighbours."""

    old: Sentence
    new: Sentence
    moved: bool


class _Turn(Struct, frozen=True):
    """Whether a claim goes further than before, less far, or as far, and by which words."""

    drift: Drift | None
    why: str = ""


def changes(
    old: Sequence[Sentence],
    new: Sequence[Sentence],
    pairs: Pairs | None = None,
    topics: Sequence[Topic] = (),
) -> tuple[Change, ...]:
    """Return what happened to each claim and clause, in the order of the new version.

    A sentence that is no claim counts as well: where it became one, the claim is strengthened;
    where a claim became a sentence that is none, it is softened. `pairs` are the sentences that
    belong together, where that is known. `topics` tell where a clause under no label turned.
    """
    pairs = aligned(old, new) if pairs is None else pairs
    shifted = moved(pairs)
    back = {j: i for i, j in pairs.items()}
    # What was removed is told before the sentence that now stands in its place.
    told: dict[tuple[int, bool], list[Change]] = {}
    for j, sentence in enumerate(new):
        before = old[back[j]] if j in back else None
        found = told.setdefault((j, True), [])
        if before is None:
            found.extend(_added(sentence, held) for held in sentence.held)
        else:
            found.extend(_between(_Pair(before, sentence, back[j] in shifted)))
        found.extend(turned(before, sentence, topics))
    for i, sentence in enumerate(old):
        if i not in pairs:
            found = told.setdefault((_after(i, pairs), False), [])
            found.extend(_removed(sentence, held) for held in sentence.held)
            found.extend(turned(sentence, None, topics))
    return tuple(change for place in sorted(told) for change in told[place])


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
    came = [subject for subject in after if subject not in before]
    # Where a sentence says something else of the same kind, what it says now is told, once.
    replaced = gone[: len(came)] if came else []
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
    pair: _Pair, subject: Category | ClauseLabel, before: Held | None, after: Held | None
) -> Change | None:
    turn = _turn(pair.old, pair.new, before, after)
    drifts = [turn.drift] if turn.drift else []
    if pair.moved:
        drifts.append(Drift.MOVED)
    evidence, told = _evidence(before, after)
    drifts.extend(evidence)
    if not drifts:
        return None
    why = " ".join(part for part in (turn.why, told, _MOVED if pair.moved else "") if part)
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


def _turn(old: Sentence, new: Sentence, before: Held | None, after: Held | None) -> _Turn:
    if before is None or after is None:
        return _half(old, new, came=before is None)
    if old.reading == new.reading:
        return _Turn(None)
    if before.strength is not after.strength and before.strength and after.strength:
        more = after.strength.rank < before.strength.rank
        drift = Drift.STRENGTHENED if more else Drift.SOFTENED
        return _Turn(drift, f"It was {before.strength} and is {after.strength}.")
    cap = after.subject is ClauseLabel.LIABILITY_CAP
    figure = _figures(before.facets, after.facets, cap=cap)
    return figure if figure.drift else _wording(old, new)


def _half(old: Sentence, new: Sentence, *, came: bool) -> _Turn:
    """Judge where only one sentence makes the claim: by its figures, where both speak of them."""
    if set(old.positions) & set(new.positions):
        figure = _figures(old.facets, new.facets)
        if figure.drift:
            return figure
    if came:
        return _Turn(Drift.STRENGTHENED, "The old sentence did not go so far.")
    return _Turn(Drift.SOFTENED, "The new sentence does not go so far.")


def _figures(before: Facets, after: Facets, *, cap: bool = False) -> _Turn:
    """Compare figures of one unit; the lower a cap of liability is, the more it takes back."""
    for ours in before.quantities:
        for theirs in after.quantities:
            if ours.unit == theirs.unit and ours.of == theirs.of and ours.value != theirs.value:
                more = theirs.value < ours.value if cap else _more(ours, theirs)
                drift = Drift.STRENGTHENED if more else Drift.SOFTENED
                return _Turn(drift, f"The figure was {ours} and is {theirs}.")
    return _Turn(None)


def _more(ours: Quantity, theirs: Quantity) -> bool:
    at_least = theirs.bound is Bound.AT_LEAST  # notice of a change, not the time of an answer
    if ours.unit in _LOWER_IS_MORE and ours.of != "outcome" and not at_least:
        return theirs.value < ours.value
    return theirs.value > ours.value


def _wording(old: Sentence, new: Sentence) -> _Turn:
    """Compare by the words that bound or swell a sentence, where nothing else tells."""
    gone = set(old.reading.split()) - set(new.reading.split())
    came = set(new.reading.split()) - set(old.reading.split())
    pull = len(came & _SWELLS) + len(gone & _LIMITS) - len(gone & _SWELLS) - len(came & _LIMITS)
    if not pull:
        return _Turn(None)
    telling = sorted((came | gone) & (_SWELLS | _LIMITS))
    drift = Drift.STRENGTHENED if pull > 0 else Drift.SOFTENED
    return _Turn(drift, f"Words that came or went: {', '.join(telling)}.")


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


def _level(subject: Category | ClauseLabel, drifts: Sequence[Drift]) -> Level:
    """Return how much a reader should care: more is claimed, or less is owed, or less is shown."""
    worse = Drift.SOFTENED if subject in COMMITMENTS else Drift.STRENGTHENED
    return Level.ERROR if worse in drifts or Drift.EVIDENCE_LOST in drifts else Level.NOTE
