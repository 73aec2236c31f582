"""Whether a deck and a contract say the same of a thing: then the contract takes nothing back."""

from __future__ import annotations

import re

from claimlint.regex import regex
from claimlint.stems import without_ending
from claimlint.values.comparison import Stance

_DENIED = regex(
    r"\b(?:never|(?:does|do|did|will|shall|can|may|must|is|are)\s?not|cannot|"
    r"(?:does|do|did|wo|ca|is|are)n't|no longer)\s(?:ever\s|be\s)?(?P<done>\w{3,})",
    re.IGNORECASE,
)
_FIGURE = regex(r"\d+(?:[.,]\d+)*")


def agree(said: Stance, bound: Stance) -> bool:
    """Tell whether two sentences repeat one another, deny the same verb, or state the same figure.

    "Never isolates a host on its own" and "does not isolate hosts" agree; so do "thirty (30) days"
    and "30 days ahead", where the figure is all that the clause is found by.
    """
    if said.unit.split() == bound.unit.split():
        return True
    figures = set(_FIGURE.findall(bound.text))
    same = bool(figures) and figures <= set(_FIGURE.findall(said.unit))
    return same or not _denied(said.unit).isdisjoint(_denied(bound.unit))


def _denied(text: str) -> frozenset[str]:
    return frozenset(without_ending(found["done"].lower()) for found in _DENIED.finditer(text))
