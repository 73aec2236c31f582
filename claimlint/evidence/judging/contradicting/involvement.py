"""Whether disclosed human work or review contradicts a claim that there is none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimlint.document import Document
from claimlint.evidence.arithmetic import number_in
from claimlint.evidence.detectors.numbers import find_value
from claimlint.evidence.judgement import Judgement
from claimlint.evidence.text.plain import plain
from claimlint.finding import Claim, Disclosure, FieldFound
from claimlint.regex import regex
from claimlint.stems import stem
from claimlint.terms import BOUNDARY, OVERSIGHT, Category, Strength, Verdict

_ABSOLUTE = regex(
    r"\b(?:every|all|any|always|never|zero|fully|entirely|completely|totally|ever|no one|nobody|"
    r"100\s?%|hundred per\s?cent)\b|\b100\s?%",
    re.IGNORECASE,
)
_NO_PEOPLE = (Category.AUTONOMY, Category.OVERSIGHT_REDUCTION, Category.HUMAN_REPLACEMENT)
_ALONE = regex(
    r"\b(?:by itself|on its own|all alone|without (?:any |a |the )?(?:human|person|people|\w+er|"
    r"clerk|review|approval|asking|waiting)\w*|no (?:human|person|one|review|approval))\b",
    re.IGNORECASE,
)
_FIGURE = regex(r"\d|per\s?cent|\bof\b")
_OVERALL = regex(
    r"\b(?:straight[- ]through|touchless|zero[- ]touch|end[- ]to[- ]end|overall)\b", re.IGNORECASE
)
_OF_MONEY = regex(
    r"\b(?:share|part|percentage|%) of (?:the )?(?:revenue|turnover|sales|costs?|equity|shares|"
    r"votes|fees?|profits?)\b",
    re.IGNORECASE,
)
_OF_ALL = regex(
    r"\sof\s(?!(?:(?:the|your|their|its|all)\s)?(?:time|costs?|hours|money|revenue|budgets?|price)\b)",
    re.I,
)
_MUCH = 0.1
_AROUND = 60
_ROUNDING = 0.005
_PART = regex(
    r"\b(?:above|over|below|under|more than|less than|sample)\b|\b\d{1,2}(?:\.\d+)?\s?%",
    re.IGNORECASE,
)
_BOUNDED = regex(
    r"\b(?:above|over|below|under|up to|more than|less than|at most)\s(?:[$€£]|\d)", re.IGNORECASE
)
"""What bounds a claim to a class, so that people may see every case of another class."""
_EASY = regex(
    r"\b(?:simple|routine|straightforward|easy|standard)\s(?:\w+\s)?[a-z]+s\b"
    r"|\b(?:above|over|within|below|under)\s(?:\w+\s){0,3}(?:threshold|limit|tolerance)s?\b",
    re.IGNORECASE,
)
"""A claim on easy or sure cases only, which says nothing of the rest that people may do."""
_DOUBTFUL = regex(
    r"\b(?:flag|exception|escalat|confiden|alert|sampl|uncertain|complain|doubt|fail|error|unusual|"
    r"appeal|unresolved|suspicious|outlier|edge)\w*",
    re.IGNORECASE,
)
_EVERY = regex(
    r"\b(?:every|each|all|(?:the\s)?(?:whole|entire|full))\b|\b100\s?%|^1(?:\.0+)?$", re.IGNORECASE
)
_WORD = regex(r"[a-z]{3,}")
_WHATEVER = frozenset(
    map(
        stem, "item output case result reply answer response decision action task work them".split()
    )
)
"""What stands for all that a product does, whatever it works on."""
_NEAR = 5
_HOW_OFTEN = regex(
    r"\s(?:\w+\s)?(?:second|minute|hour|day|night|morning|evening|shift|week|weekend|month|quarter|"
    r"season|year|time)s?\b",
    re.IGNORECASE,
)
"""What makes of "each" how often somebody checks ("5 % each week"), and not what."""
_ON_DUTY = regex(
    r"\b(?:must|shall|has to|have to|needs? to|(?:is|are) to)\s(?:always\s|also\s)?"
    r"(?:be (?:on duty|present|on site|at hand|there|in attendance|logged in)|supervise|oversee|"
    r"stay (?:with|beside|at))\b",
    re.IGNORECASE,
)


def people_after_all(
    claim: Claim, own: Document, shown: Sequence[Disclosure], kind: str
) -> Judgement | None:
    """Return the judgement that disclosed human work contradicts a claim, or None.

    Absolute words ("every", "fully", "never") are contradicted by any share; others by a share of
    a tenth or more, or by a review of every item. A share that the claim's own sentence states
    ("58% were posted without a clerk") is what is claimed, and contradicts nothing; one of all
    cases ("82 % of invoices without a clerk") is contradicted by less only. What does the job of
    people is absolute only where nobody else is said to take part.
    """
    if claim.category not in _NO_PEOPLE and not _decides_alone(claim):
        return None
    absolute = claim.strength is Strength.STRONG or bool(_ABSOLUTE.search(plain(claim.unit).text))
    hedged = claim.strength is Strength.HEDGED and not absolute
    alone, things = _claimed_share(claim)
    absolute = (absolute or (alone < 1 and not hedged)) and not _EASY.search(claim.unit)
    if claim.category is Category.HUMAN_REPLACEMENT:
        absolute = absolute and bool(_ALONE.search(plain(claim.unit).text))
    whole = absolute and not _BOUNDED.search(claim.unit)
    for item in shown:
        words = _against(item, kind, claim.category, absolute=absolute, hedged=hedged, whole=whole)
        if words is None or _says_so_itself(claim, own, words):
            continue
        if not _leaves_room(words, kind, alone, things):
            partly = kind == BOUNDARY
            told = "only a part runs without people" if partly else "people take part after all"
            reason = f'{told}: "{_quoted(words)}"'
            return Judgement(Verdict.CONTRADICTED, item.fields, (), item.provenance, reason)
    return None


def _decides_alone(claim: Claim) -> bool:
    """Tell whether a claim on decisions says that nobody takes part in them."""
    return claim.category is Category.INDEPENDENT_DECISION and bool(_ALONE.search(claim.unit))


def _quoted(found: FieldFound) -> str:
    """Return the words with what stands around them: a bare "9%" tells a reader nothing."""
    at = found.unit.find(found.text)
    if at < 0:
        return found.unit or found.text
    first, last = max(0, at - _AROUND), at + len(found.text) + _AROUND
    before, after = found.unit[first:at], found.unit[at + len(found.text) : last]
    if first:
        before = "… " + before.partition(" ")[2]
    if last < len(found.unit):
        after = after.rpartition(" ")[0] + " …"
    return (before + found.text + after).strip().rstrip(".")


def _claimed_share(claim: Claim) -> tuple[float, str]:
    """Return the share of all cases that a claim's sentence speaks of, and what it is a share of.

    It is 1 where none is named.
    """
    text = plain(claim.unit).text
    if not _BOUNDED.search(text):
        shares = [hit for hit in find_value(text) if _OF_ALL.match(text, hit.end)]
        if len(shares) == 1 and shares[0].value:
            return float(shares[0].value), text[shares[0].end :]
    return 1.0, ""


def _leaves_room(words: FieldFound, kind: str, alone: float, things: str) -> bool:
    """Tell whether people's work leaves the share of cases that is claimed to run alone.

    A look at every refund says nothing of the tickets that run alone.
    """
    if alone >= 1:
        return False
    if kind == OVERSIGHT and _EVERY.search(words.text):
        seen = set(_nouns(words.text))
        return bool(seen) and seen.isdisjoint((*_WHATEVER, *_nouns(things)[:_NEAR]))
    share = number_in(words)
    if share is None:
        return False
    return (share if kind == BOUNDARY else 1 - share) >= alone - _ROUNDING


def _nouns(text: str) -> list[str]:
    return [stem(word) for word in _WORD.findall(text.lower()) if not _EVERY.fullmatch(word)]


def _says_so_itself(claim: Claim, own: Document, found: FieldFound) -> bool:
    here = (found.document, found.passage) == (own.path, claim.passage)
    return here and found.text in claim.unit


def _against(
    item: Disclosure, kind: str, category: Category, *, absolute: bool, hedged: bool, whole: bool
) -> FieldFound | None:
    if kind == "human-involvement":
        return _share_over(item, 0.0 if absolute else _MUCH)
    if kind == BOUNDARY and absolute:
        return _share_under(item)
    if kind == OVERSIGHT:
        found = next((entry for entry in item.fields if _tells_what(entry)), None)
        sure = found is not None and not (hedged or _DOUBTFUL.search(found.text))
        if found is not None and sure and _EVERY.search(found.text) and _all(item):
            return found
        if category is Category.OVERSIGHT_REDUCTION and whole:
            return _whole_class(item) or _on_duty(item)
    return None


def _tells_what(found: FieldFound) -> bool:
    """Tell whether a field says what is checked, in words that do not say how often."""
    end = found.unit.find(found.text) + len(found.text)
    often = _EVERY.fullmatch(found.text) and _HOW_OFTEN.match(found.unit, end)
    return found.field == "what" and not often


def _share_over(item: Disclosure, least: float) -> FieldFound | None:
    """Return the share of people's work that is larger; in prose "every" says little of a step."""
    for found in item.fields:
        share = number_in(found)
        work = not _OF_MONEY.search(found.unit)
        most = share == 1 and item.from_dossier
        if work and found.field == "share" and share is not None and (least < share < 1 or most):
            return found
    return None


