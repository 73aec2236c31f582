"""Whether papers tell that customers' data trains models where a claim says that it never does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimlint.evidence.judgement import Judgement
from claimlint.evidence.text.plain import plain
from claimlint.finding import Claim, Disclosure
from claimlint.regex import regex
from claimlint.terms import Category, Verdict

_TRAIN = (
    r"(?:(?:(?:re-?)?train|fine-?tun)\w*"
    r"|(?:improv|refin|develop|teach)\w*\b[^.;]{0,30}\b(?:models?|algorithms?|AI)\b)"
)
_NEVER = regex(
    rf"(?:\b(?:never|not|no|nobody|nothing|none|without|zero)|n't)\b[^.;]{{0,60}}\b{_TRAIN}",
    re.IGNORECASE,
)
_THEIRS = regex(r"\b(?:your?s?|customers?|clients?|users?|tenants?)\b", re.IGNORECASE)
_USED = regex(
    r"\b(?:is|are|may be|will be|can be)\s(?:\w+\s)?(?:used|fed|taken|added)\b"
    rf"[^.;]{{0,40}}\b{_TRAIN}"
    rf"|\bwe\s(?:may\s|also\s|do\s)?(?:use|take)\b[^.;]{{0,60}}\b{_TRAIN}"
    rf"|\b(?:trained|fine-?tuned|tuned)\s(?:\w+\s){{0,3}}?(?:on|with|from)\b",
    re.IGNORECASE,
)
_UNASKED = regex(
    r"\b(?:not|never|no|none|nor|neither|without|only (?:if|where|when|with|after)|opt(?:s|ed)? in|"
    r"opt-in|consents?|agree[sd]?|permission|public\w*|synthetic|licen[sc]ed|purchased|bought)\b|n't\b",
    re.IGNORECASE,
)
"""What makes of a use one with leave, or of other data."""


def trains_after_all(claim: Claim, shown: Sequence[Disclosure], kind: str) -> Judgement | None:
    """Return the judgement that customers' data trains models though a claim denies it, or None.

    A use until the customer objects contradicts "never", one that the customer has to allow does
    not.
    """
    said = plain(claim.unit).text
    denies = claim.category is Category.SAFETY_COMPLIANCE and _NEVER.search(said)
    if kind != "data-provenance" or not denies or not _THEIRS.search(said):
        return None
    for item in shown:
        for found in item.fields:
            told = found.unit
            used = found.field == "customer-data" and _USED.search(told)
            if used and _THEIRS.search(told) and not _UNASKED.search(told):
                reason = f'customers\' data is used after all: "{told.strip().rstrip(".")}"'
                return Judgement(Verdict.CONTRADICTED, item.fields, (), item.provenance, reason)
    return None
