"""Whether a claim's own footnote, its brackets, or the notes of its slide take it back."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from claimlint.document import Document, Part
from claimlint.evidence.detectors.hit import Hit
from claimlint.evidence.disclosures.find import found_at
from claimlint.evidence.disclosures.searched_document import SearchedDocument, searched
from claimlint.evidence.matching.compiled_kinds import FieldHit
from claimlint.evidence.matching.searched_text import SearchedText
from claimlint.evidence.matching.wordlists import word_lists
from claimlint.evidence.text.plain import plain
from claimlint.evidence.text.unit import Unit
from claimlint.finding import Claim, FieldFound
from claimlint.regex import regex
from claimlint.rulebook.entries import Catalogue

_DENIES = regex(
    r"(?:\b(?:no|not|never|without|nobody|none|neither|nor|rather than|instead of|no longer)\b|n't)"
    r"(?:\W+\w+){0,2}\W*$",
    re.IGNORECASE,
)
_DENIED_INSIDE = regex(r"\b(?:not|never|no longer)\b|n't\b", re.IGNORECASE)
_SAMPLE = regex(
    r"\b(?:drawn|sampled?|samples|at random|test set|held[- ]out|measured|evaluated|tested)\b|"
    r"\bn\s?=\s?\d",
    re.IGNORECASE,
)
_JUDGED = regex(r"(?:check|review|judg|scor|grad|label|verifi|confirm|validat)\w*d by\b", re.I)
_REST = regex(
    r"\b(?:rest|remain(?:der|ing)|others?|everything else|all else|exceptions?)\b[^.;,]{0,40}$",
    re.I,
)
_OF_SOME = regex(
    r"\b(?:above|over|below|under|within|most|many|some|simple|routine|straightforward|easy|standard)\b"
    r"|(?<![\d.])\d{1,2}(?:\.\d+)?\s?%",
    re.IGNORECASE,
)
"""What makes of a claim one on some cases: who sees to the rest takes nothing back."""
_LONGEST = 160
_NAMED = regex(r"\b[A-Z]{2,}\w*(?:\s\d+)?|\d[\d.,]*\s?%?")
_BRACKETS = regex(r"\(([^()]{4,200})\)")


class Reversed(Struct, frozen=True):
    """The words that take a claim back, and what they say in effect."""

    words: FieldFound
    sentence: str
    says: str


def reversed_by(claim: Claim, own: Document, catalogue: Catalogue) -> Reversed | None:
    """Return what takes the claim back in its footnote, in brackets or in notes of its slide."""
    whole = searched(own, catalogue)
    places = tuple(_places(claim, whole))
    if not places:
        return None
    said = SearchedText(plain(claim.unit).text)
    some = _OF_SOME.search(said.text) is not None
    for entry, phrases, only_if in word_lists(catalogue).reversals:
        if entry.category is not claim.category or (entry.only_if and not only_if.any(said)):
            continue
        for unit, start, end in places:
            seen = SearchedText(unit.text[start:end])
            for hit in phrases.find(seen):
                rest = some and _REST.search(seen.text[: hit.start])
                if not (rest or _denied(seen.text, hit) or _scored(seen.text, hit)):
                    found = FieldHit("taken-back", unit, start + hit.start, start + hit.end)
                    return Reversed(found_at(found, own), _short(unit.text), entry.says)
    return None


def _places(claim: Claim, whole: SearchedDocument) -> Iterator[tuple[Unit, int, int]]:
    for unit in whole.notes(claim):
        yield unit, 0, len(unit.text)
    home = whole.home(claim)
    if home is not None:
        for match in _BRACKETS.finditer(home.text):
            yield home, match.start(1), match.end(1)
        for unit in _told_to_speakers(home, whole):
            yield unit, 0, len(unit.text)


def _told_to_speakers(home: Unit, whole: SearchedDocument) -> Iterator[Unit]:
    """Yield the sentences of speaker notes on what a slide names, and those that go on from them.

    "SOC 2 is in progress" is about "SOC 2 certified"; most notes are about how to present.
    """
    passages = whole.document.passages
    place_of = passages[home.passage].location
    if place_of.slide is None or place_of.part is Part.NOTES:
        return
    named = frozenset(_NAMED.findall(home.text))
    on = -1
    for place in whole.ground.sections[home.section]:
        unit = whole.units[place]
        if passages[unit.passage].location.part is not Part.NOTES:
            continue
        shared = not named.isdisjoint(_NAMED.findall(unit.text))
        if shared or on == place - 1:
            yield unit
        on = place if shared else -1


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _denied(text: str, hit: Hit) -> bool:
    if _DENIES.search(text[max(0, hit.start - 40) : hit.start]):
        return True
    words = text[hit.start : hit.end]
    opens = re.match(r"(?:not|never|no|does not|do not|is not|are not)\b", words, re.IGNORECASE)
    return opens is None and bool(_DENIED_INSIDE.search(words))


def _scored(text: str, hit: Hit) -> bool:
    """Tell whether people are said to have judged a sample: that is no part in the work."""
    before = text[: hit.start].rpartition(";")[2]
    return bool(_SAMPLE.search(before) and _JUDGED.match(text, hit.start))
