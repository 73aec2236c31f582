"""Which product and version evidence speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.evidence.lenses import FieldHit
from claimlint.evidence.unit import Unit
from claimlint.regex import regex

_BEFORE = regex(
    r"(?P<name>[A-Z][\w-]*(?:\s[A-Z][\w-]*){0,2})\s(?:[vV]\.?\s?|version\s|release\s)?$"
)
_INSIDE = regex(r"^(?P<name>[A-Z][\w-]*[a-z][\w-]*)\s\d")
_NO_PRODUCT = frozenset(
    "Version Release Build The Our This In On For Load Test Known Results".split()
)


def named_product(
    versions: Sequence[FieldHit], anchors: Sequence[Unit]
) -> tuple[str | None, str | None]:
    """Return name and version of the product that evidence says it is about, None if unsaid.

    A version in a sentence that anchors the evidence goes before one elsewhere; of `anchors` the
    first goes first.
    """
    places = {unit.index: place for place, unit in enumerate(anchors)}
    stated = sorted(
        (hit for hit in versions if hit.value),
        key=lambda hit: (places.get(hit.unit.index, len(places)), hit.unit.index, hit.start),
    )
    for hit in stated:
        name = name_of(hit.unit.text, hit.start, hit.end)
        if name is not None:
            return name, hit.value
    return None, stated[0].value if stated else None


def name_of(text: str, start: int, end: int) -> str | None:
    """Return the product's name in or in front of a version, or None."""
    inside = _INSIDE.match(text[start:end])
    before = _BEFORE.search(text[max(0, start - 60) : start])
    match = inside or before
    if match is None:
        return None
    name = match["name"]
    return None if name.split()[0] in _NO_PRODUCT else name
