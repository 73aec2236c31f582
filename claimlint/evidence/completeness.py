"""How much of what evidence must show is there."""

from __future__ import annotations

from collections.abc import Collection

from claimlint.rulebook.entries import EvidenceKind
from claimlint.terms import Verdict


def filled(kind: EvidenceKind, present: Collection[str]) -> frozenset[str]:
    """Return the fields of a kind that are `present`, or for which another one stands in."""
    own = set(present)
    own |= {entry.id for entry in kind.fields if entry.instead in own}
    return frozenset(own)


def missing(kind: EvidenceKind, present: Collection[str]) -> tuple[str, ...]:
    """Return the fields that a kind must show and `present` ones do not fill, kernel first."""
    have = filled(kind, present)
    must = (*kind.kernel, *kind.rest)
    return tuple(entry.id for entry in must if entry.id not in have)


def completeness(kind: EvidenceKind, present: Collection[str]) -> Verdict:
    """Return how far the fields reach: backed, partly backed, asserted or bare.

    Partly backed takes the whole kernel and half of the rest, rounded up; fields that belong
    `together` are one of it. The whole kernel with less than that is asserted; without the kernel
    there is nothing.
    """
    lacking = set(missing(kind, present))
    if any(entry.id in lacking for entry in kind.kernel):
        return Verdict.BARE
    rest = {entry.together or entry.id for entry in kind.rest}
    short = {entry.together or entry.id for entry in kind.rest if entry.id in lacking}
    if not short:
        return Verdict.BACKED
    return Verdict.PARTLY_BACKED if len(short) * 2 <= len(rest) else Verdict.ASSERTED
