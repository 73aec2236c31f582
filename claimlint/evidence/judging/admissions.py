"""Whether a known failure is what a claim says never happens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimlint.evidence.judgement import Judgement
from claimlint.evidence.text.plain import plain
from claimlint.finding import Claim, Disclosure, FieldFound
from claimlint.regex import regex
from claimlint.terms import Verdict

_NEVER = regex(
    r"\b(?:never|(?:does|do|will|can)\s?not|(?:does|do|wo|ca)n't)\s"
    r"(?:ever\s)?(?P<done>[^.;:!?,]+)",
    re.IGNORECASE,
)
_UNSEEN = regex(
    r"\b(?:no|not|never|none|neither|without|zero|nothing)\b(?! measured)|n't\b|\b0\s(?:of|in|%)",
    re.IGNORECASE,
)
_WORD = regex(r"[^\W\d_]{3,}")
_FORM = regex(r"(?:ations?|ions?|ing|ed|es|e|s)$")
_SMALL = frozenset(
    "and any are for from has its one our single that the their this was with your".split()
)


def admitted(claim: Claim, shown: Sequence[Disclosure], kind: str) -> Judgement | None:
    """Return the judgement that the papers list as a failure what a claim denies, or None.

    "Never invents a citation" is denied by "Invents a citation (3 of 220)": by the verb, and by a
    word of what it acts on where the claim names that.
    """
    said = _NEVER.search(plain(claim.unit).text) if kind == "failure-modes" else None
    if said is None:
        return None
    verb, *things = (*_forms(said["done"]), "")
    for item in shown:
        for found in item.fields:
            told = set(_forms(_told(found)))
            if verb in told and (things == [""] or not told.isdisjoint(things)):
                reason = f'what is never to happen is a known failure: "{_told(found)}"'
                return Judgement(Verdict.CONTRADICTED, item.fields, (), item.provenance, reason)
    return None


def _told(found: FieldFound) -> str:
    """Return the part of a sentence or row that names a failure; nothing where it was not seen."""
    if found.field not in ("mode", "fabrication") or _UNSEEN.search(found.unit):
        return ""
    parts = re.split(r"[;]|(?<=\w):\s", found.unit)
    return next((part.strip() for part in parts if found.text in part), "")


def _forms(text: str) -> Iterator[str]:
    """Yield the words of a text without their endings: "invents" and "invented" are one."""
    for word in _WORD.findall(text.lower()):
        if word not in _SMALL:
            yield _FORM.sub("", word)
