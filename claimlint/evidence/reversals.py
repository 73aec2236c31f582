"""Whether a claim's own footnote, or its own brackets, takes it back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimlint.document import Document
from claimlint.evidence.cues import compile_cues, sight
from claimlint.evidence.detectors.hit import Hit
from claimlint.evidence.disclosures import Study, found_at, study
from claimlint.evidence.lenses import FieldHit
from claimlint.evidence.plain import plain
from claimlint.evidence.unit import Unit
from claimlint.finding import Claim, FieldFound
from claimlint.rulebook.entries import Catalogue, Reversal

_DENIES = re.compile(
    r"(?:\b(?:no|not|never|without|nobody|none|neither|nor|rather than|instead of|no longer)\b|n't)"
    r"(?:\W+\w+){0,2}\W*$",
    re.IGNORECASE,
)
_DENIED_INSIDE = re.compile(r"\b(?:not|never|no longer)\b|n't\b", re.IGNORECASE)
_LONGEST = 160
_BRACKETS = re.compile(r"\(([^()]{4,200})\)")


@dataclass(frozen=True, slots=True)
class Reversed:
    """The words that take a claim back, and what they say in effect."""

    words: FieldFound
    sentence: str
    says: str


def reversed_by(claim: Claim, own: Document, catalogue: Catalogue) -> Reversed | None:
    """Return what takes the claim back in its footnote or in brackets after it, or None."""
    whole = study(own, catalogue)
    for entry in catalogue.reversals:
        if entry.category is not claim.category or not _applies(entry, claim, catalogue):
            continue
        cues = compile_cues(entry.phrases, dict(catalogue.words))
        for unit, start, end in _places(claim, whole):
            seen = sight(unit.text[start:end])
            for hit in cues.find(seen):
                if not _denied(seen.text, hit):
                    found = FieldHit("taken-back", unit, start + hit.start, start + hit.end)
                    return Reversed(found_at(found, own), _short(unit.text), entry.says)
    return None


def notes_of(claim: Claim, whole: Study) -> tuple[Unit, ...]:
    """Return the units of the footnotes whose markers stand in the unit of a claim."""
    first, last = claim.offset, claim.offset + len(claim.unit) + 1
    notes: set[int] = set()
    for mark in whole.marks:
        if mark.passage == claim.passage and (mark.loose or first <= mark.start <= last):
            notes.update(mark.notes)
    return tuple(unit for unit in whole.units if unit.passage in notes)


def _applies(entry: Reversal, claim: Claim, catalogue: Catalogue) -> bool:
    if not entry.only_if:
        return True
    cues = compile_cues(entry.only_if, dict(catalogue.words))
    return cues.any(sight(plain(claim.unit).text))


def _places(claim: Claim, whole: Study) -> Iterator[tuple[Unit, int, int]]:
    for unit in notes_of(claim, whole):
        yield unit, 0, len(unit.text)
    home = whole.unit_at(claim.passage, claim.offset)
    if home is not None:
        for match in _BRACKETS.finditer(home.text):
            yield home, match.start(1), match.end(1)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _denied(text: str, hit: Hit) -> bool:
    if _DENIES.search(text[max(0, hit.start - 40) : hit.start]):
        return True
    words = text[hit.start : hit.end]
    opens = re.match(r"(?:not|never|no|does not|do not|is not|are not)\b", words, re.IGNORECASE)
    return opens is None and bool(_DENIED_INSIDE.search(words))
