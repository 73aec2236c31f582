"""Whether an audit looked at one day where the claim speaks of months."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimlint.evidence.judgement import Judgement
from claimlint.evidence.text.plain import plain
from claimlint.finding import Claim, Disclosure
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
