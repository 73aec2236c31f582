"""Figures beside the fields of evidence by which it can be compared with a claim.

They stand in a disclosure as fields of their own names ("figure", "people-value",
"impact-ratio"), which no kind of evidence asks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimlint.evidence.detectors.numbers import NUMBER, VALUE, find_value, number
from claimlint.evidence.matching.compiled_kinds import CompiledKind, FieldHit
from claimlint.evidence.text.unit import Unit
from claimlint.regex import regex

_PROFESSION = (
    r"(?:clerks?|people|humans?|lawyers?|attorneys?|agents|analysts?|staff|experts?|radiologists?|"
    r"transcriptionists?|accountants?|operators?|physicians?|doctors?|nurses?|reviewers?|paralegals?|"
    r"engineers?|developers?|teachers?|recruiters?|underwriters?|adjusters?|translators?|readers?|"
    r"clinicians?|pathologists?|coders?|team|panel)"
)
_PEOPLE_AFTER = regex(
    rf"(?P<value>{VALUE})\s(?:for|by|from|among|with)\s(?:the\s|our\s|a\s)?(?:[\w-]+\s){{0,3}}?"
    rf"{_PROFESSION}\b",
    re.IGNORECASE,
)
_PEOPLE_BEFORE = regex(
    rf"\b{_PROFESSION}(?:\s\(n\s?=\s?[\d,]+\))?:?\s(?:[\w-]+\s){{0,3}}?(?P<value>{VALUE})",
    re.IGNORECASE,
)
_QUANTITY = regex(
    rf"(?P<n>{NUMBER})(?:\s?(?P<sign>%|x\b|×)|[\s-](?P<unit>hours?|minutes?|days?|weeks?|percent|"
    r"per cent|times|points|seconds?)\b)",
    re.IGNORECASE,
)
_RATIO = regex(
    r"\b(?:(?:impact|selection|adverse impact) ratios?|ratio to (?:the )?\w+)\b[^;]{0,40}?"
    r"(?P<value>\d?\.\d+|1\.0+)",
    re.IGNORECASE,
)
_UNITS = {"%": "percent", "x": "times", "×": "times", "per cent": "percent"}


def quantities(text: str) -> Iterator[tuple[int, int, Decimal, str]]:
    """Yield start, end, number and unit ("hours", "percent", "times") of quantities in a text."""
    for match in _QUANTITY.finditer(text):
        value = number(match["n"])
        unit = (match["sign"] or match["unit"]).lower()
        unit = _UNITS.get(unit, unit)
        if value is not None:
            plural = unit if unit.endswith(("s", "percent")) else f"{unit}s"
            yield match.start(), match.end(), value, plural


_TURNS = regex(
    r"[^;]*?(?:→|➔|->|=>)\s*|[^;]*;\s*[^;:]*\b(?:after|with|now|today|new)\b[^;:]*:\s*",
    re.IGNORECASE,
)
_FORMER = regex(
    r"\b(?:before|without|prior|previous\w*|former\w*|baseline|manual\w*|old)\b[^;]*:\s*$",
    re.IGNORECASE,
)
_ARROW = regex(r"→|➔|->|=>")


def outcomes(text: str) -> Iterator[tuple[int, int, Decimal, str]]:
    """Yield the quantities of a text, and of two that say what was and what is, their change.

    "Before: 40 hours; After: 4 hours" gives 36 hours and 90 percent.
    """
    found = list(quantities(text))
    place = 0
    while place < len(found):
        start, end, value, unit = found[place]
        then = found[place + 1] if place + 1 < len(found) else None
        if then is None or then[3] != unit or not value or not _turns(text, found[place], then):
            yield start, end, value, unit
            place += 1
            continue
        change = abs(value - then[2])
        yield start, then[1], round(change / value * 100, 1), "percent"
        if unit != "percent":
            yield start, then[1], change, unit
        place += 2


def _turns(
    text: str, first: tuple[int, int, Decimal, str], second: tuple[int, int, Decimal, str]
) -> bool:
    between = text[first[1] : second[0]]
    if _TURNS.fullmatch(between) is None:
        return False
    return bool(_ARROW.search(between) or _FORMER.search(text[: first[0]]))


def figures_in(compiled: CompiledKind, group: Sequence[Unit]) -> Iterator[FieldHit]:
    """Yield the figures of the units that anchor evidence, for the kinds that are compared."""
    for unit in group:
        for name, start, end, value in figures_of(compiled.kind.id, unit.text):
            yield FieldHit(name, unit, start, end, value)


def figures_of(kind: str, text: str) -> Iterator[tuple[str, int, int, str | None]]:
    """Yield name, start, end and value of the figures of a text that are compared in a kind."""
    if kind == "outcome-study":
        for start, end, value, name in outcomes(text):
            yield "figure", start, end, f"{value.normalize():f} {name}"
    elif kind == "human-baseline":
        yield from _of_people(text)
    elif kind == "fairness-audit":
        for match in _RATIO.finditer(text):
            yield "impact-ratio", *match.span("value"), match["value"]


def _of_people(text: str) -> Iterator[tuple[str, int, int, str | None]]:
    for pattern in (_PEOPLE_AFTER, _PEOPLE_BEFORE):
        for match in pattern.finditer(text):
            inner = next(find_value(match["value"]), None)
            if inner is not None:
                yield "people-value", *match.span("value"), inner.value
