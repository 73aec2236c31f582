"""Claims that a vendor binds to evidence of its own: by their words, in any spelling of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from claimlint.evidence.text.plain import plain
from claimlint.finding import Claim, Disclosure
from claimlint.terms import Category


class Bound(Struct, frozen=True, kw_only=True):
    """Words of the vendor with the evidence that it names for them, and against them.

    `origin` is the dossier with the line.
    """

    origin: str
    text: str
    category: Category | None
    evidence: tuple[Disclosure, ...]
    counter: tuple[Disclosure, ...] = ()


def binding_of(claim: Claim, bindings: Sequence[Bound]) -> Bound | None:
    """Return the first binding with the words of the claim's sentence, or of a part at the claim.

    Case, punctuation and spaces do not count. A binding that names a category binds claims of that
    category only.
    """
    unit = _words(claim.unit)
    start = len(_words(claim.unit[: claim.span[0]]))
    end = start + len(_words(claim.text))
    for item in bindings:
        said = _words(item.text)
        if item.category not in (None, claim.category) or not said:
            continue
        at = _place(unit, said)
        inside = at is not None and at < end and start < at + len(said)
        if inside or _place(said, unit) is not None:
            return item
    return None


def counter_words(item: Bound) -> str | None:
    """Return the evidence that the vendor itself names against its words, or None."""
    if not item.counter:
        return None
    names = ", ".join(f"{entry.id} ({entry.location.label})" for entry in item.counter)
    return f"against it the vendor names {names}"


def _words(text: str) -> tuple[str, ...]:
    spaced = re.sub(r"(?<=\d)(?=%)", " ", plain(text).text.casefold())
    return tuple(re.findall(r"\d+(?:[.,]\d+)*|%|\w+", spaced))


def _place(whole: tuple[str, ...], part: tuple[str, ...]) -> int | None:
    size = len(part)
    places = range(len(whole) - size + 1)
    return next((at for at in places if whole[at : at + size] == part), None)
