"""A document as evidence is looked for in it: units, footnotes, and what was found in them."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, groupby

from msgspec import Struct, field
from msgspec.structs import replace

from claimlint.document import Document, PackedPassages, Passage
from claimlint.evidence.detectors.hit import Hit
from claimlint.evidence.disclosures.card_head import is_report, on_method
from claimlint.evidence.disclosures.members import Ground
from claimlint.evidence.disclosures.pieces import Pieces
from claimlint.evidence.judgement import Judgement
from claimlint.evidence.matching.compiled_kinds import CompiledKind, labels_of
from claimlint.evidence.matching.cues import Cues
from claimlint.evidence.matching.labels import labels_in, use_of
from claimlint.evidence.matching.places import Places
from claimlint.evidence.matching.searched_text import Index, Labelled
from claimlint.evidence.matching.wordlists import word_lists
from claimlint.evidence.once import once_a_document
from claimlint.evidence.text.footnotes import Mark, marks, of_sign
from claimlint.evidence.text.grouped import Grouped
from claimlint.evidence.text.papers import starts_of_papers
from claimlint.evidence.text.questions import answers_in
from claimlint.evidence.text.unit import PackedUnits, Shape, Unit, Units
from claimlint.evidence.text.units import cut
from claimlint.finding import Claim
from claimlint.rulebook.entries import Catalogue

_REACH = 5
_WITHIN = 2


class SearchedDocument(Struct, frozen=True):
    """A document cut into units, with its footnotes; evidence is read when asked for.

    `by_passage` gives the indexes of the units of a passage, `marks_by_passage` its footnote
    markers. `index` files their texts by their words, `answers` are the indexes
    of those that answer a question, with the question. `promises` are units that promise to show
    something later, with the words, `promising` their indexes. `drafted` keeps by kind its
    evidence, `named` by kind and unit what is only named there, once someone has asked.
    """

    document: Document
    units: Units
    marks: tuple[Mark, ...]
    by_passage: Mapping[int, Sequence[int]]
    marks_by_passage: Mapping[int, tuple[Mark, ...]]
    promises: tuple[tuple[Unit, Hit], ...]
    promising: frozenset[int]
    index: Index
    answers: tuple[tuple[int, str], ...]
    ground: Ground
    drafted: dict[str, Pieces] = field(default_factory=dict)
    named: dict[tuple[str, int], tuple[Judgement, ...]] = field(default_factory=dict)

    def of(self, compiled: CompiledKind) -> Pieces:
        """Return the evidence of one kind."""
        kind = compiled.kind.id
        if kind not in self.drafted:
            self.drafted[kind] = Pieces(compiled, self.ground)
        return self.drafted[kind]

    @once_a_document
    def home(self, claim: Claim) -> Unit | None:
        """Return the unit that a claim stands in, None where it is in no place for evidence."""
        own = self.by_passage.get(claim.passage, ())
        holding = (index for index in own if self.units[index].covers(claim.passage, claim.offset))
        first = next(holding, None)
        return None if first is None else self.units[first]

    def notes(self, claim: Claim) -> tuple[Unit, ...]:
        """Return the units of the footnotes whose markers stand in the unit of a claim."""
        first, last = claim.offset, claim.offset + len(claim.unit) + 1
        found: list[int] = []
        for mark in self.marks_by_passage.get(claim.passage, ()):
            if mark.loose or first <= mark.start <= last:
                found.extend(_told_by(mark, self.document, self.units, self.by_passage))
        return tuple(self.units[index] for index in sorted(set(found)))

    @once_a_document
    def near(self, claim: Claim) -> tuple[Unit, ...]:
        """Return the unit of a claim, its footnotes, and the five units before and after it.

        The units around it must be of the same section.
        """
        home = self.home(claim)
        if home is None:
            return ()
        around = self.units[max(0, home.index - _REACH) : home.index + _REACH + 1]
        chosen = {unit.index for unit in around if unit.section == home.section}
        chosen.update(unit.index for unit in self.notes(claim))
        return tuple(self.units[index] for index in sorted(chosen))


@once_a_document
def searched(document: Document, catalogue: Catalogue) -> SearchedDocument:
    """Return a document cut and indexed, made once while the same document is worked on."""
    signs = marks(document)
    units = _units(document, signs, catalogue)
    by_passage = Grouped(
        (place, unit.index)
        for unit in units
        for place in {part.passage for part in unit.segments if not part.head}
    )
    block_of = array("L", (unit.block for unit in units))
    notes = _notes_by_unit(document, units, signs, by_passage)
    words = word_lists(catalogue)
    answers = tuple((unit.index, question) for unit, question in answers_in(units))
    index = Index(units, _labelled(units, dict(answers)))
    promises = tuple((units[place], hit) for place, hit in _promises(words.promise, index))
    return SearchedDocument(
        document=document,
        units=units,
        marks=signs,
        by_passage=by_passage,
        marks_by_passage=_marks_by_passage(signs),
        promises=promises,
        promising=frozenset(unit.index for unit, _ in promises),
        index=index,
        answers=answers,
        ground=Ground(
            units=units,
            index=index,
            notes=notes,
            words=words,
            block_of=block_of,
            rows=bytes(unit.shape is Shape.ROW for unit in units),
            blocks=Grouped((block, index) for index, block in enumerate(block_of)),
            sections=Grouped((unit.section, unit.index) for unit in units),
            noted=_noted(units, notes),
            beside=_beside(block_of),
            method=_method(document, units),
            papers=starts_of_papers(document, units),
        ),
    )


def _promises(words: Cues, index: Index) -> Iterator[tuple[int, Hit]]:
    for place in words.places(index):
        if (hit := words.first(place, index)) is not None:
            yield place, hit


def _labelled(units: Units, asked: Mapping[int, str]) -> Mapping[int, tuple[Labelled, ...]]:
    """Return the labels of the units that have any, the question before an answer among them."""
    found: dict[int, tuple[Labelled, ...]] = {}
    for unit in units:
        question = asked.get(unit.index)
        named = question and (use_of(question.rstrip("?")) or question)
        answered = ((named, 0, len(unit.text)),) if named else ()
        if labels := (*labels_in(unit), *answered):
            found[unit.index] = labels
    return found


def _units(document: Document, signs: Sequence[Mark], catalogue: Catalogue) -> Units:
    """Return the units of a document; those of a long one are packed, as its passages are."""
    found = cut(_with_notes_named(document, signs), labels_of(catalogue))
    long = isinstance(document.passages, PackedPassages)
    return PackedUnits.of(found) if long else tuple(found)


def _with_notes_named(document: Document, signs: Sequence[Mark]) -> Iterator[Passage]:
    """Yield the passages with each note named by its marker, in the margins of a page too."""
    named = {place: mark.sign for mark in signs for place in mark.notes}
    for place, passage in enumerate(document.passages):
        new = place in named and not passage.note_id
        yield replace(passage, note_id=named[place]) if new else passage


def _noted(units: Sequence[Unit], notes: Mapping[int, Sequence[int]]) -> Places:
    own = (unit.index for unit in units if unit.note_id is not None)
    return Places.of(sorted({*own, *(place for each in notes.values() for place in each)}))


def _beside(block_of: Sequence[int]) -> Places:
    """Return the units that do not stand alone in their block."""
    blocks = (tuple(each) for _, each in groupby(range(len(block_of)), block_of.__getitem__))
    return Places.of(chain.from_iterable(block for block in blocks if len(block) > 1))


def _method(document: Document, units: Sequence[Unit]) -> Places:
    """Return the units that say how a report tested: in its opening and its sections on method."""
    if not is_report(document.passages):
        return Places()
    return Places.of(
        unit.index
        for unit in units
        if unit.shape is not Shape.HEADING
        and (len(unit.headings) < _WITHIN or on_method(unit.headings[-1]))
    )


def _marks_by_passage(signs: Sequence[Mark]) -> dict[int, tuple[Mark, ...]]:
    found: dict[int, list[Mark]] = {}
    for mark in signs:
        found.setdefault(mark.passage, []).append(mark)
    return {place: tuple(own) for place, own in found.items()}


def _notes_by_unit(
    document: Document,
    units: Sequence[Unit],
    signs: Sequence[Mark],
    by_passage: Mapping[int, Sequence[int]],
) -> dict[int, tuple[int, ...]]:
    """Return for each unit with a marker the units of its notes."""
    found: dict[int, tuple[int, ...]] = {}
    for mark in signs:
        notes = _told_by(mark, document, units, by_passage)
        for index in _marked(mark, units, by_passage) if notes else ():
            found[index] = (*found.get(index, ()), *notes)
    return found


def _told_by(
    mark: Mark, document: Document, units: Sequence[Unit], by_passage: Mapping[int, Sequence[int]]
) -> tuple[int, ...]:
    """Return the units of the notes to a marker."""
    found: list[int] = []
    for place in mark.notes:
        told = by_passage.get(place, ())
        starts = [units[each].place(0, 1)[1] for each in told]
        text = document.passages[place].text
        found.extend(told[at] for at in of_sign(mark.sign, text, starts))
    return tuple(found)


def _marked(
    mark: Mark, units: Sequence[Unit], by_passage: Mapping[int, Sequence[int]]
) -> Sequence[int]:
    """Return the units that a marker stands in, or else the one that it stands behind."""
    own = by_passage.get(mark.passage, ())
    if mark.loose:
        return own
    inside = tuple(index for index in own if units[index].covers(mark.passage, mark.start))
    behind = (index for index in own if units[index].covers(mark.passage, mark.start - 1))
    return inside or tuple(behind)
