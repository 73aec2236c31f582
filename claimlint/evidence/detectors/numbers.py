"""Numbers, shares and values, in figures or spelt out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from types import MappingProxyType

from claimlint.amounts import ONES, TENS
from claimlint.evidence.detectors.hit import Hit, apart
from claimlint.regex import regex

_SCALES = MappingProxyType(
    {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 10**9}
)
_VALUES = MappingProxyType(
    {word: number for number, word in enumerate(ONES)}
    | {word: number * 10 for number, word in enumerate(TENS, start=2)}
    | {"dozen": 12}
)
NUMBER_WORDS = frozenset(_VALUES)
"""The words of which every number that is spelt out holds one."""

_WORD = "(?:" + "|".join((*ONES, *TENS, "dozen")) + ")"
_SCALE = "(?:hundred|thousand|million|billion)"
_SPELT = rf"(?=\w)(?:[-\s]?\b{_WORD}(?:[-\s]{_SCALE}(?:[-\s]and)?){{0,2}}){{1,9}}"
"""The words stand here once: hundreds of patterns hold this one. The longest number below a billion
has nine of them.
"""

_DIGITS = r"\d{1,3}(?:(?:[,' ]|\u2009(?=\d))\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?"
"""The thin space stands beside the set, not in it: a set of characters beyond Latin-1 takes ten
times as long to compile.
"""
_SUFFIX = r"(?:\s?(?:k|m|mn|million|thousand|billion|bn)\b)?"

NUMBER = rf"(?:(?<![\w.,])(?:{_DIGITS}){_SUFFIX}|(?i:\b(?:a\s)?{_SPELT}\b))"
"""A number in figures or words, as a fragment of a pattern."""

_PERCENT_SIGN = r"\s?(?:%|per\s?cent\b|percent\b|percentage points?\b|pp\b)"
PERCENT = rf"(?:{NUMBER}(?:{_PERCENT_SIGN}))"
_ITEMS = r"(?:\s[a-z][\w-]*){0,2}?"
_RATIO_TO = rf"{_ITEMS}\s(?:in|out of|of every|per)\s(?:every\s|the\s)?{NUMBER}"
_RATED = rf"{NUMBER}(?:{_PERCENT_SIGN}|{_RATIO_TO})"
_QUANTIFIED = (
    r"(?i:(?<!first )(?<!second )(?<!last )\b(?:half|a (?:third|quarter|fifth|tenth)|two thirds|"
    r"three quarters)\s(?:of\b|the\b)?)"
)
DECIMAL = r"(?<![\w.,$€£])0?\.\d{2,}(?![\w.]*\d)"

SHARE = rf"(?:{_RATED}|{_QUANTIFIED})"
VALUE = rf"(?:{_RATED}|{DECIMAL})"

_NUMBER = regex(NUMBER)
_FIRST = "".join(sorted({word[0] for word in ("a", *ONES, *TENS, "dozen")}))
_BEGINS = regex(rf"\b(?=[\d{_FIRST}])(?=(?<![.,])\d|(?:a\s)?{_WORD})", re.IGNORECASE)
"""Where a `NUMBER` can begin; at most words their first letter tells that none does."""
_PERCENT = regex(PERCENT)
_RATIO = regex(
    rf"(?P<part>{NUMBER}){_ITEMS}\s(?:in|out of|of every|per)\s(?:every\s|the\s)?"
    rf"(?P<whole>{NUMBER})"
)
_SHARE_SIGN = regex(r"[\d.,]*\s?(?:%|per\s?cent\b)", re.IGNORECASE)
_OF = regex(
    rf"(?P<part>{NUMBER})\sof\s(?:the\s|all\s|its\s|our\s)?(?P<whole>{NUMBER})(?=\s[a-z]|[);]|\.?$|\.\s)"
)
_ERRORS = (
    r"(?:wrong|false|incorrect|missed|missing|omitted|lost|late|errors?|mistakes?|failures?|"
    r"faults?)\b"
)
_COUNTED = regex(
    rf"(?P<whole>{NUMBER})\s(?!{_ERRORS})[a-z][^.;:]{{0,120}}[;,:]\s(?P<part>{NUMBER})\s"
    r"(?:of (?:them|these)\s)?(?:were|was|had|got|came|went|[a-z]{2,}ed)\b"
)
_ERRORS_LISTED = regex(rf"\b{_ERRORS}[^.;]{{0,30}}:[^.;]*$", re.IGNORECASE)
"""What is counted behind it are errors of several kinds, none of them a part of another."""
_WHOLE = regex(
    rf"\s(?:in|out of|of every|of|per)\s(?:every\s|the\s|all\s|its\s|our\s)?{NUMBER}"
    rf"|[;,:]\s{NUMBER}\s(?:of (?:them|these)\s)?(?:were|was|had|got|came|went|[a-z]{{2,}}ed)\b"
)
"""What the second number of a ratio stands behind: most texts with a number have none such."""

_SIGNED = regex(r"%|per\s?cent|pp\b")
_POINT = regex(r"\.\d\d")
_HALF = regex(_QUANTIFIED)
_DECIMAL = regex(DECIMAL)
_NONE = regex(
    r"\b(?:no|none of the|not one|zero)\s(?:[a-z-]+\s){0,2}?"
    r"(?:items?|cases?|calls?|tickets?|claims?|invoices?|documents?|orders?|bookings?|records?)\b",
    re.IGNORECASE,
)
_NOBODY = regex(
    r"\b(?:no (?:person|human|one|employee|reviewer|clerk|agent)|nobody|none of (?:us|our \w+))\b"
    rf"[^.;]{{0,100}}?\b(?:any|one) of (?:the\s|all\s)?{NUMBER}",
    re.IGNORECASE,
)
_EVERY = regex(
    r"\b(?:every|each|all)\s(?:[a-z-]+\s){0,2}?(?:items?|cases?|calls?|tickets?|claims?|"
    r"invoices?|documents?|orders?|bookings?|records?|outputs?|requests?|transactions?)\b",
    re.IGNORECASE,
)
_DISCOUNT = regex(r"\b(?:off|discount|interest|APR|VAT|tax|fee|deposit|surcharge)\b", re.IGNORECASE)
_LEVEL = regex(r"\s?(?:-\s?)?(?:CI\b|confidence\b|credible|interval)")
_BOUND = regex(r"(?:\bCI\b|\bintervals?\b|%\s?confidence\b)[^;)]{0,30}$", re.IGNORECASE)
_UNIT = regex(
    r"\s?(?:dollars?|euros?|pounds?|cents?|USD|EUR|GBP|seconds?|s\b|ms\b|hours?|minutes?|per\b|kg|x\b)"
)
_HALVES = MappingProxyType(
    {"half": "0.5", "third": "0.333", "quarter": "0.25", "fifth": "0.2", "tenth": "0.1"}
)


def number(text: str) -> Decimal | None:
    """Return the value of a number in figures or words, or None."""
    words = text.strip().lower()
    match = re.match(r"[\d][\d.,' \u2009]*", words)
    if match:
        return _figures(match.group().strip(), words[match.end() :].strip())
    return _spelt(words)


def _figures(digits: str, suffix: str) -> Decimal | None:
    bare = re.sub(r"[ '\u2009]", "", digits).rstrip(".,")
    bare = re.sub(r",(?=\d{3}(?:\D|$))", "", bare).replace(",", ".")
    factor = {"k": 1_000, "m": 10**6, "mn": 10**6, "bn": 10**9} | dict(_SCALES)
    try:
        return Decimal(bare) * factor.get(suffix, 1)
    except InvalidOperation:
        return None


def _spelt(words: str) -> Decimal | None:
    total, current = 0, 0
    seen = False
    for word in re.split(r"[-\s]+", words):
        if word in _VALUES:
            current += _VALUES[word]
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word in _SCALES:
            total += max(current, 1) * _SCALES[word]
            current = 0
        elif word not in ("and", "a"):
            break
        else:
            continue
        seen = True
    return Decimal(total + current) if seen else None


def at_numbers(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that opens with a number: where those begin is told once."""
    end = 0
    for place in _beginnings(text):
        match = pattern.match(text, place) if place >= end else None
        if match is not None:
            end = match.end()
            yield match


