"""A claim or clause through more than two versions: when it came, changed, went and came back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct, field

from claimlint.contracts.alignment import Pairs, aligned
from claimlint.contracts.versions import changes
from claimlint.values.drift import (
    Change,
    Course,
    Drift,
    Held,
    History,
    Mark,
    Sentence,
    Step,
    Subject,
)
from claimlint.values.topics import Topic

_MARKS = {
    Drift.STRENGTHENED: Mark.STRENGTHENED,
    Drift.SOFTENED: Mark.SOFTENED,
    Drift.EVIDENCE_GAINED: Mark.EVIDENCE,
    Drift.EVIDENCE_LOST: Mark.EVIDENCE,
    Drift.MOVED: Mark.MOVED,
}


class _Thread(Struct):
    """A sentence through the versions: its index in each in which it stands."""

    places: dict[int, int] = field(default_factory=dict)


def history(
    versions: Sequence[tuple[str, tuple[Sentence, ...]]], topics: Sequence[Topic] = ()
) -> History:
    """Return the steps between versions and the courses through them; a version is name and text.

    The courses come in the order of the last version; what went follows, the latest first.
    """
    names = tuple(name for name, _ in versions)
    texts = [text for _, text in versions]
    pairs = [aligned(old, new) for old, new in pairwise(texts)]
    steps = tuple(
        Step(old=names[k], new=names[k + 1], changes=changes(texts[k], texts[k + 1], both, topics))
        for k, both in enumerate(pairs)
    )
    threads = _joined(_threads(texts, pairs), texts)
    courses = [
        course
        for thread in sorted(threads, key=lambda each: _order(each, len(texts)))
        for course in _courses(thread, names, texts, steps)
    ]
    return History(versions=names, steps=steps, courses=tuple(courses))


def _threads(texts: Sequence[Sequence[Sentence]], pairs: Sequence[Pairs]) -> list[_Thread]:
    threads: list[_Thread] = []
    open_now: dict[int, _Thread] = {}
    for k, text in enumerate(texts):
        back = {j: i for i, j in pairs[k - 1].items()} if k else {}
        following: dict[int, _Thread] = {}
        for j in range(len(text)):
            thread = open_now.get(back[j]) if j in back else None
            if thread is None:
                thread = _Thread()
                threads.append(thread)
            thread.places[k] = j
            following[j] = thread
        open_now = following
    return threads


def _joined(threads: Sequence[_Thread], texts: Sequence[Sequence[Sentence]]) -> list[_Thread]:
    """Join a sentence that went with the one in the same words that came back later."""
    ended: dict[str, list[_Thread]] = {}
    kept: list[_Thread] = []
    for thread in sorted(threads, key=lambda each: min(each.places.items())):
        first, last = min(thread.places), max(thread.places)
        reading = texts[first][thread.places[first]].reading
        earlier = next((t for t in ended.get(reading, []) if max(t.places) < first), None)
        if earlier is None:
            kept.append(thread)
            earlier = thread
        else:
            ended[reading].remove(earlier)
            earlier.places.update(thread.places)
        if last + 1 < len(texts):
            ended.setdefault(texts[last][thread.places[last]].reading, []).append(earlier)
    return kept


def _order(thread: _Thread, count: int) -> tuple[int, int]:
    last = max(thread.places)
    return count - 1 - last, thread.places[last]


def _courses(
    thread: _Thread,
    names: Sequence[str],
    texts: Sequence[Sequence[Sentence]],
    steps: Sequence[Step],
) -> Iterator[Course]:
    sentences = {k: texts[k][j] for k, j in thread.places.items()}
    subjects = dict.fromkeys(h.subject for _, s in sorted(sentences.items()) for h in s.held)
    for subject in subjects:
        holding = {k: held for k, s in sentences.items() if (held := _held(s, subject))}
        last = max(holding)
        yield Course(
            subject=subject,
            marks=tuple(_mark(k, subject, sentences, holding, steps) for k in range(len(names))),
            sentence=sentences[last],
            held=holding[last],
            versions=tuple(names[k] for k in sorted(holding)),
        )


def _mark(
    k: int,
    subject: Subject,
    sentences: dict[int, Sentence],
    holding: dict[int, Held],
    steps: Sequence[Step],
) -> Mark:
    here, before = k in holding, k - 1 in holding
    if k == 0:
        return Mark.UNCHANGED if here else Mark.ABSENT
    if not here and not before:
        return Mark.ABSENT
    drifts = _drifts(subject, sentences[k], steps[k - 1].changes) if k in sentences else ()
    if not here:
        return Mark.SOFTENED if Drift.SOFTENED in drifts else Mark.WENT
    if not before and (k - 1 not in sentences or not drifts or Drift.ADDED in drifts):
        return Mark.CAME
    return next((_MARKS[d] for d in _MARKS if d in drifts), Mark.UNCHANGED)


def _drifts(subject: Subject, new: Sentence, told: Sequence[Change]) -> tuple[Drift, ...]:
    for change in told:
        if change.new is new and change.subject == subject:
            return change.drifts
    return ()


def _held(sentence: Sentence, subject: Subject) -> Held | None:
    return next((held for held in sentence.held if held.subject == subject), None)
