"""Whether a claim or clause goes further than it did, less far, or as far, and by which words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from claimlint.regex import regex
from claimlint.terms import COMMITMENTS, ClauseLabel
from claimlint.values.drift import Drift, Held, Sentence, Subject
from claimlint.values.facets import Bound, Quantity

_LOWER_IS_MORE = frozenset({"seconds", "minutes", "hours", "days", "weeks"})
_TIMES = _LOWER_IS_MORE | {"months", "years"}
_LIMITS = frozenset(
    """only except unless where if within some most selected supported certain typically usually
    generally may might can could aims helps reasonable subject""".split()
)
_SWELLS = frozenset("all every any always never fully completely entirely zero no without".split())
_BOUNDS = frozenset("only except unless some selected certain typically generally subject".split())
"""The limits that are such in a clause, too: "within" bounds a claim, and binds a party."""
_OWED = regex(r"\b(?:shall|must|will|may not|undertakes to|warrants|guarantees)\b")
_LEFT = regex(r"\b(?:may(?! not)|can|could|should|might)\b")
_EFFORTS = regex(
    r"\b(?:endeavou?rs?|efforts?|(?:aims?|tr(?:y|ies)|strives?|seeks?|intends?|expects?) to|"
    r"targets?|where (?:practicable|possible)|"
    r"in its (?:sole |absolute )?discretion|at its option)\b"
)


class Turn(Struct, frozen=True):
    """What became of a claim or clause (None: nothing that its words tell), and why."""

    drift: Drift | None
    why: str = ""


def turn(old: Sentence, new: Sentence, before: Held | None, after: Held | None) -> Turn:
    """Return how what the new sentence holds stands to what the old one held.

    One of both may hold nothing of the kind.
    """
    subject = (after or before).subject  # type: ignore[union-attr]  # one of them is held
    if before is None or after is None:
        return _half(old, new, subject, came=before is None)
    if old.reading == new.reading:
        return Turn(None)
    if before.strength is not after.strength and before.strength and after.strength:
        more = after.strength.rank < before.strength.rank
        return _turned(f"It was {before.strength} and is {after.strength}.", more=more)
    figure = _figures(before.facets.quantities, after.facets.quantities, subject, new)
    if figure.why:
        return figure
    owed = duty(old, new) if isinstance(subject, ClauseLabel) else Turn(None)
    return owed if owed.drift else _wording(old, new, subject)


def duty(old: Sentence, new: Sentence) -> Turn:
    """Compare how far a sentence binds: what is owed, owed by efforts, or left to its party."""
    was, now = _bindingness(old.reading), _bindingness(new.reading)
    if was == now:
        return Turn(None)
    return _turned(f"It was {_BINDINGNESS[was]} and is {_BINDINGNESS[now]}.", more=now > was)


def _turned(why: str, *, more: bool) -> Turn:
    return Turn(Drift.STRENGTHENED if more else Drift.SOFTENED, why)


def _half(old: Sentence, new: Sentence, subject: Subject, *, came: bool) -> Turn:
    """Judge where only one sentence makes the claim: by its figures, where both speak of them."""
    if set(old.positions) & set(new.positions):
        figure = _figures(old.facets.quantities, new.facets.quantities, subject, new)
        if figure.drift:
            return figure
    owed = duty(old, new) if subject in COMMITMENTS else Turn(None)
    if owed.drift:
        return owed
    if came:
        return Turn(Drift.STRENGTHENED, "The old sentence did not go so far.")
    return Turn(Drift.SOFTENED, "The new sentence does not go so far.")


def _figures(
    before: Sequence[Quantity], after: Sequence[Quantity], subject: Subject, new: Sentence
) -> Turn:
    """Compare figures of one unit; of a clause whose figures point two ways neither is told."""
    ours = [figure for figure in before if figure not in after]
    theirs = [figure for figure in after if figure not in before]
    pairs = tuple(_paired(ours, theirs))
    if not pairs:
        return _deadline(ours, theirs) if subject in COMMITMENTS else Turn(None)
    told = "; ".join(f"{was} and is {now}" for was, now in pairs)
    clause = isinstance(subject, ClauseLabel)
    ways = {_more(was, now, subject, new) for was, now in (pairs if clause else pairs[:1])}
    way = ways.pop() if len(ways) == 1 else None
    why = f"The figure was {told}."
    return Turn(Drift.REWORDED, why) if way is None else _turned(why, more=way)


def _paired(
    ours: Sequence[Quantity], theirs: Sequence[Quantity]
) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield figures of one unit and measure that differ, each once, in order."""
    left = list(theirs)
    for was in ours:
        now = next((q for q in left if (q.unit, q.of) == (was.unit, was.of)), None)
        if now is not None:
            left.remove(now)
            if now.value != was.value:
                yield was, now


def _more(ours: Quantity, theirs: Quantity, subject: Subject, new: Sentence) -> bool | None:
    """Tell whether the new figure goes further; the lower a cap is, the more it takes back.

    Of a time in a clause that no word bounds ("for 30 days") nobody knows without reading it.
    """
    lower = theirs.value < ours.value
    if subject is ClauseLabel.LIABILITY_CAP:
        return lower
    clause = isinstance(subject, ClauseLabel) and not new.heads
    bounds = {ours.bound, theirs.bound}
    if clause and ours.unit in _TIMES:
        if bounds == {Bound.EXACTLY}:
            return None
        return lower if Bound.AT_MOST in bounds else not lower
    at_least = theirs.bound is Bound.AT_LEAST  # notice of a change, not the time of an answer
    return (
        lower
        if ours.unit in _LOWER_IS_MORE and ours.of != "outcome" and not at_least
        else (not lower)
    )


def _deadline(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> Turn:
    """Tell of a time by which something is owed that it went or came."""
    was, now = (
        [q for q in each if q.unit in _TIMES and q.bound is Bound.AT_MOST]
        for each in (ours, theirs)
    )
    if was and not theirs:
        return Turn(Drift.SOFTENED, f"The time was {was[0]}; none is named now.")
    if now and not ours:
        return Turn(Drift.STRENGTHENED, f"No time was named; it is {now[0]} now.")
    return Turn(None)


_BINDINGNESS = ("left to its party", "owed by efforts", "owed")


def _bindingness(reading: str) -> int:
    if _EFFORTS.search(reading):
        return 1 if _OWED.search(reading) else 0
    left, owed = _LEFT.search(reading), _OWED.search(reading)
    return 0 if left and not (owed and owed.start() < left.start()) else 2


def _wording(old: Sentence, new: Sentence, subject: Subject) -> Turn:
    """Compare by the words that bound or swell a sentence, where nothing else tells."""
    clause = isinstance(subject, ClauseLabel)
    limits, swells = (_BOUNDS, frozenset[str]()) if clause else (_LIMITS, _SWELLS)
    gone = set(old.reading.split()) - set(new.reading.split())
    come = set(new.reading.split()) - set(old.reading.split())
    pull = len(come & swells) + len(gone & limits) - len(gone & swells) - len(come & limits)
    if not pull:
        return Turn(None)
    telling = sorted((come | gone) & (swells | limits))
    return _turned(f"Words that came or went: {', '.join(telling)}.", more=pull > 0)