@lru_cache(maxsize=1024)
def _beginnings(text: str) -> tuple[int, ...]:
    return tuple(match.start() for match in _BEGINS.finditer(text))


def find_number(text: str) -> Iterator[Hit]:
    """Yield the numbers of `text`."""
    for match in at_numbers(_NUMBER, text):
        value = number(match.group())
        if value is not None:
            yield Hit(match.start(), match.end(), _shown(value))


def find_value(text: str) -> Iterator[Hit]:
    """Yield measured values: percentages, "9 out of 10", decimals below one.

    The value is a share between 0 and 1. Discounts, interest, taxes and fees are none.
    """
    found = (
        *(_ratios(text) if _WHOLE.search(text) else ()),
        *(_percents(text) if _SIGNED.search(text) else ()),
        *(_decimals(text) if _POINT.search(text) else ()),
    )
    yield from apart(found)


def find_share(text: str) -> Iterator[Hit]:
    """Yield shares of a whole: values, "half of", "3 of 140 invoices", "every", "no invoice"."""
    yield from find_value(text)
    for match in _HALF.finditer(text):
        word = next((name for name in _HALVES if name in match.group().lower()), None)
        yield Hit(match.start(), match.end(), _HALVES[word] if word else None)
    for match in (*_NONE.finditer(text), *_NOBODY.finditer(text)):
        yield Hit(match.start(), match.end(), "0")
    for match in _EVERY.finditer(text):
        yield Hit(match.start(), match.end(), "1")


def _ratios(text: str) -> Iterator[Hit]:
    for pattern in (_RATIO, _OF, _COUNTED):
        for match in at_numbers(pattern, text):
            part, whole = number(match["part"]), number(match["whole"])
            if part is None or not whole or part > whole or is_year(match["whole"]):
                continue
            if _SHARE_SIGN.match(text, match.end()):
                continue  # "Two officers agreed in 96.1 %": no share of ninety-six.
            if pattern is _COUNTED and _ERRORS_LISTED.search(text, 0, match.start()):
                continue
            yield Hit(match.start(), match.end(), _shown(part / whole))


def _percents(text: str) -> Iterator[Hit]:
    for match in at_numbers(_PERCENT, text):
        value = number(match.group())
        after = text[match.end() : match.end() + 14]
        before = text[max(0, match.start() - 30) : match.start()]
        if value is None or _DISCOUNT.search(after):
            continue
        if _LEVEL.match(after) or _BOUND.search(before):
            continue
        yield Hit(match.start(), match.end(), _shown(value / 100))


def _decimals(text: str) -> Iterator[Hit]:
    for match in _DECIMAL.finditer(text):
        if not _UNIT.match(text, match.end()):
            yield Hit(match.start(), match.end(), _shown(Decimal(match.group())))


def is_year(word: str) -> bool:
    """Tell whether a number can be a year of these times."""
    return bool(re.fullmatch(r"(?:19|20)\d\d", word.strip()))


def _shown(value: Decimal) -> str:
    text = f"{value.normalize():f}"
    return text if len(text) <= 12 else f"{value:.6f}".rstrip("0")
