"""Which product and version evidence speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.evidence.matching.compiled_kinds import FieldHit
from claimlint.evidence.text.unit import Unit
from claimlint.regex import regex

_BEFORE = regex(
    r"(?P<name>[A-Z][\w-]*(?:\s[A-Z][\w-]*){0,2})\s(?:[vV]\.?\s?|version\s|release\s)?$"
)
_INSIDE = regex(r"^(?P<name>[A-Z][\w-]*[a-z][\w-]*(?:\s[A-Z]{2,5})?)\s\d")
_WORD = regex(r"[A-Z][\w-]*")
_LONGEST = 2
_NO_PRODUCT = frozenset(
    "A An And As At By For From In It Its Of On Or Our Since The This Until We With Version "
    "Release Build Load Test Known Results".split()
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


def _in_front(before: str) -> tuple[str, ...]:
    """Return the capitalised words that end a text: "Harrow" before "Desk 3.2"."""
    words = before.split() if before.endswith(" ") else []
    found: list[str] = []
    for word in reversed(words[-_LONGEST:]):
        if not _WORD.fullmatch(word) or word in _NO_PRODUCT:
            break
        found.insert(0, word)
    return tuple(found)


def name_of(text: str, start: int, end: int) -> str | None:
    """Return the product's name in or in front of a version, or None."""
    inside = _INSIDE.match(text[start:end])
    before = _BEFORE.search(text[max(0, start - 60) : start])
    match = inside or before
    if match is None:
        return None
    name = match["name"]
    if inside is not None:
        name = " ".join((*_in_front(text[max(0, start - 60) : start]), name))
    return None if name.split()[0] in _NO_PRODUCT else name
