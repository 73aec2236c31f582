"""Whether a known failure is what a claim says never happens."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from types import MappingProxyType

from msgspec import Struct

from claimlint.evidence.judgement import Judgement
from claimlint.evidence.once import once_a_document
from claimlint.evidence.text.plain import plain
from claimlint.finding import Claim, Disclosure, FieldFound
from claimlint.regex import regex
from claimlint.stems import without_ending
from claimlint.terms import FAILURES, Verdict

_NEVER = regex(
    r"\b(?:never|(?:does|do|will|can)\s?not|(?:does|do|wo|ca)n't)\s"
    r"(?:ever\s)?(?P<done>[^.;:!?,]+)",
    re.IGNORECASE,
)
_RIGHT = regex(
    r"\b(?:always|invariably) (?:right|correct|accurate)\b|"
    r"\b(?:right|correct|accurate),? (?:always|every time)\b|\bnever (?:wrong|errs?|mistaken)\b|"
    r"\b(?:error|mistake|fault)-free\b|\b(?:zero|no|without (?:any|a single|an?)) "
    r"(?:errors?|mistakes?)\b|\b(?:flawless|infallible)\w*|\bnever makes? (?:a |an |any )?"
    r"(?:single )?(?:mistake|error)s?\b",
    re.IGNORECASE,
)
_NOTHING_INVENTED = regex(
    r"\b(?:nothing|no \w+) (?:is|are|gets?) (?:ever )?"
    r"(?:made up|invented|fabricated|hallucinated)\b|"
    r"\b(?:no|zero|without(?: any)?|free of) hallucinations?\b|\bhallucination-free\b|"
    r"\b(?:never|does not|doesn't) (?:hallucinate|fabricate|make (?:things|anything|stuff) up)s?\b",
    re.IGNORECASE,
)
_UNSEEN = regex(
    r"\b(?:no|not|never|none|neither|without|zero|nothing)\b(?! measured)|n't\b|\b0\s(?:of|in|%)",
    re.IGNORECASE,
)
_WORD = regex(r"[^\W\d_]{3,}")
_SOME = regex(r"[1-9]")
_SMALL = frozenset(
    "and any are for from has its one our single that the their this was with your".split()
)
_ALIKE = MappingProxyType(
    {
        form: family
        for family in ("lost los drop miss omit skip overlook forget", "invent fabricat hallucinat")
        for form in family.split()
    }
)
"""Verbs of failures that say the same, by their forms without endings."""


def admitted(claim: Claim, shown: Sequence[Disclosure], kind: str) -> Judgement | None:
    """Return the judgement that the papers list as a failure what a claim denies, or None.

    "Never invents a citation" is denied by "Invents a citation (3 of 220)": by the verb, and by a
    word of what it acts on where the claim names that. "Always right" is denied by any failure that
    was counted, "nothing is made up" by anything invented.
    """
    if kind != FAILURES:
        return None
    said = plain(claim.unit).text
    right, invents = _RIGHT.search(said) is not None, _NOTHING_INVENTED.search(said) is not None
    never = _NEVER.search(said)
    done = () if never is None else tuple(_forms(never["done"]))
    for each in _listed(shown) if right or invents or done else ():
        admits = (right and each.counted) or (invents and each.fabrication)
        if admits or _denies(done, each.forms):
            item, reason = each.item, f'what is never to happen is a known failure: "{each.words}"'
            return Judgement(Verdict.CONTRADICTED, item.fields, (), item.provenance, reason)
    return None


class _Failure(Struct, frozen=True):
    """A failure that a paper lists, in its words and their forms; `counted` where it was seen."""

    item: Disclosure
    words: str
    forms: frozenset[str]
    counted: bool
    fabrication: bool


@once_a_document
def _listed(shown: Sequence[Disclosure]) -> tuple[_Failure, ...]:
    """Return the failures that evidence lists, worked out once for all claims that it serves."""
    return tuple(chain.from_iterable(map(_failures_of, shown)))


def _failures_of(item: Disclosure) -> Iterator[_Failure]:
    seen = [found for found in item.fields if _was_seen(found)]
    passages = {found.passage for found in seen}
    sentences = {found.unit for found in seen}
    for found in item.fields:
        words = _told(found, sentences)
        if words:
            yield _Failure(
                item,
                words,
                frozenset(_forms(words)),
                counted=found.field == "mode" and found.passage in passages,
                fabrication=found.field == "fabrication",
            )


def _denies(done: Sequence[str], told: frozenset[str]) -> bool:
    """Tell whether a failure is what is said never to be done, by the forms of their words."""
    verb, *things = (*done, "")
    return verb in told and (things == [""] or not told.isdisjoint(things))


def _was_seen(found: FieldFound) -> bool:
    """Tell whether a field says that a failure was seen at least once."""
    return found.field == "frequency" and _SOME.search(found.value or found.text) is not None


def _told(found: FieldFound, seen: Collection[str]) -> str:
    """Return the part of a sentence or row that names a failure; nothing where it was not seen.

    `seen` are the sentences in which a failure was seen.
    """
    if found.field not in ("mode", "fabrication"):
        return ""
    if _UNSEEN.search(found.unit) and found.unit not in seen:
        return ""
    parts = re.split(r"[;]|(?<=\w):\s", found.unit)
    return next((part.strip() for part in parts if found.text in part), "")


def _forms(text: str) -> Iterator[str]:
    """Yield the words of a text without their endings: "invents" and "invented" are one."""
    for word in _WORD.findall(text.lower()):
        if word not in _SMALL:
            bare = without_ending(word)
            yield _ALIKE.get(bare, bare)
