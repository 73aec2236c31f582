"""Names for claims that last: the same words give the same name wherever they move."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from claimlint.finding import Claim

_VERSION = "1"
_DIGITS = 16


def fingerprints(claims: Sequence[Claim]) -> tuple[tuple[str, str], ...]:
    """Return fingerprint and group of each claim of one document, in the order given.

    Both are made of the category and the reading form of the unit, behind what it completes
    ("Certified" in two rows of a table are two claims). The fingerprint also counts
    equal units from the top of the document, so that each claim has its own; the group is shared by
    the same words in a deck, its export and a web page.
    """
    seen: Counter[str] = Counter()
    found: list[tuple[str, str]] = []
    for claim in claims:
        group = _named(claim.category, _reading(claim))
        found.append((_named(claim.category, _reading(claim), str(seen[group])), group))
        seen[group] += 1
    return tuple(found)


def _reading(claim: Claim) -> str:
    said = claim.reading or claim.unit
    return " ".join(f"{claim.lead} {said}".lower().split())


def _named(*parts: str) -> str:
    digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
    return f"{_VERSION}:{digest[:_DIGITS]}"
