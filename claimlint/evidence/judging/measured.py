"""Compares what is claimed with what was measured, in sentences that a buyer understands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from claimlint.document import Document
from claimlint.evidence.arithmetic import end_to_end, items_needed, percent, upper_bound, wilson
from claimlint.evidence.detectors.numbers import NUMBER, PERCENT, find_value, number
from claimlint.evidence.judgement import Judgement
from claimlint.evidence.judging.named_measures import of_measure
from claimlint.evidence.judging.rates import Rate, claimed_rate, measured_rates
from claimlint.evidence.judging.subjects import share_words
from claimlint.evidence.judging.table_columns import in_another_column, items_in_its_table
from claimlint.evidence.text.footnotes import marks
from claimlint.finding import Claim, Disclosure
from claimlint.regex import regex
from claimlint.rulebook.entries import EvidenceKind
from claimlint.terms import Verdict

_ACCURACY = "accuracy-evaluation"
FIELDS = {
    _ACCURACY: "value",
    "availability-record": "uptime",
    "autonomy-boundary": "rate",
}
_PER_STEP = regex(
    rf"{PERCENT}(?:\s[\w-]+){{0,4}}?\s(?:per|(?:at|on|in) (?:each|every)) (?:step|action|stage)"
    rf"|\b(?:each|every|per) (?:step|action|stage)(?:\s[\w-]+){{0,5}}?\s{PERCENT}",
    re.IGNORECASE,
)
_STEP = regex(r" (?:step|action|stage)", re.IGNORECASE)
"""What stands in both: most texts hold none."""
_STEPS = regex(rf"(?P<n>{NUMBER})[\s-](?:or more\s)?(?:steps?|actions|stages)\b", re.IGNORECASE)
_USUAL_STEPS = 10
_MOST_STEPS = 10_000
_DEFAULT_ITEMS = ("sample-size",)
_TOO_WIDE = 0.05
_ROUNDING = 0.5


def below_claim(
    claim: Claim, own: Document, shown: Sequence[Disclosure], kind: EvidenceKind
) -> Judgement | None:
    """Return the judgement that every measurement is worse than the claim, or None.

    None too where nothing comparable is claimed or measured, or where one measurement reaches it.
    A measurement of what the claim does not speak of is not compared with it, nor a row of a table
    that counts its own items with what its document measured on others, told there or again, or
    with what was measured on the items of all rows.
    """
    claimed = claimed_rate(claim)
    if claimed is None or kind.id not in FIELDS:
        return None
    worst: Judgement | None = None
    counted = items_in_its_table(claim, own)
    for item in shown:
        if kind.id == _ACCURACY and not share_words(claim, item):
            continue
        if item.document == own.path and counted:
            continue
        rates = _apart(claim, of_measure(item, claim.unit), own, kind)
        if not rates:
            continue
        top = max(rates, key=lambda rate: rate.right)
        if reaches(top, claimed):
            return None
        reason = f"{_said(claimed)}, {top.words} was measured"
        if claimed.bounded or (counted and (_tells(own, top) or items_of(item) == counted)):
            continue
        worst = worst or Judgement(Verdict.CONTRADICTED, item.fields, (), item.provenance, reason)
    return worst


def _tells(own: Document, rate: Rate) -> bool:
    """Tell whether a document gives the rate, as it does beside the rows of which it is made up."""
    figure = re.compile(rf"(?<![\d.]){re.escape(f'{100 * rate.right:.4g}')}\s?%")
    return any(figure.search(passage.text) for passage in own.passages)


def reaches(measured: Rate, claimed: Rate) -> bool:
    """Tell whether a measured rate, rounded as either is written, is at least the claimed one."""
    places = min((rate.places for rate in (measured, claimed) if rate.places), default=0)
    slack = _ROUNDING * 10.0**-places if places and not claimed.absolute else 0.0
    return measured.right + slack >= claimed.right - 1e-9


class Sample(Struct, frozen=True):
    """How many items evidence says were judged, and the best rate that it shows, if any."""

    items: int
    top: Rate | None


def sample_of(item: Disclosure, own: Document, kind: EvidenceKind) -> Sample | None:
    """Return what evidence of accuracy was measured on; None where it does not count its items."""
    n = items_of(item) if kind.id == _ACCURACY else None
    if n is None:
        return None
    return Sample(n, max(_rates(item, own, kind), key=lambda rate: rate.right, default=None))


def too_few(claimed: Rate | None, sample: Sample | None) -> str | None:
    """Return why the number of judged items cannot carry the claimed rate, or None."""
    if claimed is None or sample is None:
        return None
    n, top = sample.items, sample.top
    error = 1 - claimed.right
    if claimed.absolute and top is not None and top.right < 1:
        return f"{_said(claimed)}, {top.words} was measured"
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


def compounded(texts: Sequence[str]) -> str | None:
    """Return what a rate per step comes to over several steps, in words, or None."""
    for text in texts:
        match = _PER_STEP.search(text) if _STEP.search(text) else None
        value = next(find_value(match.group()), None) if match else None
        if value is None or value.value is None:
            continue
        steps = _STEPS.search(text)
        count = int(number(steps["n"]) or _USUAL_STEPS) if steps else _USUAL_STEPS
        share = end_to_end(float(value.value), min(count, _MOST_STEPS))
        each = percent(float(value.value))
        return f"{each} per step is {percent(share)} over {count} steps"
    return None


def items_of(item: Disclosure) -> int | None:
    """Return the largest number of judged items that evidence states, or None."""
    sizes = []
    for found in item.fields:
        if found.field in _DEFAULT_ITEMS and found.value:
            try:
                sizes.append(int(float(found.value)))
            except ValueError:
                continue
    return max((size for size in sizes if size > 0), default=None)


def _rates(item: Disclosure, own: Document, kind: EvidenceKind) -> tuple[Rate, ...]:
    passages = own.passages if item.document == own.path else ()
    return measured_rates(item, FIELDS[kind.id], passages)


def _apart(claim: Claim, item: Disclosure, own: Document, kind: EvidenceKind) -> tuple[Rate, ...]:
    """Return the measured rates without that of the claim itself, where there are others.

    Those of other columns of its table are never among them. A bare claim is no measurement of
    itself: its own figure counts where the number of judged items stands beside it.
    """
    fields = tuple(found for found in item.fields if not in_another_column(claim, found, own))
    others = tuple(
        found
        for found in fields
        if found.document != own.path
        or found.passage != claim.passage
        or found.text not in claim.text
    )
    rest = _rates(replace(item, fields=others), own, kind)
    if rest or (kind.id == _ACCURACY and not _counted(claim, item, own)):
        return rest
    return _rates(replace(item, fields=fields), own, kind)


def _counted(claim: Claim, item: Disclosure, own: Document) -> bool:
    """Tell whether a claim's own figure was counted: in a table, or beside the number of items."""
    passage = own.passages[claim.passage]
    if passage.cell is not None:
        return True
    notes = {place for mark in marks(own) if mark.passage == claim.passage for place in mark.notes}
    return any(
        found.field in _DEFAULT_ITEMS
        and found.document == own.path
        and found.passage in {claim.passage, *notes}
        for found in item.fields
    )


def _said(claimed: Rate) -> str:
    return f'the claim says "{claimed.words}"'
