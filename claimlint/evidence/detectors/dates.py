"""Dates and periods in every usual form; the value of a hit is the last day they can mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain, pairwise

from claimlint.evidence.detectors.hit import Hit, apart
from claimlint.regex import regex

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_YEAR = r"(?P<y>(?:19|20)\d\d)"
HOLDS_YEAR = regex(r"(?:19|20)\d\d")
"""Without a year there is no date."""

_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_PATTERNS = tuple(
    regex(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\d-]){_YEAR}-(?P<m>\d{{2}})(?:-(?P<d>\d{{2}}))?(?![\d-])",
        rf"\b{_DAY}\s(?:of\s)?(?P<n>{_MONTH}),?\s{_YEAR}\b",
        rf"\b(?P<n>{_MONTH})\s{_DAY},?\s{_YEAR}\b",
        rf"\b(?P<n>{_MONTH}),?\s{_YEAR}\b",
        rf"\b(?P<m>\d{{1,2}})/(?P<d>\d{{1,2}})/{_YEAR}\b",
        rf"(?<![\d.])(?P<d>\d{{1,2}})\.\s?(?P<m>\d{{1,2}})\.\s?{_YEAR}(?!\d)",
        rf"(?<![\d-])(?P<d>\d{{1,2}})-(?P<m>\d{{1,2}})-{_YEAR}(?![\d-])",
        rf"\b{_YEAR}\s(?P<n>{_MONTH})(?:\s{_DAY}\b(?!\s?%)|(?=;))",
        rf"\b{_YEAR}[-\s/]?Q(?P<q>[1-4])\b",
        rf"\bQ(?P<q>[1-4])[\s/-]+(?:of\s)?{_YEAR}\b",
        rf"\b(?P<w>first|second|third|fourth)\squarter\s(?:of\s)?{_YEAR}\b",
        rf"\bH(?P<h>[12])[\s/-]{_YEAR}\b",
        rf"\b{_YEAR}[\s/-]H(?P<h>[12])\b",
        rf"\b(?P<k>first|second)\shalf\s(?:of\s)?{_YEAR}\b",
        rf"\b(?P<s>spring|summer|autumn|fall|winter)\s(?:of\s)?{_YEAR}\b",
        rf"\b(?:in|during|of|until|end of|calendar|year)\s{_YEAR}\b(?!\s?[-/]?\d)",
    )
)
_NOT_A_DATE = regex(
    r"(?:©|\(c\)|copyright|founded|since|established|all rights reserved|ISO(?:/IEC)?\s?\d+[:-])"
    r"[^.;]{0,14}$",
    re.IGNORECASE,
)
_PERIOD = regex(
    r"\b(?:in|over|for|during|within|across)?\s?(?:the\s)?(?:last|past|previous|trailing|first)\s"
    r"(?:\d{1,3}|two|three|four|five|six|nine|ten|twelve|eighteen|twenty-four|thirty|ninety)\s"
    r"(?:days|weeks|months|quarters|years)\b"
    r"|\b(?:\d{1,3}|two|three|four|six|nine|twelve|eighteen)[-\s](?:week|month|quarter|year)s?"
    r"\s(?:period|window|study|trial|pilot|to\b)",
    re.IGNORECASE,
)
_YEARS = regex(r"\b(?:19|20)\d\d\s?(?:to|through|until|and|-|–)\s?(?P<last>(?:19|20)\d\d)\b(?!-)")
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_SEASONS = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11, "winter": 12}


def find_date(text: str) -> Iterator[Hit]:
    """Yield dates; copyright years, years of foundation and standards' years are none."""
    if HOLDS_YEAR.search(text):
        yield from apart(_dates(text))


def _dates(text: str) -> Iterator[Hit]:
    for match in chain.from_iterable(pattern.finditer(text) for pattern in _PATTERNS):
        start, end = match.span()
        if not _NOT_A_DATE.search(text, max(0, start - 30), start):
            day = _last_day(match.groupdict())
            if day is not None:
                yield Hit(start, end, day.isoformat())


def find_period(text: str) -> Iterator[Hit]:
    """Yield periods: a month, quarter, half or year, a span of dates, "the last 12 months"."""
    for match in _YEARS.finditer(text):
        yield Hit(match.start(), match.end(), f"{match['last']}-12-31")
    found = [hit for hit in find_date(text) if not _one_day(text[hit.start : hit.end])]
    yield from found
    for match in _PERIOD.finditer(text):
        yield Hit(match.start(), match.end())
    days = sorted(find_date(text), key=lambda hit: hit.start)
    for first, last in pairwise(days):
        between = text[first.end : last.start].strip().lower()
        if between in ("to", "-", "–", "until", "and", "through", "till"):
            yield Hit(first.start, last.end, last.value)


def _one_day(words: str) -> bool:
    return len(re.findall(r"\d+", words)) > 1 and "Q" not in words and "H" not in words[:1]


def _last_day(parts: dict[str, str | None]) -> date | None:
    from calendar import monthrange

    year = int(parts["y"] or 0)
    month = _month(parts)
    day = parts.get("d")
    if month is None:
        return date(year, 12, 31)
    try:
        return date(year, month, int(day) if day else monthrange(year, month)[1])
    except ValueError:
        return _swapped(year, month, day)


def _swapped(year: int, month: int, day: str | None) -> date | None:
    """Return the date where 30/09/2026 was read as month 30."""
    try:
        return date(year, int(day or 0), month)
    except ValueError:
        return None


def _month(parts: dict[str, str | None]) -> int | None:
    if parts.get("m"):
        return int(parts["m"] or 0) or None
    if parts.get("n"):
        return _MONTHS.index((parts["n"] or "")[:3].lower()) + 1
    if parts.get("q"):
        return int(parts["q"] or 0) * 3
    if parts.get("w"):
        return _QUARTERS[(parts["w"] or "").lower()] * 3
    if parts.get("h"):
        return int(parts["h"] or 0) * 6
    if parts.get("k"):
        return _QUARTERS[(parts["k"] or "").lower()] * 6
    if parts.get("s"):
        return _SEASONS[(parts["s"] or "").lower()]
    return None
