"""A measured accuracy per hundred items: right, wrong, abstained, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimlint.document import Document
from claimlint.evidence.arithmetic import wilson
from claimlint.evidence.detectors.numbers import find_value
from claimlint.evidence.judging.figures.named_measures import of_items
from claimlint.evidence.judging.figures.rates import measured_rates
from claimlint.evidence.judging.figures.table_columns import of_its_version
from claimlint.evidence.judging.figures.too_few import items_of
from claimlint.evidence.text.plain import plain
from claimlint.finding import Disclosure
from claimlint.regex import regex
from claimlint.values.statement import Serving

_NUMBER = r"\d{1,3}(?:\.\d+)?"
_BOUNDS = regex(rf"({_NUMBER})\s?%?\s?(?:–|-|to)\s?({_NUMBER})\s?(%?)")
_CONFIDENCE = regex(r"\b95\s?%\s?(?:CI\b|confidence(?: interval)?|interval)", re.IGNORECASE)


def serving(item: Disclosure, papers: Sequence[Document]) -> Serving | None:
    """Return what a disclosure of accuracy measured, or None where it holds no share.

    The vendor's own interval is taken where it holds the value, else the one that follows from the
    number of judged items; not for a share (recall) of some of them, of which nobody says how many.
    """
    own = next((paper for paper in papers if paper.path == item.document), None)
    item = item if own is None else of_its_version(item, own)
    passages = () if own is None else own.passages
    item, measures = of_items(item)
    rights = sorted(rate.right for rate in measured_rates(item, "value", passages))
    if not rights:
        return None
    n, right = items_of(item), rights[0]
    said = next((pair for pair in _intervals(item) if pair[0] <= right <= pair[1]), None)
    several = len(rights) > 1 and rights[-1] > right
    base = None if several or measures else n
    bounds = said or (None if base is None else wilson(right, base))
    return Serving(
        right=right,
        best=rights[-1] if several else None,
        abstained=_abstained(item),
        low=bounds[0] if bounds else None,
        high=bounds[1] if bounds else None,
        computed=bounds is not None and said is None,
        n=n,
        parts=tuple(_parts(item)),
        measures=measures,
    )


def _intervals(item: Disclosure) -> Iterator[tuple[float, float]]:
    for found in item.fields:
        if found.field != "interval":
            continue
        words = _CONFIDENCE.sub(" ", plain(f"{found.text} {found.value or ''} {found.unit}").text)
        for match in _BOUNDS.finditer(words):
            low, high = float(match[1]), float(match[2])
            scale = 100 if match[3] or high > 1 else 1
            yield low / scale, high / scale


def _abstained(item: Disclosure) -> float | None:
    for found in item.fields:
        if found.field != "abstention":
            continue
        for hit in find_value(plain(f"{found.text} {found.unit}").text):
            if hit.value is not None and 0 <= float(hit.value) < 1:
                return float(hit.value)
    return None


def _parts(item: Disclosure) -> Iterator[tuple[str, float]]:
    for found in item.fields:
        if found.field == "part" and found.value is not None and 0 <= float(found.value) <= 1:
            yield found.text, float(found.value)
