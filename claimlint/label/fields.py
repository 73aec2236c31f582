"""Turns the fields that evidence filled into the values of a line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from claimlint.evidence.arithmetic import percent
from claimlint.evidence.judging.weighing.age import EXPIRES
from claimlint.finding import Assessment, FieldFound
from claimlint.label.layout import LineSpec
from claimlint.label.model import Value
from claimlint.reports.safe_text import safe
from claimlint.terms import FAILURES, OVERSIGHT, SAMPLE_SIZE

_AS_FOUND = frozenset({"date", "evaluator", "interval", SAMPLE_SIZE, "validity", "version"})
_SHARES = frozenset({"uptime", "rate", "override-rate", "metric-per-group", "metric-per-class"})
_FORMAT = re.compile(
    r"\b(?:format\w*|layout|blank page|merge[sd]?|merged|scan holds|file type|encod\w+|corrupt\w*|"
    r"rotated|column\w*|template|bad-format)\b",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"\b(?:rights?|safety|patients?|applicants?|candidates?|medical|health|injur\w+|credit "
    r"decision\w*|tenan\w+|benefits?|employees?)\b",
    re.IGNORECASE,
)
_HIGH = re.compile(
    r"\b(?:high[- ]stakes?|high[- ]risk|above|over|more than|exceed\w*|payments?|critical|legal|"
    r"irreversib\w+|final)\b",
    re.IGNORECASE,
)


def values(spec: LineSpec, shown: Assessment) -> tuple[Value, ...]:
    """Return what fills a line, each wording once, in the order of the papers."""
    wanted = _chooser(spec)
    found = [item for item in shown.found if item.field in spec.fields and wanted(item, shown)]
    return _once(Value.of(_words(item), item) for item in found)


def _chooser(spec: LineSpec) -> Callable[[FieldFound, Assessment], bool]:
    if spec.kind == FAILURES and spec.fields == ("unclear-input",):
        formatted = spec.name.startswith("Badly")
        return lambda item, _: bool(_FORMAT.search(f"{item.text} {item.unit}")) is formatted
    if spec.kind == OVERSIGHT:
        wanted = spec.name.split()[0].lower()
        return lambda item, shown: _stakes(item, shown.found) == wanted
    if spec.fields == ("validity",):
        return _holds_until
    return lambda _item, _shown: True


def _holds_until(item: FieldFound, shown: Assessment) -> bool:
    """Tell whether a date is that of an expiry or, where there is none, stands beside a scheme."""
    dated = {each.unit for each in shown.found if each.field == "validity"}
    ends = {unit for unit in dated if EXPIRES.search(unit)}
    if ends:
        return item.unit in ends and any(map(str.isdecimal, item.text))
    told = {each.unit for each in shown.found if each.field == "scheme"}
    return item.unit in told or told.isdisjoint(dated)


def _stakes(item: FieldFound, found: Sequence[FieldFound]) -> str:
    """Return whether an item of oversight is about low stakes, high ones, or people's rights.

    The vendor's own word counts; else the words of the item, low where none says more.
    """
    said = [each for each in found if each.field == "stakes" and each.unit == item.unit]
    if said:
        return said[0].value or "low"
    words = item.unit or item.text
    if _RIGHTS.search(words):
        return "rights"
    return "high" if _HIGH.search(words) else "low"


def _words(item: FieldFound) -> str:
    if item.field in _AS_FOUND:
        return _grouped(safe(item.text))
    if item.unit:
        return safe(item.unit)
    return _as_share(item) or safe(item.text)


def _grouped(text: str) -> str:
    """Return a bare number of a dossier with its thousands apart: "3120" as "3,120"."""
    return f"{int(text):,}" if text.isdecimal() and text.isascii() and len(text) < 12 else text


def _as_share(item: FieldFound) -> str | None:
    """Return a bare share of a dossier as people write it ("0.9931" as "99.31 %")."""
    if item.field not in _SHARES:
        return None
    try:
        share = float(item.text)
    except ValueError:
        return None
    return percent(share) if 0 <= share <= 1 else None


def _once(found: Iterator[Value]) -> tuple[Value, ...]:
    seen: dict[str, Value] = {}
    for value in found:
        seen.setdefault(value.text.casefold(), value)
    return tuple(seen.values())
