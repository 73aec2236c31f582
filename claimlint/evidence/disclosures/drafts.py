"""The fields that belong to one piece of evidence, read when asked for.

Most of what looks like evidence lacks a field of its kernel: so those are read first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, islice

from msgspec import Struct

from claimlint.evidence.disclosures.drawn import as_drawn
from claimlint.evidence.disclosures.members import Ground, Members, Part
from claimlint.evidence.disclosures.off_subject import is_off_subject
from claimlint.evidence.matching.compiled_kinds import (
    CompiledField,
    CompiledKind,
    FieldHit,
    is_evidence,
)
from claimlint.evidence.matching.searched_text import SearchedText
from claimlint.evidence.text.compared import without_product
from claimlint.evidence.text.unit import Shape, Unit
from claimlint.regex import regex
from claimlint.terms import ACCURACY, SAMPLE_SIZE

_DUTY = regex(
    r"\b(?:Customer|Client|Licensee|Subscriber|Buyer|Purchaser|End User)(?:'?s)?\s(?:\w+\s){0,2}?"
    r"(?:shall|must|agrees? to|(?:is|are) (?:solely )?responsible|undertakes?|"
    r"will (?:review|check|verify|ensure|approve|supervise|confirm))\b"
)
_JUDGE = regex(
    r"\s(?:who\s|then\s|also\s|independently\s)?"
    r"(?:scored|graded|marked|judged|rated|assessed|compared|adjudicated|settled)\b[^.;]{0,60}?"
    r"\b(?:blind\w*|masked|unaware|anonym\w+|without (?:knowing|seeing)|not knowing|did not know|"
    r"differences|disagreements|adjudicat\w+)\b",
    re.IGNORECASE,
)
"""What people do who score a comparison: the product is not compared with them."""
_MEASURED = ("metric", "value", "interval", SAMPLE_SIZE)
_FEWEST = 2
_OF_KERNEL = (3, 5)
"""So many fields of the kernel, and this part of it, make a piece of evidence rich."""
_TWINS = frozenset({ACCURACY, "autonomy-boundary"})
"""Kinds of which the first fields are one thing, a measure and its value: none is ever rich."""
_SHARED_DUTIES = ("legal-conformity", "intended-use")


class Draft(Struct, frozen=True):
    """Fields that belong together; `anchors` are the units in which the kind was recognised.

    `aside` are caveats and figures that no kind asks for and that decide what it is worth.
    """

    compiled: CompiledKind
    anchors: tuple[Unit, ...]
    hits: tuple[FieldHit, ...]
    aside: tuple[FieldHit, ...] = ()

    @property
    def fields(self) -> frozenset[str]:
        """Return the fields that are filled, without those that another one stands in for."""
        return frozenset(hit.field for hit in self.hits)


class Piece:
    """One piece of evidence of a kind: units that anchor it, and what fills its fields there.

    `rival` tells whether a block anchors the kind: where evidence stands apart, what stands in
    another one belongs to that.
    """

    def __init__(
        self,
        compiled: CompiledKind,
        anchors: tuple[Unit, ...],
        ground: Ground,
        rival: Callable[[int], bool],
    ) -> None:
        self.compiled = compiled
        self.anchors = anchors
        self._ground = ground
        self._members = Members(compiled, anchors, ground, rival)
        self._read: dict[tuple[str, bool], Mapping[int, Sequence[FieldHit]]] = {}
        self._looser: set[str] = set()
        """The fields that a loose sentence fills by no phrase of the kind."""

    @cached_property
    def whole(self) -> bool:
        """Tell whether every field of the kernel is filled, close to one anchor.

        The first is, for by it the kind was recognised.
        """
        able = self.anchors
        for fields in self.compiled.kernel[1:]:
            filled = [unit for field in fields for unit in self._filled(field)]
            able = tuple(
                each for each in able if any(_reaches(each, x, self.compiled) for x in filled)
            )
            if not able:
                break
        return bool(able)

    @cached_property
    def vital(self) -> int:
        """Return how many fields of the kernel are filled."""
        return sum(any(map(self._filled, fields)) for fields in self.compiled.kernel)

    def by_own_words(self, field: CompiledField) -> bool:
        """Tell whether a field is filled by a label or by words of its own."""
        hits = chain.from_iterable(self._hits(field).values())
        return any(hit.labelled or not hit.generic for hit in hits)

    @cached_property
    def draft(self) -> Draft:
        """Return all that fills a field."""
        from claimlint.evidence.disclosures.caveats import caveats_in, made_up
        from claimlint.evidence.disclosures.figures import figures_in
        from claimlint.evidence.disclosures.parts_of_all import part_of_all
        from claimlint.evidence.disclosures.rival_rows import people_of, rivals_of

        compiled, ground = self.compiled, self._ground
        found = [self._told(field) for field in compiled.fields]
        people = tuple(people_of(compiled, self.anchors, ground))
        compared = people[:1] or tuple(rivals_of(compiled, self.anchors, ground))
        places = sorted({place for each in found for place in each})
        around = tuple(ground.units[place] for place in self._members.around)
        lowered = caveats_in(compiled, self.anchors, around, ground.index, ground.words)
        own = tuple(_own(hit for place in places for each in found for hit in each.get(place, ())))
        return Draft(
            compiled,
            self.anchors,
            (*own, *compared),
            (
                *lowered,
                *made_up(compiled, own),
                *people[1:],
                *figures_in(compiled, self.anchors),
                *part_of_all(compiled, self.anchors, ground),
            ),
        )

    @cached_property
    def _rich(self) -> bool:
        """Tell whether most of the kernel stands there, so that its paragraph is about it."""
        kernel = self.compiled.kernel
        if self.compiled.kind.id in _TWINS:
            return False
        wanted = max(_FEWEST, -(-len(kernel) * _OF_KERNEL[0] // _OF_KERNEL[1]))
        lacking = (not any(map(self._hits, fields)) for fields in kernel)
        spared = len(kernel) - wanted
        return sum(islice(filter(None, lacking), spared + 1)) <= spared

    def _filled(self, field: CompiledField) -> Sequence[Unit]:
        return [self._ground.units[place] for place in self._told(field)]

    def _told(self, field: CompiledField) -> Mapping[int, Sequence[FieldHit]]:
        """Return what fills a field, of a rich piece in its loose sentences too where else none."""
        strict = self._hits(field)
        looser = not strict and field.field.id in self._looser and self._rich
        return self._hits(field, loosely=True) if looser else strict

    def _hits(
        self, field: CompiledField, *, loosely: bool = False
    ) -> Mapping[int, Sequence[FieldHit]]:
        """Return what fills a field by the units of the piece that it stands in."""
        key = (field.field.id, loosely)
        if key not in self._read:
            found = self._members.within(field.places(self._ground.index))
            read = (
                (unit.index, tuple(self._hits_in(unit, part is Part.FULL or loosely, field)))
                for unit, part in found
            )
            self._read[key] = {place: hits for place, hits in read if hits}
        return self._read[key]

    def _hits_in(self, unit: Unit, full: bool, field: CompiledField) -> Iterable[FieldHit]:
        """Return what fills a field in a unit; in a loose one only the kind's own phrases count."""
        found = tuple(field.find(unit, self._ground.index.texts[unit.index]))
        told = [hit for hit in found if full or not hit.generic]
        if len(told) < len(found):
            self._looser.add(field.field.id)
        if not told or _is_duty(self.compiled, unit) or self.compiled.heads(unit):
            return ()
        own = [hit for hit in told if not _of_others(self.compiled, unit, hit)]
        return _widest(as_drawn(own))


