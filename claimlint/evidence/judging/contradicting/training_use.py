"""Whether papers tell that customers' data trains models where a claim says that it never does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimlint.evidence.judgement import Judgement
from claimlint.evidence.text.plain import plain
from claimlint.finding import Claim, FieldFound
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
_FROM_USE = regex(
    r"\b(?:conversations?|chats?|calls?|prompts?|inputs?|uploads?|transcripts?|interactions?|"
    r"submissions?|corrections?)\b",
    re.IGNORECASE,
)
"""What a product only has from those who use it."""
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


def trains_after_all(
    claim: Claim, told: Sequence[tuple[tuple[FieldFound, ...], str | None]], kind: str
) -> Judgement | None:
    """Return the judgement that customers' data trains models though a claim denies it, or None.

    `told` are fields that stand together, with who says so. A use until the customer objects
    contradicts "never", one that the customer has to allow does not.
    """
    said = plain(claim.unit).text
    denies = claim.category is Category.SAFETY_COMPLIANCE and _NEVER.search(said)
    if kind != "data-provenance" or not denies or not _THEIRS.search(said):
        return None
    for fields, provenance in told:
        for words in (found.unit for found in fields if found.field == "customer-data"):
            theirs = _THEIRS.search(words) or _FROM_USE.search(words)
            if theirs and _USED.search(words) and not _UNASKED.search(words):
                reason = f'customers\' data is used after all: "{words.strip().rstrip(".")}"'
                return Judgement(Verdict.CONTRADICTED, fields, (), provenance, reason)
    return None
