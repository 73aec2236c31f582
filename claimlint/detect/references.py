"""The other papers that a contract names: schedules, documentation, policies, web addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimlint.comparison import Reference
from claimlint.detect.context.scene import Cues
from claimlint.detect.unit import Unit
from claimlint.document import Role
from claimlint.regex import regex
from claimlint.rulebook.reading import Token

_PART = regex(r"(?:[A-Z]|\d{1,2}|[IVX]{1,4})(?:\.\d{1,2})?")
_ADDRESS = regex(r"\b(?:https?://|www\.)[^\s<>()\"'“”]+[^\s<>()\"'“”.,;:]", re.IGNORECASE)
_HEADING_WORDS = 10
_LETTERED = 2


def references(units: Sequence[Unit], cues: Cues) -> tuple[Reference, ...]:
    """Return the papers that the units name, each once, in the order in which they come up."""
    found: dict[str, Reference] = {}
    own: set[str] = set()
    for unit in units:
        for name, start in _named(unit, cues):
            key = name.lower()
            if start == 0 and _opens_part(unit):
                own.add(key)
            elif key not in found:
                found[key] = Reference(
                    name=name,
                    unit=unit.text,
                    location=unit.passage.locate(unit.start, unit.end),
                    number=unit.number,
                )
    return tuple(_owned(reference, own) for reference in found.values())


def _owned(reference: Reference, own: set[str]) -> Reference:
    if reference.name.lower() not in own:
        return reference
    return Reference(
        name=reference.name,
        unit=reference.unit,
        location=reference.location,
        number=reference.number,
        own=True,
    )


def _named(unit: Unit, cues: Cues) -> Iterator[tuple[str, int]]:
    """Yield the names in a unit with the index of their first token."""
    row = unit.tokens
    for start, end in cues.find("incorporated-parts", row):
        after = row[end] if end < len(row) else None
        if after is not None and _PART.fullmatch(after.text):
            yield unit.text[row[start].start : after.end], start
    papers = cues.find("incorporated-papers", row)
    counts = bool(cues.find("incorporated-by", row))
    for start, end in papers:
        inside = any(a <= start and end <= b and (a, b) != (start, end) for a, b in papers)
        if not inside and (counts or _is_title(row[start:end])):
            yield unit.text[row[start].start : row[end - 1].end], start
    for match in _ADDRESS.finditer(unit.text):
        yield match.group(), -1


def _is_title(words: Sequence[Token]) -> bool:
    """Tell whether the words are written as the name of a paper: "Order Form", "the SLA"."""
    return all(word.text[:1].isupper() for word in words if len(word.text) > _LETTERED)


def _opens_part(unit: Unit) -> bool:
    heading = unit.role in (Role.TITLE, Role.HEADING)
    return heading or len(unit.text.split()) <= _HEADING_WORDS
