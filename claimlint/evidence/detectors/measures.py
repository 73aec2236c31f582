"""How many were judged, how sure, over which range."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import chain

from claimlint.evidence.detectors.hit import Hit, apart, hits
from claimlint.evidence.detectors.numbers import (
    NUMBER,
    PERCENT,
    at_numbers,
    find_value,
    is_year,
    number,
)
from claimlint.evidence.detectors.workers import find_worker, is_worker
from claimlint.regex import regex

_ITEMS = (
    r"(?:cases?|documents?|calls?|tickets?|claims?|records?|prompts?|patients?|images?|invoices?|"
    r"contracts?|emails?|e-mails?|messages?|queries|questions?|answers?|pages?|"
    r"transcripts?|conversations?|chats?|orders?|requests?|samples?|items?|fields?|applications?|"
    r"applicants?|candidates?|resumes?|CVs?|scans?|studies|x-rays?|reports?|recordings?|files?|"
    r"transactions?|payments?|tasks?|runs?|clauses?|sentences?|letters?|bookings?|shipments?|"
    r"episodes?|admissions?|articles?|translations?|segments?|utterances?|speakers?|women|men|people|participants?|"
    r"decisions?|forms?|receipts?|summaries|notes|examples?|instances?|observations?|trials?|"
    r"bills?|alerts?|incidents?|loans?|parts?|products?|photos?|pictures?|videos?|clips?|frames?|"
    r"trips?|visits?|texts?|words?|lines?|entries|events?|defects?|phases?|persons?|deliveries|"
    r"parcels?|interviews?|strings?)"
)
_N_EQUALS = regex(rf"(?<![\w])[nN]\s?(?:=|:|of|was|is)\s?(?P<n>{NUMBER})")
_SUPPORT = regex(
    r"\b(?:accuracy\s{2,}[\d.]+|(?:macro|micro|weighted)\s?avg\s+[\d.]+\s+[\d.]+\s+[\d.]+)\s+"
    r"(?P<n>\d+)(?![\d.])"
)
"""The last column of a classification report as usual libraries print it."""
_SIZE_WORD = regex(
    rf"\bsample(?:\ssize)?\s?(?:of|was|is|:)\s(?:n\s?=\s?)?(?P<n>{NUMBER})", re.IGNORECASE
)
_JUDGED = regex(
    r"\b(?:tested|evaluated|measured|scored|judged|based|validated|assessed|checked|run|ran|trialled|"
    r"benchmarked|audited|compared?|score|judge|draw|grade|evaluate|reviewed|took|taken|drew|used|graded|examined|surveyed|read|coded|classified|transcribed|verified|sampled|across|"
    r"among|set of|sample of|total of|corpus of|out of|from|of|on|over)\s"
    r"(?:on\s|over\s|against\s|across\s|the\s|same\s|all\s|a\s|random\s|sample\s|set\s|of\s|total\s|"
    r"consecutive\s|in\s){0,6}"
    rf"(?P<n>{NUMBER})\s(?:[a-z][\w-]*\s){{0,4}}?{_ITEMS}\b",
    re.IGNORECASE,
)
_NO_ITEM = (
    r"(?!(?:seconds|minutes|hours|days|weeks|months|quarters|years|dollars|euros|pounds|francs|cents|"
    r"percent|points|times|customers|clients|users|countries|languages|employees|vendors|products|"
    r"steps|pages|stars|people|firms|companies|hospitals|banks|clinics|sites|always|this|was|is)\b)"
)
_DENOMINATOR = regex(
    rf"{PERCENT}\s(?:of|on|across|over)\s(?:the\s|all\s|these\s)?(?P<n>{NUMBER})\s"
    rf"(?:[a-z][\w-]*\s){{0,2}}?{_NO_ITEM}[a-z]{{2,}}s\b",
    re.IGNORECASE,
)
_TESTED = regex(
    r"\b(?:tested|evaluated|measured|scored|judged|graded|validated|sampled|examined|checked|labell?ed)"
    r"\s(?:on\s|over\s|against\s|across\s|the\s|a\s|same\s|random\s|sample\s|of\s){0,6}"
    rf"(?P<n>{NUMBER})\s(?:[a-z][\w-]*\s){{0,3}}?{_NO_ITEM}[a-z]{{2,}}s\b",
    re.IGNORECASE,
)
_DRAWN = regex(
    rf"(?P<n>{NUMBER})\s(?:[a-z][\w-]*\s){{0,2}}?{_NO_ITEM}(?P<noun>[a-z]{{2,}}s)\s"
    r"(?:were\s|was\s)?(?:randomly\s)?(?:sampled|drawn|chosen|selected|collected|recorded|judged|"
    r"scored|labell?ed|graded|picked)\b",
    re.IGNORECASE,
)
_SET_OF = regex(
    r"\b(?:hold-?\s?out|test|sample|set|corpus|total|collection|batch|trial)\s(?:set\s)?of\s"
    rf"(?P<n>{NUMBER})\s(?:[a-z][\w-]*\s){{0,3}}?{_NO_ITEM}[a-z]{{2,}}s\b",
    re.IGNORECASE,
)
_PART_OF = regex(
    rf"{NUMBER}\s(?:out\s)?of\s(?:the\s|all\s|its\s|our\s|these\s)?(?P<n>{NUMBER})\s"
    rf"(?:[a-z][\w-]*\s){{0,2}}?{_NO_ITEM}[a-z]{{2,}}s\b",
    re.IGNORECASE,
)
_FREE = regex(
    rf"(?P<n>{NUMBER})\s(?:[a-z][\w-]*\s){{0,5}}?{_NO_ITEM}(?P<noun>[a-z]{{3,}}s)\b", re.IGNORECASE
)
_JUDGING = regex(
    r"\b(?:judged|scored|compared|coded|re-?coded|re-?read|re-?done|re-?checked|picked|drawn|"
    r"sampled|agreed|graded|measured|photographed|recorded|collected|chosen|lottery|at random|"
    r"randomly|blind|blinded|evaluat(?:ed|ion)|tested|test set|jury|panel|examined|annotated|"
    r"labell?ed|ground truth|held back|held out|consecutive|"
    r"retrospective|set aside|went through|by hand|looked (?:at|through))\b",
    re.IGNORECASE,
)
_BRAG = regex(
    r"\b(?:more than|over|trusted|used by|serv(?:es|ed|ing)|since|analy[sz]ed|processed|join\w*)\s"
    r"(?:\w+\s){0,3}$",
    re.IGNORECASE,
)
_FEWEST_FREE = 10
_PLACES = regex(
    rf"(?<!\d )\b(?:from|at|across|among|in)\s(?:the\s|our\s|these\s|all\s)?(?P<n>{NUMBER})\s"
    rf"(?:[a-z][\w-]*\s){{0,3}}?(?P<noun>[a-z]{{3,}}s)\b",
    re.IGNORECASE,
)
_NO_PLACE = regex(
    r"(?:seconds|minutes|hours|days|weeks|months|quarters|years|dollars|euros|pounds|cents|percent|"
    r"points|times|countries|languages|cases|steps|pages|ways|this|was|is|has|always|users|stars|"
    r"degrees|meters|metres|miles|formats|versions|items|tests|classes|categories)$",
    re.IGNORECASE,
)
_MOST_PLACES = 400
_FROM_PLACES = regex(
    rf"(?P<n>{NUMBER})\s(?:[a-z][\w-]*\s){{0,3}}?{_ITEMS}\s(?:from|at|of|in)\s(?:the\s)?{NUMBER}\s(?!day|week|month|year|minute|hour|page)",
    re.IGNORECASE,
)
_OF_COUNTED = regex(
    rf"^(?:Of|Among)\s(?:the\s|all\s|these\s)?(?P<n>{NUMBER})\s(?:[a-z][\w-]*\s){{0,3}}?"
    rf"{_NO_ITEM}(?P<noun>[a-z]{{3,}}s)\b"
)
"""What opens a sentence that counts a result: "Of 412 drowsy phases …, 371 …"."""
_OF_ITEMS = (_FROM_PLACES, _JUDGED, _DENOMINATOR, _TESTED, _PART_OF, _DRAWN, _SET_OF, _OF_COUNTED)
_NUMBER_FIRST = frozenset({_FROM_PLACES, _DENOMINATOR, _PART_OF, _DRAWN})
_THINGS = regex(rf"{NUMBER}\s(?:[a-z][\w-]*\s){{0,5}}?(?:[a-z]{{2,}}s|{_ITEMS})\b", re.IGNORECASE)
"""What each of `_OF_ITEMS` and `_FREE` holds: most texts with a number lack it."""
_COUNT = regex(rf"(?P<n>{NUMBER})\s(?:[a-z][\w-]*\s){{0,3}}?{_ITEMS}\b", re.IGNORECASE)
_RATE = regex(
    r"^\s*(?:a|per|each|every)\s?(?:day|hour|month|week|year|minute|second)", re.IGNORECASE
)
_PRICE = regex(r"(?:[$€£]|USD|EUR|GBP)\s?$")
_IN_A_YEAR = regex(
    r"(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*|Q[1-4]|spring|summer|autumn|"
    r"winter|early|late|mid)[\s,-]*$",
    re.IGNORECASE,
)
_INTERVAL = regex(
    r"\b(?:9\d|8\d)\s?%\s?(?:-\s?)?(?:CI\b|confidence|credible|interval|range)"
    r"|\bconfidence (?:interval|bounds?|limits?)|\bcredible interval|\bmargin of error"
    r"|\bstandard (?:error|deviation)\b|±\s?\d|\+/-\s?\d|\bp\s?[<=]\s?0?\.\d"
    r"|\bCI\s?[:=(\[]?\s?\[?\(?\d[\d.,]*(?:\s?%)?(?:\s?(?:[-–,;]|to)\s?\d[\d.,]*\d)?"
)
_SPAN = regex(
    rf"\b(?:from|between)\s(?:about\s)?(?P<a>{NUMBER})\s?(?:[a-z-]+\s){{0,2}}?(?:to|and|up to)\s"
    rf"(?P<b>{NUMBER})\s?(?P<unit>[a-z]+)(?:\s(?:per|an?)\s[a-z]+)?",
    re.IGNORECASE,
)
_DASH = regex(
    rf"(?P<a>{NUMBER})\s?[-–]\s?(?P<b>{NUMBER})\s(?P<unit>[a-z]+)(?:\s(?:per|an?)\s[a-z]+)?"
)
_UP_TO = regex(
    r"\b(?:tested|measured|evaluated|runs?)\s(?:[a-z]+\s){0,5}?(?:up to|with|at)\s"
    rf"(?P<b>{NUMBER})\s(?P<unit>[a-z]+)(?:\s(?:per|an?)\s[a-z]+)?",
    re.IGNORECASE,
)
_SERIES = regex(
    rf"(?P<a>{NUMBER})(?:(?:,|\s(?:→|->|/))\s{NUMBER}){{0,6}}(?:,?\s(?:and|or|to)|\s(?:→|->))\s"
    rf"(?P<b>{NUMBER})\s(?:concurrent\s|parallel\s|simultaneous\s|virtual\s)?(?P<unit>[a-z]+)"
    r"(?P<per>\s(?:per|an?)\s(?:second|minute|hour|day|week|month))?",
    re.IGNORECASE,
)
_SCALE_UNIT = regex(
    r"\b(?:pages?|steps?|users?|sessions?|invoices?|documents?|calls?|tickets?|requests?|items?|"
    r"claims?|records?|tokens?|words?|agents?|turns?|messages?|orders?|rows?|lines?|"
    r"transactions?|conversations?|files?|queries|emails?|cases?|tasks?)\b",
    re.IGNORECASE,
)
_LOAD = regex(
    rf"(?P<n>{NUMBER})(?:\s(?:concurrent\s|parallel\s|simultaneous\s|virtual\s)?(?P<unit>users|sessions|"
    r"steps|pages|requests|tickets|calls|invoices|documents|tokens|agents|turns|orders|messages|VUs)|"
    r"-(?P<each>user|session|step|page|request|document|token|agent|turn)\s(?:load|stress|test|run|scenario))\b",
    re.IGNORECASE,
)
_ENDS = regex(
    rf"\b(?:at|with|on|for|below|under|over|above)\s(?P<a>{NUMBER})\s(?!(?:%|per\s?cent))[^.;]{{0,80}}?\b"
    rf"(?:at|with|on|for|over|above|beyond)\s(?P<b>{NUMBER})(?!\s?(?:%|per\s?cent))\b",
    re.IGNORECASE,
)
_PERCENTILE = regex(
    r"\bp(?:50|90|95|99)\b|\b(?:9[059]|99)(?:th|\.\d(?:th)?) percentile|\bworst (?:decile|quartile|"
    r"\d+\s?%|tenth)|\bslowest \d+\s?%",
    re.IGNORECASE,
)


def find_sample_size(text: str) -> Iterator[Hit]:
    """Yield numbers of judged items: "n = 3,120", "tested on 412 calls", "of 600 invoices".

    Rates ("500 calls a day") and prices are none. The value is the number.
    """
    of_items = _OF_ITEMS if _counts_things(text) else ()
    counted = list(apart(_sized(text, _N_EQUALS, _SUPPORT, _SIZE_WORD, *of_items)))
    yield from counted or (_free(text) if of_items else ())


def find_judged_items(text: str) -> Iterator[Hit]:
    """Yield numbers of judged items where the items are named: "412 calls", not "n = 412"."""
    if _counts_things(text):
        for hit in (*_sized(text, *_OF_ITEMS), *_free(text)):
            yield Hit(hit.start, hit.end)


def find_places(text: str) -> Iterator[Hit]:
    """Yield where data comes from, counted: "at nine hospitals", "in 14 fields"."""
    for match in _PLACES.finditer(text):
        size = number(match["n"])
        if size is None or size > _MOST_PLACES or _NO_PLACE.match(match["noun"]):
            continue
        yield Hit(match.start(), match.end())


def _counts_things(text: str) -> bool:
    return next(at_numbers(_THINGS, text), None) is not None


def _sized(text: str, *patterns: re.Pattern[str]) -> Iterator[Hit]:
    for match in chain.from_iterable(_found(pattern, text) for pattern in patterns):
        size = number(match["n"])
        if size is None or size < 2 or _RATE.match(text[match.end() : match.end() + 16]):
            continue
        if _by_workers(match) or _PRICE.search(text[: match.start("n")]) or _is_year(match, text):
            continue
        yield Hit(match.start(), match.end(), f"{size.normalize():f}")


def _found(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    return at_numbers(pattern, text) if pattern in _NUMBER_FIRST else pattern.finditer(text)


def _is_year(match: re.Match[str], text: str) -> bool:
    """Tell whether a number ends a date ("30 June 2026 on consecutive scans from three sites")."""
    return is_year(match["n"]) and _IN_A_YEAR.search(text, 0, match.start("n")) is not None


def _by_workers(match: re.Match[str]) -> bool:
    """Tell whether those counted are people who judge ("Two linguists scored")."""
    noun = match.groupdict().get("noun")
    return noun is not None and is_worker(noun)


def _free(text: str) -> Iterator[Hit]:
    """Yield counted things of any name in a sentence that speaks of judging or drawing them."""
    if not _JUDGING.search(text):
        return
    for match in at_numbers(_FREE, text):
        size = number(match["n"])
        if size is None or size < _FEWEST_FREE or _is_year(match, text):
            continue
        if _BRAG.search(text[: match.start()]):
            continue
        if next(find_worker(match["noun"]), None) is None and not _PRICE.search(
            text[: match.start("n")]
        ):
            yield Hit(match.start(), match.end(), f"{size.normalize():f}")


def find_count(text: str) -> Iterator[Hit]:
    """Yield counted items: "3,120 invoices"; the value is the number."""
    for match in at_numbers(_COUNT, text):
        size = number(match["n"])
        if size is not None and not _is_year(match, text):
            yield Hit(match.start(), match.end(), f"{size.normalize():f}")


find_interval = partial(hits, _INTERVAL)
"""Statements of statistical spread; "CI pipeline" is none."""


def find_range(text: str) -> Iterator[Hit]:
    """Yield ranges of load, length or steps: "from 100 to 20,000 invoices per day"."""
    for match in (*_SPAN.finditer(text), *at_numbers(_DASH, text), *_UP_TO.finditer(text)):
        if _SCALE_UNIT.search(match.group()):
            yield Hit(match.start(), match.end())
    for match in at_numbers(_SERIES, text):
        if match["per"] or _SCALE_UNIT.search(match.group()):
            yield Hit(match.start(), match.end())
    yield from _two_loads(text)
    ends = [each for each in _ENDS.finditer(text) if number(each["a"]) != number(each["b"])]
    if ends and len(list(find_value(text))) > 1:
        yield from (Hit(each.start(), each.end()) for each in ends)


def _two_loads(text: str) -> Iterator[Hit]:
    """Yield the stretch between two different counts of one unit ("200 users … 1,000 users")."""
    found: dict[str, re.Match[str]] = {}
    for match in at_numbers(_LOAD, text):
        unit = (match["unit"] or match["each"]).lower().rstrip("s")
        first = found.setdefault(unit, match)
        if number(first["n"]) != number(match["n"]):
            yield Hit(first.start(), match.end())


find_percentile = partial(hits, _PERCENTILE)
"""Percentiles and worst parts: "p95", "the worst decile"."""
