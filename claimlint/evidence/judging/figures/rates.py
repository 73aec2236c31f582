"""The rate that a claim states, and the rates that a measurement shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from types import MappingProxyType

from msgspec import Struct

from claimlint.document import Document, Passage
from claimlint.evidence.arithmetic import number_in, percent
from claimlint.evidence.detectors.numbers import find_value
from claimlint.evidence.once import once_a_document
from claimlint.evidence.text.compared import without_product
from claimlint.evidence.text.plain import plain
from claimlint.finding import Claim, Disclosure, FieldFound
from claimlint.regex import regex
from claimlint.rulebook.entries import EvidenceKind
from claimlint.terms import ACCURACY, AVAILABILITY, BOUNDARY, Category


class Rate(Struct, frozen=True):
    """A share between 0 and 1 of right results, whatever way its words count.

    `places` is the number of decimals of the share as it was written; `absolute` where words such
    as "never" stand for the number; `bounded` where "up to" or "as much as" opens it, or a word
    such as "every" may count items and no results: what was measured cannot contradict it.
    """

    right: float
    words: str
    places: int = 0
    absolute: bool = False
    bounded: bool = False

    @property
    def said(self) -> str:
        """Return how a reason names a rate that is claimed."""
        return f'the claim says "{self.words}"'


RATES = MappingProxyType({ACCURACY: "value", AVAILABILITY: "uptime", BOUNDARY: "rate"})
"""The field that holds the rate, of the kinds of evidence that measure one."""
_LOWER = regex(
    r"\b(?:errors?|hallucinat\w*|false|wrong\w*|mistakes?|miss(?:es|ed)?|misread\w*|fail\w*|"
    r"misclassif\w*|WER|CER|MAE|RMSE|FPR|FNR|incorrect|inaccura\w*|defects?|downtime|outages?)\b",
    re.IGNORECASE,
)
_FREE_OF = regex(
    r"\b(?:without|free (?:of|from)|no|zero|not a single)\s(?:a\s|an\s|any\s)?(?:[a-z-]+\s){0,2}?"
    r"(?:errors?|mistakes?|hallucinations?|defects?|faults?|misreadings?)\b|\b(?:error|mistake)-free\b",
    re.IGNORECASE,
)
_WRONG = r"(?:errors?|mistakes?|defects?|faults?|misreadings?|failures?|hallucinations?|outages?)"
_FOUND = (
    r"(?:(?:detect|find|found|catch|caught|spot|identif|recogni[sz]|flag|discover|locat|stop|prevent)"
    r"\w*|pick\w* up)"
)
_FINDS = regex(
    rf"\b{_FOUND}\b[^.;:]{{0,40}}?\b{_WRONG}\b|\b{_WRONG}\s(?:\w+\s){{0,2}}?{_FOUND}\b",
    re.IGNORECASE,
)
"""To find what is wrong is right: "detects 99 % of defects"."""
_SHARE_FOUND = regex(
    rf"\b(?:accuracy|precision|recall|sensitivity|specificity|F1)\s(?:of|for|on|in)\s"
    rf"(?:[\w-]+\s){{0,3}}?{_WRONG}\b",
    re.IGNORECASE,
)
_RELATIVE = regex(
    r"\b(?:fewer|less|more|better|faster|higher|lower|reduction|improvement|increase|decrease|drop|"
    r"savings?|boost|growth|uplift|cheaper|quicker)\b",
    re.IGNORECASE,
)
_BY = regex(r"\bby\s(?:up to\s|as much as\s|over\s|more than\s|at least\s|about\s)?$")
_BOUNDED = regex(r"\b(?:up to|as much as|as high as)\s$", re.IGNORECASE)
_ABSOLUTE_RIGHT = regex(
    r"\b(?:never (?:\w+ )?(?:wrong|makes?|errs?|hallucinates?|misses|fails|miss|fail|lies|invents|"
    r"mistake)\w*|zero(?:[- ](?:errors?|mistakes?|hallucinations?|defects?|downtime|outages?))|"
    r"(?:no|zero) (?:false (?:negatives|positives|alarms)|missed \w+)|"
    r"no (?:errors|mistakes|hallucinations|downtime|outages)|error[- ]free|hallucination[- ]free|"
    r"flawless\w*|perfect(?:ly)?(?: accura\w+)?|always (?:right|correct|accurate|available|up)|"
    r"infallible|eliminates? (?:all )?(?:human )?errors?|"
    r"without (?:a single |a |an |any )?(?:errors?|mistakes?)|"
    r"never (?:goes )?(?:down|offline))\b",
    re.IGNORECASE,
)
_OF_ALL = regex(
    r"\b(?:all|always|each|every|no|none|not (?:a single|one)|nothing|never|without|zero)\b",
    re.IGNORECASE,
)
_PEOPLE = regex(
    r"(?:for|by|of|from)\s(?:the\s|our\s|two\s|three\s|\d+\s|trained\s|experienced\s)*"
    r"(?:clerks?|people|humans?|lawyers?|agents|analysts?|staff|experts?|radiologists?|"
    r"transcriptionists?|accountants?|operators?|manual\w*|human \w+)\b"
    r"|\b(?:manual|human|previous|baseline|prior)\b",
    re.IGNORECASE,
)
_THRESHOLD = regex(r"\b(?:below|under|above|threshold of|target of|at least|floor of)\s$", re.I)
_INTERVAL = regex(
    r"\b(?:CI|confidence|interval)\b[^.;\d]{0,20}\d+(?:\.\d+)?\s?%?\s?(?:–|-|to|and|,)\s?\d+(?:\.\d+)?",
    re.IGNORECASE,
)
"""How sure a value is: neither end of it was measured."""
_OF_RESULTS = (
    Category.ACCURACY_RELIABILITY,
    Category.CONTINUOUS_OPERATION,
    Category.OVERSIGHT_REDUCTION,
)
_CONCEDES = regex(r"\b(?:although|though|but|however|despite|except(?: for)?)\b", re.IGNORECASE)
"""What follows takes away from what was said, and says no rate of it."""
_ENDS = regex(r"\.(?!\d)|;")
_DECIMAL = regex(r"0\.\d+")
_AFTER = 24
_SHORT = 12
_BEFORE = 40


@once_a_document
def claimed_rate(claim: Claim) -> Rate | None:
    """Return the rate of right results (or of uptime) that a claim states, or None.

    Relative figures ("30 % fewer errors") are no rates. Where the claim's own words hold none, the
    only one of its sentence counts ("99.5 % of invoices are read without a mistake").
    """
    text = plain(claim.text).text
    unit = plain(claim.unit).text
    for rate in _stated(text, unit):
        return rate
    if claim.category not in _OF_RESULTS:
        return None
    around = tuple(_stated(_CONCEDES.split(unit)[0] if text in unit else unit, unit))
    if len(around) == 1:
        return around[0]
    match = _ABSOLUTE_RIGHT.search(text)
    if match is not None:
        return Rate(1.0, match.group(), absolute=True)
    match = _OF_ALL.search(text) if claim.category is Category.ACCURACY_RELIABILITY else None
    return Rate(1.0, match.group(), absolute=True, bounded=True) if match else None


def _stated(text: str, unit: str) -> Iterator[Rate]:
    for hit in find_value(text):
        before, after = text[max(0, hit.start - _BEFORE) : hit.start], text[hit.end :]
        if hit.value is None or _BY.search(before) or _RELATIVE.match(after.lstrip()[:_AFTER]):
            continue
        if _RELATIVE.search(after[:_AFTER]) and not _LOWER.search(before):
            continue
        share = float(hit.value)
        context = text if _LOWER.search(text) or len(text) >= _SHORT else unit
        lower = _counts_wrong(context)
        yield Rate(
            1 - share if lower else share,
            text[hit.start : hit.end],
            places=len(hit.value.partition(".")[2]),
            absolute=share == 1.0 and not lower,
            bounded=bool(_BOUNDED.search(before)),
        )


def rates_of(item: Disclosure, own: Document, kind: EvidenceKind) -> tuple[Rate, ...]:
    """Return the rates that a disclosure of a kind shows, by its document where that is `own`."""
    passages = own.passages if item.document == own.path else ()
    return measured_rates(item, RATES[kind.id], passages)


def measured_rates(item: Disclosure, field: str, passages: Sequence[Passage]) -> tuple[Rate, ...]:
    """Return the rates that the fields called `field` of a disclosure show, as rates of right.

    `passages` are those of its document, where they are at hand: values of people or of a former
    process and thresholds are left out.
    """
    metric = " ".join(found.text for found in item.fields if found.field in ("metric", "uptime"))
    rates = []
    for found in item.fields:
        share = _share(found)
        if found.field != field or share is None or _bounds_another(found):
            continue
        before, after = _around(found, passages)
        if _THRESHOLD.search(before) or _PEOPLE.match(after.lstrip(" ,;:(")):
            continue
        if found.field == RATES[ACCURACY] and without_product(found.unit.partition(found.text)[0]):
            continue
        lower = _counts_wrong(_ENDS.split(before)[-1] or _ENDS.split(after)[0] or metric)
        places = len((found.value or "").partition(".")[2])
        words = percent(share) if _DECIMAL.fullmatch(found.text) else found.text
        rates.append(Rate(1 - share if lower else share, words, places=places))
    return tuple(rates)


def _bounds_another(found: FieldFound) -> bool:
    """Tell whether a value is an end of the interval of another."""
    place = found.unit.find(found.text)
    return any(each.start() <= place < each.end() for each in _INTERVAL.finditer(found.unit))


def _share(found: FieldFound) -> float | None:
    value = number_in(found)
    return value if value is not None and 0 <= value <= 1 else None


def _around(found: FieldFound, passages: Sequence[Passage]) -> tuple[str, str]:
    """Return what stands before and after a value; in a row of a table its first cell and head."""
    own = None if found.passage is None or found.passage >= len(passages) else found.passage
    prose = own is not None and passages[own].cell is None
    text = passages[own or 0].text if prose else found.unit
    place = text.find(found.text)
    if place < 0:
        return "", ""
    before, after = text[:place], text[place + len(found.text) :]
    if not prose and ";" in before:
        label, *_, head = before.split(";")
        beside = after.split(";")[1:2]
        if any(":" in cell for cell in beside):  # under a head of its own: another's
            after = after.partition(";")[0]
        return f"{label[-_BEFORE:]} {head[-_BEFORE:]}", after[:_BEFORE]
    return before[-_BEFORE:], after[:_BEFORE]


def _counts_wrong(text: str) -> bool:
    """Tell whether a share counts what is wrong; "free of mistakes" counts what is right."""
    rest = _SHARE_FOUND.sub(" ", _FREE_OF.sub(" ", text))
    return bool(_LOWER.search(_FINDS.sub(" ", rest)))
