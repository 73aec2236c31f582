"""Samples and what they were drawn from: "a sample of 412 of 1,950 calls" measures nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from claimlint.evidence.detectors.numbers import NUMBER, number
from claimlint.evidence.matching.compiled_kinds import FieldHit
from claimlint.regex import regex
from claimlint.terms import SAMPLE_SIZE

_MEASURED = frozenset({"value", "rate", "metric-per-class", "metric-per-group", "metric-at-ends"})
"""Fields of a share that was reached; a share that people look at may well be a sample."""
_AT_RANDOM = r"(?:selected|chosen|chose|picked|took|taken)"
_OF_POOL = (
    rf"(?P<part>{NUMBER})(?:\s[a-z][\w-]*){{0,2}}?\s(?:out\s)?of\s(?:the\s|all\s|its\s|our\s)?"
    rf"(?P<pool>{NUMBER})"
)
_DRAWN = (
    regex(
        rf"\b(?:(?:samples?|subsets?|selections?)\s(?:of|was|were)|sampled|drew|drawn|"
        rf"(?:randomly|at random)\s{_AT_RANDOM}|{_AT_RANDOM}\s(?:randomly|at random))\s"
        rf"(?:about\s|some\s|only\s)?{_OF_POOL}",
        re.IGNORECASE,
    ),
    regex(
        rf"{_OF_POOL}\s(?:[a-z][\w-]*\s){{0,3}}?(?:(?:was|were)\s)?"
        rf"(?:sampled|drawn|(?:randomly\s){_AT_RANDOM}|{_AT_RANDOM}\s(?:randomly|at random))\b",
        re.IGNORECASE,
    ),
)
_OPENS = regex(r"\b(?:sampl|subset|selection|drew|drawn|random)", re.IGNORECASE)
"""What every text has that tells of a draw: most have none, and the patterns are long."""


def as_drawn(hits: Sequence[FieldHit]) -> list[FieldHit]:
    """Return the hits of a field in a unit without what was drawn of what as a measured share.

    The size of a pool gives way to that of the sample.
    """
    kept: list[FieldHit] = []
    for hit in hits:
        drawn = _as_drawn(hit)
        if drawn is hit:
            kept.append(hit)
        elif drawn is not None and not any(
            other.start <= drawn.start and drawn.end <= other.end for other in (*hits, *kept)
        ):
            kept.append(drawn)
    return kept


def _as_drawn(hit: FieldHit) -> FieldHit | None:
    text = hit.unit.text
    if (hit.field != SAMPLE_SIZE and hit.field not in _MEASURED) or not _OPENS.search(text):
        return hit
    for pattern in _DRAWN:
        for match in pattern.finditer(text):
            start, end = match.start("part"), match.end("pool")
            if hit.field == SAMPLE_SIZE and match.end("part") <= hit.start < end:
                size = number(match["part"])
                shown = None if size is None else f"{size:f}"
                return replace(hit, start=start, end=match.end("part"), value=shown)
            if hit.field != SAMPLE_SIZE and start <= hit.start and hit.end <= end:
                return None
    return hit
