"""Whether enough items were judged to carry the rate that is claimed, and how many it takes."""

from __future__ import annotations

from msgspec import Struct

from claimlint.document import Document
from claimlint.evidence.arithmetic import items_needed, number_in, percent, upper_bound, wilson
from claimlint.evidence.judging.figures.rates import Rate, claimed_rate, rates_of
from claimlint.finding import Claim, Disclosure
from claimlint.rulebook.entries import EvidenceKind
from claimlint.terms import ACCURACY, AVAILABILITY, SAMPLE_SIZE

_TOO_WIDE = 0.05
_HOURS = 365 * 24


class Sample(Struct, frozen=True):
    """How many items evidence says were judged, and the best rate that it shows, if any."""

    items: int
    top: Rate | None


def sample_of(item: Disclosure, own: Document, kind: EvidenceKind) -> Sample | None:
    """Return what evidence of accuracy was measured on; None where it does not count its items."""
    n = items_of(item) if kind.id == ACCURACY else None
    if n is None:
        return None
    return Sample(n, max(rates_of(item, own, kind), key=lambda rate: rate.right, default=None))


def too_few(claimed: Rate | None, sample: Sample | None) -> str | None:
    """Return why the number of judged items cannot carry the claimed rate, or None."""
    if claimed is None or sample is None:
        return None
    n, top = sample.items, sample.top
    error = 1 - claimed.right
    if claimed.absolute and top is not None and top.right < 1:
        return f"{claimed.said}, {top.words} was measured"
    if claimed.absolute or error <= 0:
        return (
            f"{n:,} items without an error would still allow an error rate of "
            f"{percent(upper_bound(n))}; no number of items shows that it never errs"
        )
    if error < 1 and n < items_needed(error):
        return f"an error rate of {percent(error)} takes {items_needed(error):,} items, not {n:,}"
    low, high = wilson(claimed.right if top is None else top.right, n)
    if claimed.right - low > _TOO_WIDE:
        return f"on {n:,} items the rate may lie anywhere from {percent(low)} to {percent(high)}"
    return None


def hours_down(item: Disclosure, own: Document, kind: EvidenceKind) -> str | None:
    """Return how many hours a year an uptime leaves without the system, None if it leaves none."""
    if kind.id != AVAILABILITY:
        return None
    top = max(rates_of(item, own, kind), key=lambda rate: rate.right, default=None)
    if top is None or top.right >= 1:
        return None
    hours = (1 - top.right) * _HOURS
    return f"an uptime of {top.words} leaves about {hours:,.0f} hours a year without it"


def needed(claim: Claim) -> str | None:
    """Return how many error-free items the claimed rate would take, in words, or None."""
    claimed = claimed_rate(claim)
    if claimed is None or claimed.right < 0.9 or (claimed.absolute and claimed.bounded):
        return None
    error = 1 - claimed.right
    if claimed.absolute or error <= 1e-9:
        return "no number of items can show that something never errs"
    return (
        f"it takes at least {items_needed(error):,} judged items without an error "
        f"to bound the error rate at {percent(error)}"
    )


def items_of(item: Disclosure) -> int | None:
    """Return the largest number of judged items that evidence states, or None.

    One beside a value, as in its row of a table, goes before all others.
    """
    valued = {found.unit for found in item.fields if found.field == "value"}
    sized = (found for found in item.fields if found.field == SAMPLE_SIZE)
    sizes = ((found.unit in valued, int(number_in(found) or 0)) for found in sized)
    return max((each for each in sizes if each[1]), default=(False, None))[1]
