"""Finds what a document discloses: evidence of each kind, with its fields and their places."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from claimlint.document import Document
from claimlint.evidence.caveats import caveats
from claimlint.evidence.cues import Sight, sight
from claimlint.evidence.drafts import Draft, drafts
from claimlint.evidence.footnotes import Mark, marks
from claimlint.evidence.lenses import FieldHit, labels_of, lenses
from claimlint.evidence.targets import named_product
from claimlint.evidence.unit import Unit
from claimlint.evidence.units import cut
from claimlint.finding import Clause, Disclosure, FieldFound
from claimlint.rulebook.entries import Catalogue

_DATED = ("date", "period", "validity", "window", "data-period")
_GRADES = {
    "third-party": "named third party",
    "named": "named third party",
    "self": "self-reported",
}
_EVALUATORS = ("evaluator", "auditor", "assessor", "funder")


@dataclass(frozen=True, slots=True)
class Study:
    """A document cut into units, with its footnotes and the evidence of each kind, whole or not."""

    document: Document
    units: tuple[Unit, ...]
    sights: tuple[Sight, ...]
    marks: tuple[Mark, ...]
    drafts: tuple[Draft, ...]

    def unit_at(self, passage: int, offset: int) -> Unit | None:
        """Return the unit that holds a code point of a passage."""
        return next((unit for unit in self.units if unit.covers(passage, offset)), None)


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A document and a catalogue that are compared by identity: to hash every passage is slow."""

    document: Document
    catalogue: Catalogue

    def __hash__(self) -> int:
        return hash((id(self.document), id(self.catalogue)))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Same)
            and other.document is self.document
            and other.catalogue is self.catalogue
        )


def study(document: Document, catalogue: Catalogue) -> Study:
    """Return the study of a document, made once while the same document is worked on."""
    return _study(_Same(document, catalogue))


@lru_cache(maxsize=8)
def _study(key: _Same) -> Study:
    document, catalogue = key.document, key.catalogue
    units = cut(document, labels_of(catalogue))
    sights = tuple(sight(unit.text) for unit in units)
    signs = marks(document)
    notes = _notes_by_unit(units, signs)
    words = caveats(catalogue)
    found = tuple(
        draft for lens in lenses(catalogue) for draft in drafts(lens, units, sights, notes, words)
    )
    return Study(document, units, sights, signs, found)


def find_disclosures(
    document: Document,
    catalogue: Catalogue,
    *,
    kind_filter: Collection[str] | None = None,
    clauses: Sequence[Clause] = (),
) -> tuple[Disclosure, ...]:
    """Return the evidence in a document whose kernel is complete, kind by kind.

    `kind_filter` names the kinds that are wanted; None takes all. What stands in one of `clauses`
    (those of this document) promises or disclaims and is no evidence.
    """
    taken = {clause.passage for clause in clauses}
    return tuple(
        disclosure_of(draft, document)
        for draft in study(document, catalogue).drafts
        if draft.whole
        and (kind_filter is None or draft.lens.kind.id in kind_filter)
        and not all(unit.passage in taken for unit in draft.anchors)
    )


def disclosure_of(draft: Draft, document: Document) -> Disclosure:
    """Return the disclosure that a draft makes: one place for each field and wording."""
    fields = tuple(_once(found_at(hit, document) for hit in (*draft.hits, *draft.aside)))
    anchor = draft.anchors[0]
    passage = document.passages[anchor.passage]
    product, version = named_product(draft.hits, draft.anchors)
    return Disclosure(
        kind=draft.lens.kind.id,
        fields=fields,
        document=document.path,
        location=passage.location,
        provenance=_provenance(draft.hits),
        product=product,
        version=version,
        date=_date(draft.hits),
    )


def found_at(hit: FieldHit, document: Document) -> FieldFound:
    """Return the field with the words as the document has them and their place."""
    index, start, end = hit.unit.place(hit.start, hit.end)
    passage = document.passages[index]
    return FieldFound(
        field=hit.field,
        text=passage.text[start:end],
        document=document.path,
        location=passage.locate(start, end),
        passage=index,
        value=hit.value,
    )


def _once(fields: Iterator[FieldFound]) -> Iterator[FieldFound]:
    seen: set[tuple[str, str]] = set()
    for item in fields:
        key = (item.field, item.text.lower())
        if key not in seen:
            seen.add(key)
            yield item


def _provenance(hits: Sequence[FieldHit]) -> str:
    values = [hit.value for hit in hits if hit.field in _EVALUATORS and hit.value]
    for value in ("third-party", "named"):
        if value in values:
            return _GRADES[value]
    return "self-reported"


def _date(hits: Sequence[FieldHit]) -> str | None:
    days = [hit.value for hit in hits if hit.field in _DATED and hit.value]
    return max((day for day in days if day[:2] in ("19", "20") and "-" in day), default=None)


def _notes_by_unit(units: Sequence[Unit], signs: Sequence[Mark]) -> dict[int, tuple[int, ...]]:
    """Return for each unit with a marker the units of its notes."""
    by_passage: dict[int, list[int]] = {}
    for unit in units:
        for part in unit.segments:
            by_passage.setdefault(part.passage, []).append(unit.index)
    found: dict[int, tuple[int, ...]] = {}
    for mark in signs:
        notes = tuple(index for place in mark.notes for index in by_passage.get(place, ()))
        holders = [unit for unit in units if unit.covers(mark.passage, mark.start)]
        for unit in holders if notes else ():
            found[unit.index] = (*found.get(unit.index, ()), *notes)
    return found
