"""Whether an audit was of one day where the claim speaks of months, or is only to come."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimlint.evidence.judgement import Judgement
from claimlint.evidence.text.plain import plain
from claimlint.finding import Claim, Disclosure, FieldFound
from claimlint.regex import regex
from claimlint.terms import SECURITY, Verdict

_OVER_MONTHS = regex(
    r"\bSOC\s?[12]\W{0,3}Type\s?(?:II|2)\b|\bType\s?(?:II|2)\W{0,3}SOC\s?[12]\b", re.IGNORECASE
)
_OF_AUDITS = frozenset({"scheme", "scope", "validity"})
_TYPE = regex(r"\bType\s?(?P<type>III?|I|1|2)\b", re.IGNORECASE)
_TO_COME = regex(
    r"\b(?:planned|scheduled|will|next|expected|in progress|under\s?way|begins?|starts?|working "
    r"towards?|pursuing|aims?|target\w*)\b",
    re.IGNORECASE,
)
_SCHEME = regex(
    r"\b(?P<name>SOC\s?[123]|ISO(?:\s?/\s?IEC)?\s?\d{4,5}|PCI[\s-]DSS|HITRUST|FedRAMP|TISAX|"
    r"Cyber\sEssentials)(?::\d{4})?",
    re.IGNORECASE,
)
_PENDING = regex(
    r"\b(?:in progress|under\s?way|planned|scheduled|expected|pending|not yet|working towards?|"
    r"pursuing|applied for|preparing for)\b",
    re.IGNORECASE,
)
_AGAIN = regex(
    r"\b(?:surveillance|renew\w*|re-?certif\w*|re-?audit\w*|annual|next)\b", re.IGNORECASE
)
"""What comes where the audit has been made before."""
_YEAR = regex(r"\b20\d\d\b")


def of_one_day(claim: Claim, shown: Sequence[Disclosure], kind: str) -> Judgement | None:
    """Return the judgement that a claim names an audit of months, and those shown are of one day.

    None where one of months (Type II) is shown; one that is to come shows nothing.
    """
    named = plain(claim.whole).text
    claimed = _OVER_MONTHS.search(named) if kind == SECURITY else None
    if claimed is None:
        return None
    typed = [(item, types) for item in shown if (types := _types(item))]
    if not typed or any(types & {"II", "2"} for _, types in typed):
        return None
    lesser, _ = typed[0]
    reason = f'the claim says "{claimed[0]}", the audit was of Type I: of one day, not of months'
    return Judgement(Verdict.CONTRADICTED, lesser.fields, (), lesser.provenance, reason)


def _types(item: Disclosure) -> frozenset[str]:
    """Return the types of audit that evidence shows, as they are written."""
    told = {found.unit for found in item.fields if found.field in _OF_AUDITS}
    held = (unit for unit in told if not _TO_COME.search(unit))
    return frozenset(match["type"].upper() for unit in held for match in _TYPE.finditer(unit))


def yet_to_come(
    claim: Claim, told: Sequence[tuple[tuple[FieldFound, ...], str | None]], kind: str
) -> Judgement | None:
    """Return the judgement that an audit which a claim names is only to come, or None.

    `told` are fields that stand together, with who says so. None where some paper shows it with a
    year: an audit to come may be the next.
    """
    said = plain(claim.whole).text
    claimed = frozenset(_schemes(said)) if kind == SECURITY and not _PENDING.search(said) else ()
    if not claimed:
        return None
    units = {found.unit for fields, _ in told for found in fields}
    claimed -= {name for unit in units if _is_shown(unit) for name in _schemes(unit)}
    for fields, provenance in told:
        for unit in (found.unit for found in fields):
            named = frozenset(_schemes(unit))
            if len(named) == 1 and named <= claimed and _to_come(unit):
                reason = f'the audit is only to come: "{unit.strip().rstrip(".")}"'
                return Judgement(Verdict.CONTRADICTED, fields, (), provenance, reason)
    return None


def _schemes(text: str) -> Iterator[str]:
    for match in _SCHEME.finditer(text):
        yield "".join(match["name"].lower().replace("/iec", "").replace("/ iec", "").split())


def _to_come(unit: str) -> bool:
    return bool(_PENDING.search(unit)) and not _AGAIN.search(unit)


def _is_shown(unit: str) -> bool:
    """Tell whether words show an audit with its year, and none that is to come."""
    return not _to_come(unit) and bool(_YEAR.search(_SCHEME.sub(" ", unit)))
