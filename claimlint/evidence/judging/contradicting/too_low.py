"""Tells where every measurement is worse than the claim, in a sentence that a buyer understands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from claimlint.document import Document
from claimlint.evidence.judgement import Judgement, only_promised
from claimlint.evidence.judging.figures.named_measures import of_measure
from claimlint.evidence.judging.figures.rates import RATES, Rate, claimed_rate, rates_of
from claimlint.evidence.judging.figures.subjects import (
    beside_the_point,
    share_words,
    unspoken_part,
)
from claimlint.evidence.judging.figures.table_columns import (
    in_another_column,
    items_in_its_table,
    of_one_month,
)
from claimlint.evidence.judging.figures.too_few import items_of
from claimlint.evidence.text.footnotes import marks
from claimlint.evidence.text.plain import plain
from claimlint.finding import Claim, Disclosure
from claimlint.rulebook.entries import EvidenceKind
from claimlint.terms import ACCURACY, SAMPLE_SIZE, Verdict

_ROUNDING = 0.5


def below_claim(
    claim: Claim, own: Document, shown: Sequence[Disclosure], kind: EvidenceKind
) -> Judgement | None:
    """Return the judgement that every measurement is worse than the claim, or None.

    None too where nothing comparable is claimed or measured, or where one measurement reaches it.
    What is promised was not measured. A measurement of what the claim does not speak of is not
    compared with it, nor one of a part of all that it does not name, nor a row of a table that
    counts its own items with what its document measured on others, told there or again, or with
    what was measured on the items of all rows.
    """
    claimed = claimed_rate(claim)
    if claimed is None or kind.id not in RATES:
        return None
    worst: Judgement | None = None
    counted = items_in_its_table(claim, own)
    aside = beside_the_point(claim.unit, shown)
    for item in shown:
        if kind.id == ACCURACY and not share_words(claim, item):
            continue
        if item in aside or unspoken_part(claim.unit, item):
            continue
        if only_promised(item) or (
            item.document == own.path and (counted or of_one_month(claim, own))
        ):
            continue
        rates = _apart(claim, of_measure(item, plain(claim.unit).text, claimed.words), own, kind)
        if not rates:
            continue
        top = max(rates, key=lambda rate: rate.right)
        if _reaches(top, claimed):
            return None
        reason = f"{claimed.said}, {top.words} was measured"
        if claimed.bounded or (counted and (_tells(own, top) or items_of(item) == counted)):
            continue
        worst = worst or Judgement(Verdict.CONTRADICTED, item.fields, (), item.provenance, reason)
    return worst


def _tells(own: Document, rate: Rate) -> bool:
    """Tell whether a document gives the rate, as it does beside the rows of which it is made up."""
    figure = re.compile(rf"(?<![\d.]){re.escape(f'{100 * rate.right:.4g}')}\s?%")
    return any(figure.search(passage.text) for passage in own.passages)


def _reaches(measured: Rate, claimed: Rate) -> bool:
    """Tell whether a measured rate, rounded as either is written, is at least the claimed one."""
    places = min((rate.places for rate in (measured, claimed) if rate.places), default=0)
    slack = _ROUNDING * 10.0**-places if places and not claimed.absolute else 0.0
    return measured.right + slack >= claimed.right - 1e-9


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
    rest = rates_of(replace(item, fields=others), own, kind)
    if rest or (kind.id == ACCURACY and not _counted(claim, item, own)):
        return rest
    return rates_of(replace(item, fields=fields), own, kind)


def _counted(claim: Claim, item: Disclosure, own: Document) -> bool:
    """Tell whether a claim's own figure was counted: in a table, or beside the number of items."""
    passage = own.passages[claim.passage]
    if passage.cell is not None:
        return True
    notes = {place for mark in marks(own) if mark.passage == claim.passage for place in mark.notes}
    return any(
        found.field == SAMPLE_SIZE
        and found.document == own.path
        and found.passage in {claim.passage, *notes}
        for found in item.fields
    )
