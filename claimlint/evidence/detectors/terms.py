"""Provisions of law, durations, hours of the day, sums of money, series of dated scores."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from claimlint.evidence.detectors.dates import find_date
from claimlint.evidence.detectors.hit import Hit, hits
from claimlint.evidence.detectors.numbers import NUMBER, find_value
from claimlint.regex import regex

_LAW = (
    r"(?:GDPR|AI Act|HIPAA|CCPA|MDR|UCPD|DORA|NIS2|ECOA|FCRA|BIPA|FERPA|Regulation|Directive|"
    r"Data Protection Act|Equality Act|Act\b)"
)
_PROVISION = regex(
    r"\b(?:Art(?:icle|icles|\.)?|Arts?\.?)\s?\d+(?:\(\d+\))*(?:\([a-z]\))*"
    r"|§§?\s?\d+|\b\d+\sCFR\s?(?:Part\s)?§?\s?\d+|\b\d+\sUSC\s?§?\s?\d+"
    r"|\b(?:Regulation|Directive)\s\((?:EU|EC)\)\s?(?:No\s)?\d+/\d+|\bDirective\s\d+/\d+/E[CU]"
    r"|\bLocal Law 144|\bSection 508|\bTitle VII|\bAnnex [IVX]+\b|\bSB \d|\bAB \d|\bHB \d"
    rf"|\b(?:section|sec\.|s\.)\s?\d+(?:\(\d+\))?\s(?:of\s(?:the\s)?)?(?:[A-Z]\w+\s){{0,4}}?{_LAW}"
)
_CONTRACT_ITSELF = regex(
    r"\s?(?:\(\w+\)\s?)?(?:of|in|under)\s(?:this|these|the)\s(?:agreement|terms|contract|policy|annex)",
    re.IGNORECASE,
)
DURATION = (
    rf"(?:{NUMBER}[-\s](?:business\s|working\s|calendar\s|full\s|consecutive\s)?"
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?)\b)"
)
MONEY = (
    rf"(?:[$€£]\s?{NUMBER}|{NUMBER}\s?(?:euros?|dollars?|pounds?|EUR|USD|GBP|CHF|francs?)\b"
    rf"|(?:EUR|USD|GBP|CHF)\s?{NUMBER})"
)
_DURATION = regex(DURATION, re.IGNORECASE)
_MONEY = regex(MONEY)
_CLOCK = r"\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.|h)?"
_HOURS = regex(
    rf"\b{_CLOCK}\s?(?:to|-|–|until)\s?\d{{1,2}}(?:[:.]\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.|CET|CEST|GMT|UTC|ET|PT|EST|h)\b"
    r"|\b\d{1,2}:\d\d\s?(?:to|-|–|until)\s?\d{1,2}:\d\d"
    r"|\b(?:Mon(?:day)?|weekdays)\s?(?:to|-|–|through)\s?(?:Fri|Sat|Sun)(?:day|urday)?"
    r"|\bweekdays\b|\b(?:office|business|working) hours\b",
    re.IGNORECASE,
)
_FEWEST_SCORES = 3
_MONTH_ALONE = regex(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?|Q[1-4])(?![\w'])"
)
_YEAR_AT_END = regex(r"\((?:all |in )?(?:19|20)\d\d\)|\b(?:of|in) (?:19|20)\d\d\b")


def find_provision(text: str) -> Iterator[Hit]:
    """Yield named provisions of law; a section of the agreement itself is none."""
    for hit in hits(_PROVISION, text):
        if not _CONTRACT_ITSELF.match(text, hit.end):
            yield Hit(hit.start, hit.end, hit.value, generic=False)


find_duration = partial(hits, _DURATION)
"""Durations: "48 hours", "five working days"."""

find_money = partial(hits, _MONEY)
"""Sums of money."""

find_hours = partial(hits, _HOURS)
"""Hours of the day or week: "8:00 to 20:00 CET", "Monday to Friday"."""


def find_dated_scores(text: str) -> Iterator[Hit]:
    """Yield a series of at least three values with as many dates, as one hit.

    Where one date has its year, months and quarters in the same sentence need not say it again.
    """
    values = list(find_value(text))
    days = list(find_date(text))
    if days or _YEAR_AT_END.search(text):
        days = [*days, *(hit for hit in hits(_MONTH_ALONE, text) if not _within(hit, days))]
    if min(len(values), len(days)) >= _FEWEST_SCORES:
        places = [*values, *days]
        first, last = min(hit.start for hit in places), max(hit.end for hit in places)
        yield Hit(first, last, generic=False)


def _within(hit: Hit, others: Sequence[Hit]) -> bool:
    return any(each.start <= hit.start and hit.end <= each.end for each in others)
