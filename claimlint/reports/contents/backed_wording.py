"""What the evidence found lets a vendor say: the category's wording with figures filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType

from claimlint.amounts import shortened
from claimlint.document import file_name
from claimlint.finding import Assessment, FieldFound, Finding
from claimlint.reports.safe_text import safe
from claimlint.terms import ACCURACY, AVAILABILITY, BOUNDARY, OVERSIGHT, SAMPLE_SIZE, Verdict

_GOOD = (Verdict.BACKED, Verdict.PARTLY_BACKED, Verdict.CONTRADICTED)
BRACKET = re.compile(r"\[[^\]]*\]")
_END = re.compile(r"(?<=[;.])\s+")
_NUMBER = re.compile(r"\d*\.\d+|[01]")
_BY = re.compile(r"^\w+ed by ", re.IGNORECASE)
_SPAN = re.compile(r"\d[\d.]*\s?%?\s?(?:–|-|to|and)\s?\d[\d.]*\s?%")
_SHARES = frozenset({"value", "rate", "uptime", "interval", "share", "metric-per-group"})
# What stands as it is found in running text; other words are cut from a sentence and need it.
_EXACT = frozenset(
    {"metric", "value", SAMPLE_SIZE, "interval", "version", "date", "evaluator", "uptime",
     "rate", "period", "window", "scheme", "auditor", "data-period"}
)  # fmt: skip
_SPANS = ("period", "data-period", "window")
_LONGEST, _QUOTES, _LEAST_WORDS = 260, 2, 6

Place = tuple[str, str] | None
# For each bracket of a category's wording the field that fills it, in the order of the brackets.
PLACES: MappingProxyType[str, tuple[Place, ...]] = MappingProxyType(
    {
        "accuracy-reliability": (
            (ACCURACY, "metric"), (ACCURACY, "value"), (ACCURACY, "interval"),
            (ACCURACY, SAMPLE_SIZE), (ACCURACY, "task"), (ACCURACY, "version"),
            (ACCURACY, "evaluator"), None,
        ),
        "autonomy": (
            (BOUNDARY, "period"), (BOUNDARY, "rate"), None, None, None, (BOUNDARY, "exceptions"),
            (BOUNDARY, "limits"),
        ),
        "continuous-operation": (
            (AVAILABILITY, "uptime"), (AVAILABILITY, "human-hours"), (AVAILABILITY, "fallback"),
        ),
        "independent-decision": (
            ("decision-accountability", "decision-types"), (OVERSIGHT, "who"),
            (OVERSIGHT, "escalation"),
        ),
        "human-replacement": (
            ("intended-use", "intended"), ("intended-use", "excluded"), None, None, None, None,
        ),
        "oversight-reduction": ((OVERSIGHT, "what"), None, None),
        "safety-compliance/bias": (
            ("fairness-audit", "data-period"), ("fairness-audit", "auditor"),
            ("fairness-audit", "metric-per-group"),
        ),
        "safety-compliance/security": (
            ("security-assurance", "scheme"), ("security-assurance", "scope"),
            ("security-assurance", "validity"), ("security-assurance", "auditor"),
        ),
        "universality": (("intended-use", "supported"), ("intended-use", "needs")),
    }
)  # fmt: skip


def sayable(finding: Finding) -> str:
    """Return what can be said today: the parts of the category's wording that evidence fills.

    Empty where the first part, which carries the figure, cannot be filled as a whole.
    """
    raw, filled = _parts(finding)
    if not filled or filled[0] == raw[0] or BRACKET.search(filled[0]):
        return ""
    whole = " ".join(part for part in filled if not BRACKET.search(part)).rstrip(";, ")
    return whole[:1].upper() + whole[1:] + ("" if whole.endswith(".") else ".")


def form_of(finding: Finding) -> str:
    """Return the category's wording as far as it is filled, "" where nothing is left open."""
    text = " ".join(_parts(finding)[1])
    return text if BRACKET.search(text) else ""


def shown_by(finding: Finding) -> tuple[tuple[str, str], ...]:
    """Return sentences of the evidence that carry figures, each with where it stands."""
    found: dict[str, str] = {}
    for item in finding.required:
        if item.verdict in _GOOD:
            for each in _telling(item):
                shown = shortened(safe(each.unit), _LONGEST)
                found.setdefault(shown, safe(f"{file_name(each.document)}, {each.location.label}"))
    return tuple(found.items())[:_QUOTES]


def _parts(finding: Finding) -> tuple[list[str], list[str]]:
    """Return the sentences and clauses of the category's wording, as they stand and filled in."""
    raw = _END.split(" ".join(finding.rewrite.split()))
    aspect = f"/{finding.claim.aspect}" if finding.claim.aspect else ""
    places = PLACES.get(f"{finding.claim.category}{aspect}", ())
    if len(places) != sum(len(BRACKET.findall(part)) for part in raw):
        return raw, raw
    turn = iter(places)

    def fill(match: re.Match[str]) -> str:
        place = next(turn)
        value = _value(finding, *place) if place is not None else None
        return match[0] if value is None else value

    filled = [BRACKET.sub(fill, part) for part in raw]
    return raw, [part.replace("% %", "%") for part in filled]


def _value(finding: Finding, kind: str, field: str) -> str | None:
    item = next((each for each in finding.evidence if each.kind == kind), None)
    if item is None or item.verdict not in _GOOD:
        return None
    fitting = [each for each in item.found if each.field == field]
    exact = [each for each in fitting if each.passage is None or field in _EXACT]
    if field in _SPANS:
        exact.sort(key=lambda each: -len(each.text))
    return next((words for each in exact if (words := _words(each))), None)


def _words(found: FieldFound) -> str:
    """Return a field as it reads in a sentence, "" where its words alone do not."""
    text = safe(found.text)
    if found.field in _SHARES and found.passage is None:
        parts = [_share(part) for part in (found.value or text).split(" to ")]
        if all(part is not None for part in parts):
            return f"{' to '.join(str(part) for part in parts)} %"
    if found.field == "interval":
        span = _SPAN.search(text) or _SPAN.search(safe(found.unit))
        return span[0] if span else ""
    if found.field == SAMPLE_SIZE and found.value:
        return f"{float(found.value):,.0f}"
    if found.field == "evaluator":
        return _BY.sub("", text)  # "scored by" stands in the wording
    if found.field == "version" and text[:1].isdigit():
        return f"version {text}"
    # The brackets of a filled-in text would look like open ones.
    return text.replace("[", "(").replace("]", ")")


def _share(text: str) -> str | None:
    if not _NUMBER.fullmatch(text.strip()):
        return None
    return f"{float(text) * 100:.4g}"


def _telling(item: Assessment) -> Iterator[FieldFound]:
    """Yield the fields whose sentence tells most: those with a figure first."""
    with_unit = [each for each in item.found if len(each.unit.split()) >= _LEAST_WORDS]
    yield from sorted(with_unit, key=lambda each: not any(char.isdigit() for char in each.unit))