def _share_under(item: Disclosure) -> FieldFound | None:
    rates = [
        found
        for found in item.fields
        if found.field == "rate" and number_in(found) is not None and _FIGURE.search(found.text)
    ]
    top = max(rates, key=lambda found: number_in(found) or 0.0, default=None)
    if top is None or (number_in(top) or 0.0) >= 1:
        return None
    return next((found for found in rates if _OVERALL.search(found.unit)), top)


def _whole_class(item: Disclosure) -> FieldFound | None:
    """Return the words by which people see every case of a class ("Every rejection"), or None.

    What goes wrong or is in doubt is no class: that people look at it contradicts nothing.
    """
    for found in item.fields:
        whole = _tells_what(found) and _EVERY.match(found.text)
        if whole and not (_PART.search(found.unit) or _DOUBTFUL.search(found.unit)):
            return found
    return None


def _on_duty(item: Disclosure) -> FieldFound | None:
    """Return the words by which somebody must be there while the product works, or None."""
    return next((found for found in item.fields if _ON_DUTY.search(found.unit)), None)


def _all(item: Disclosure) -> bool:
    """Tell whether the review is of every item and not only of a part of them."""
    words = " ".join(found.text for found in item.fields if found.field in ("what", "contexts"))
    return not _PART.search(words)
