"""What tells a claim again in the next version of a document, and in its exports."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence

from claimlint.finding import Claim

_DIGITS = 16


def fingerprints(claims: Sequence[Claim]) -> Iterator[tuple[str, str]]:
    """Yield fingerprint and group of each claim of one document, in order.

    Both rest on the category and the reading form of the unit; the fingerprint adds the ordinal
    among equal units, so that it stays when pages move. The group joins the same claim across
    deck, PDF export and landing page.
    """
    seen: Counter[str] = Counter()
    for claim in claims:
        group = _digest(f"{claim.category}\n{claim.reading}")
        seen[group] += 1
        yield _digest(f"{claim.category}\n{claim.reading}\n{seen[group]}"), group


def _digest(text: str) -> str:
    return f"1:{hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]}"
