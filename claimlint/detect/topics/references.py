"""The other papers that a contract names: schedules, documentation, policies, web addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from msgspec.structs import replace

from claimlint.detect.cues import Cues
from claimlint.detect.units.unit import Unit
from claimlint.regex import regex
from claimlint.rulebook.reading_form import Token
from claimlint.values.comparison import Reference

_PART = regex(r"(?:[A-Z]|\d{1,2}|[IVX]{1,4})(?:\.\d{1,2})?")
_ADDRESS = regex(r"\b(?:https?://|www\.)[^\s<>()\"'“”]+[^\s<>()\"'“”.,;:]", re.IGNORECASE)
_HOME = regex(r"(?:https?://)?[^/]+/?", re.IGNORECASE)
"""The address of a site as a whole, which names no paper."""
_FIRST = 6
_HEADING_WORDS = 10
_LETTERED = 2


def references(units: Iterable[Unit], cues: Cues) -> tuple[Reference, ...]:
    """Return the papers that the units name, each once, in the order in which they come up."""
    found: dict[str, Reference] = {}
    own: set[str] = set()
    titled = title(units)
    for unit in units:
        for name, start in _named(unit, cues):
            key = name.lower()
            if (start == 0 and _opens_part(unit)) or _names_itself(unit, name, titled):
                own.add(key)
            elif key not in found:
                found[key] = Reference(
                    name=name,
                    unit=unit.text,
                    location=unit.locate(0, len(unit.text)),
                    number=unit.number,
                )
    return tuple(replace(each, own=key in own) for key, each in found.items())


def title(units: Iterable[Unit]) -> str:
    """Return what stands first in a paper, and above all else: it says what the paper is."""
    opening = tuple(islice(units, _FIRST))
    first = opening[0] if opening else None
    heads = (unit for unit in opening if unit.role.heads)
    return " / ".join(dict.fromkeys(unit.text for unit in (first, *heads) if unit is not None))


def _names_itself(unit: Unit, name: str, title: str) -> bool:
    """Tell whether a paper means itself: by its title, by "this SLA", or in '(the "SLA")'."""
    words = re.escape(name)
    if re.search(rf"\b{words}\b", title, re.IGNORECASE):
        return True
    return (
        re.search(rf"\bthis {words}\b|\bthis\b[^.]*\([^()]*[“\"]{words}", unit.text, re.I)
        is not None
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
        if not _HOME.fullmatch(match.group()):
            yield match.group(), -1


def _is_title(words: Sequence[Token]) -> bool:
    """Tell whether the words are written as the name of a paper: "Order Form", "the SLA"."""
    return all(word.text[:1].isupper() for word in words if len(word.text) > _LETTERED)


def _opens_part(unit: Unit) -> bool:
    heading = unit.role.heads
    return heading or len(unit.text.split()) <= _HEADING_WORDS