def _of_others(compiled: CompiledKind, unit: Unit, hit: FieldHit) -> bool:
    """Tell whether a figure is what people reached without the product, or people are judges."""
    own = compiled.kind.id == ACCURACY and hit.field in _MEASURED
    return (own and without_product(unit.text[: hit.start])) or _of_judges(unit, hit)


def _of_judges(unit: Unit, hit: FieldHit) -> bool:
    """Tell whether people whom the product may be compared with scored the comparison."""
    return hit.field == "comparator" and _JUDGE.match(unit.text, hit.end) is not None


def _own(hits: Iterable[FieldHit]) -> Iterator[FieldHit]:
    """Yield the hits without values of the baseline, which stand under a column head for it."""
    found = tuple(hits)
    baselines = (each for each in found if each.field == "baseline" and each.labelled)
    theirs = {(each.unit.index, each.start) for each in baselines}
    yield from (
        each
        for each in found
        if each.field != "value" or (each.unit.index, each.start) not in theirs
    )


def is_anchor(
    compiled: CompiledKind, fields: Iterable[CompiledField], unit: Unit, seen: SearchedText
) -> bool:
    """Tell whether a unit is one in which the kind is recognised by one of `fields`."""
    filled = (hit for field in fields for hit in field.find(unit, seen))
    if not is_evidence(compiled, unit) or not any(not _of_judges(unit, hit) for hit in filled):
        return False
    compared = compiled.kind.id == ACCURACY and without_product(unit.text)
    return not (compared or _is_duty(compiled, unit) or is_off_subject(compiled.kind, unit))


def _is_duty(compiled: CompiledKind, unit: Unit) -> bool:
    return compiled.kind.id not in _SHARED_DUTIES and bool(_DUTY.search(unit.text))


def _reaches(anchor: Unit, unit: Unit, compiled: CompiledKind) -> bool:
    """Tell whether a unit is close to an anchor: nearby, in its table, or a footnote's.

    A paragraph under a heading for the kind is about it from end to end.
    """
    if abs(anchor.index - unit.index) <= compiled.kind.reach or unit.section != anchor.section:
        return True
    noted = anchor.note_id is not None or unit.note_id is not None
    tabled = unit.shape in (Shape.PAIR, Shape.ROW) and unit.block == anchor.block
    prose = anchor.shape is unit.shape is Shape.SENTENCE and unit.block == anchor.block
    return noted or tabled or (prose and compiled.headed(anchor))


def _widest(found: Sequence[FieldHit]) -> Iterator[FieldHit]:
    """Yield the hits of a field in a unit without those that say no more than a wider one."""
    for place, hit in enumerate(found):
        if hit.value is not None or not any(
            other.start <= hit.start
            and hit.end <= other.end
            and ((other.start, other.end) != (hit.start, hit.end) or number < place)
            for number, other in enumerate(found)
        ):
            yield hit
