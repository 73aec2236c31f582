"""Schedules, annexes and parts that number their clauses anew: "Schedule 3, clause 2.2"."""

from __future__ import annotations

import re

from claimlint.document import Part, Passage
from claimlint.regex import regex

_NAME = regex(
    r"\W*(?P<kind>schedule|annex|annexure|exhibit|appendix|attachment|part)"
    r"\s+(?P<name>(?:\d{1,2}|[A-Z]|[IVX]{1,5})(?:[-.]\d{1,2})?)(?=\s*(?:[-–—:.(]|$))",
    re.IGNORECASE,
)
_HEADING_WORDS = 12


class Annexes:
    """Follows the clause numbers of a paper; where an annex begins them again, it is named."""

    def __init__(self) -> None:
        self._numbers: set[str] = set()
        self._name: str | None = None
        self._anew: bool | None = False

    def named(self, passage: Passage, number: str | None) -> str | None:
        """Return the annex by which a clause of this number is told from one before it, or None.

        The first number below the name of an annex decides: where it stood before, they count anew.
        """
        if passage.location.part is not Part.BODY or passage.cell is not None:
            return None
        name = _NAME.match(passage.text) if passage.number is None else None
        if name is not None and len(passage.text.split()) <= _HEADING_WORDS:
            self._name = f"{name['kind'].capitalize()} {name['name'].upper()}"
            self._anew = None
        if number is None or (name is not None and passage.number is None):
            return None
        if self._anew is None:
            self._anew = number in self._numbers
        self._numbers.add(number)
        return self._name if self._anew else None
