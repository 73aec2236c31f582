"""What became of the words of a contract that no claim and no label tells: from one to the other.

A lawyer reads each word that changed. What stands in capitals or behind another mark, and a clause
that is cited by its new number, is no change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from difflib import SequenceMatcher

from claimlint.contracts.alignment import Pairs
from claimlint.contracts.degrees import duty
from claimlint.regex import regex
from claimlint.stems import without_ending
from claimlint.terms import Category, ClauseLabel, Level
from claimlint.values.drift import Change, Drift, Sentence, Unlabelled

_CITED = regex(
    r"\b(?:clause|section|article|paragraph)s?\s(?P<number>\d+(?:\.\d+)*)", re.IGNORECASE
)
_COUNTED = regex(r"(?:\d+(?:\.\d+)+\.?|\d+\.|\([a-z]{1,4}\))(?:\s|$)")
_MARKS = regex(r"[^\w%£$€.,]+|[.,](?!\d)|[¹²³⁰-⁹]")
_FIGURE = regex(r"\d")
_BARE = regex(r"\d[\d.,]*")
_BINDS = frozenset("shall must will may not cannot no never only unless except".split())
_SMALL = frozenset("a an the of to in on for by and or its their such this that".split())
_MOST = 4
_WORDS = 10


def reworded(
    old: Sentence,
    new: Sentence,
    numbers: Mapping[str, str],
    subject: Category | ClauseLabel | Unlabelled = Unlabelled.WORDING,
) -> Change | None:
    """Return that a sentence of a contract says something in other words, None where it does not.

    `numbers` are the clause numbers of the new version by those of the old one.
    """
    if not (old.binding and new.binding):
        return None
    printed = {each.number.rstrip(".") for each in (old, new) if each.number}
    was, now = _words(old, numbers, printed), _words(new, {}, printed)
    told = tuple(_turns(was, now))
    if not told:
        return None
    more = "" if len(told) <= _MOST else f"; and {len(told) - _MOST} more"
    owed = duty(old, new).why
    return Change(
        subject=subject,
        drifts=(Drift.REWORDED,),
        why=f"{owed + ' ' if owed else ''}{'; '.join(told[:_MOST])}{more}.",
        level=Level.NOTE if _roots(was) == _roots(now) else Level.WARNING,
        old=old,
        new=new,
    )


def came(sentence: Sentence) -> Change | None:
    """Return that a sentence of a contract under no label is new, None for any other."""
    return _alone(sentence, Drift.ADDED, "The old version says nothing of the kind here.")


def went(sentence: Sentence) -> Change | None:
    """Return that a sentence of a contract under no label is gone, None for any other."""
    return _alone(sentence, Drift.REMOVED, "The new version has no such sentence.")


def renumbered(old: Sequence[Sentence], new: Sequence[Sentence], pairs: Pairs) -> dict[str, str]:
    """Return the clause numbers of the new version by those of the old one."""
    both = ((old[i].number, new[j].number) for i, j in pairs.items())
    return {was.rstrip("."): now.rstrip(".") for was, now in both if was and now}


def _alone(sentence: Sentence, drift: Drift, why: str) -> Change | None:
    counts = not sentence.heads and _COUNTED.fullmatch(sentence.text)
    if not sentence.binding or sentence.held or counts:
        return None
    grave = _FIGURE.search(sentence.text) or not _BINDS.isdisjoint(sentence.reading.split())
    added = drift is Drift.ADDED
    return Change(
        subject=Unlabelled.WORDING,
        drifts=(drift,),
        why=why,
        level=Level.WARNING if grave else Level.NOTE,
        old=None if added else sentence,
        new=sentence if added else None,
    )


def _words(sentence: Sentence, numbers: Mapping[str, str], printed: Set[str]) -> list[str]:
    """Return the words of a sentence without its number, where that is printed before it."""

    def cited(found: re.Match[str]) -> str:
        number = found["number"]
        return found[0].removesuffix(number) + numbers.get(number, number)

    first, _, rest = sentence.text.partition(" ")
    counted = _COUNTED.match(sentence.text)
    text = rest if first in printed else sentence.text[counted.end() if counted else 0 :]
    return [word for word in _CITED.sub(cited, text).split() if _form(word)]


def _form(word: str) -> str:
    return _MARKS.sub("", word).lower()


def _roots(words: Sequence[str]) -> list[str]:
    """Return the roots of the words that tell something, by which "fees" is "Fee"."""
    forms = (_form(word) for word in words)
    return [without_ending(form) for form in forms if form not in _SMALL]


def _turns(was: Sequence[str], now: Sequence[str]) -> Iterator[str]:
    """Yield each run of words that became another, figures with the word that they count."""
    ours, theirs = [_form(word) for word in was], [_form(word) for word in now]
    matched = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    for kind, start, end, from_, to in matched:
        if kind != "equal":
            more = int(_counts(ours[start:], end - start) and _counts(theirs[from_:], to - from_))
            yield _turn(_quoted(was[start : end + more]), _quoted(now[from_ : to + more]))


def _counts(words: Sequence[str], length: int) -> bool:
    """Tell whether the last of so many words is a bare figure, and the next one what it counts."""
    if not 0 < length < len(words) or not _BARE.fullmatch(words[length - 1]):
        return False
    return words[length].isalpha() and words[length] not in _SMALL


def _turn(was: str, now: str) -> str:
    if was and now:
        return f"{was} is now {now}"
    return f"{was} is gone" if was else f"{now} is new"


def _quoted(words: Sequence[str]) -> str:
    shown = " ".join(words[:_WORDS]).strip(",;:.()")
    return f"“{shown}{' …' if len(words) > _WORDS else ''}”" if words else ""
