"""Joins the fields that belong to one piece of evidence.

A field counts in the unit, table row or bullet group of the anchor (the field by which the kind is
recognised), in its footnote, or in another sentence of the section that still speaks of it: by one
of the kind's words or by a name that both use. Prices, liability and legal notices never count.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import force_setattr

from claimlint.evidence.caveats import caveats_in
from claimlint.evidence.elsewhere import is_elsewhere
from claimlint.evidence.figures import figures_in
from claimlint.evidence.lenses import FieldHit, Lens, is_evidence
from claimlint.evidence.places import Places
from claimlint.evidence.sight import Index, Sight
from claimlint.evidence.unit import Shape, Unit
from claimlint.evidence.wordlists import WordLists
from claimlint.regex import regex
from claimlint.rulebook.entries import EvidenceField

_FOREIGN = regex(
    r"\b(?:liab\w+|indemnif\w+|price[ds]?|pricing|discount|subscri\w+|copyright|"
    r"all rights reserved|warrant\w*|governing law|terminat\w+|money-back|per seat|"
    r"book a demo|contact (?:us|sales)|sign up|careers)\b|\bcosts? (?:only |just )?(?:[$€£]|\d)|©",
    re.IGNORECASE,
)
_DUTY = regex(
    r"\b(?:Customer|Client|Licensee|Subscriber|Buyer|Purchaser|End User)(?:'?s)?\s(?:\w+\s){0,2}?"
    r"(?:shall|must|agrees? to|(?:is|are) (?:solely )?responsible|undertakes?|"
    r"will (?:review|check|verify|ensure|approve|supervise|confirm))\b"
)
_NAME = regex(r"\b(?:[A-Z][a-z]+[A-Z]\w*|[A-Z][\w-]*\d[\w-]*)\b|(?<=[a-z,;] )[A-Z][a-z]{3,}\b")
_TAKES_UP = regex(
    r"(?:It|They|This|That|These|Those|Both|All of (?:them|these))\s(?!is available|costs?\b)"
    r"|(?:The|These|Those|All)\s(?:same\s)?(?P<noun>[a-z]{4,})"
)
_SHARED_DUTIES = ("legal-conformity", "intended-use")
_COMPARING = ("human-baseline", "market-comparison")
"""Kinds whose table has a row for each of those compared: what is said of them holds for all."""
_REACH = 5
_NEXT = 3


class Draft(Struct, frozen=True):
    """Fields that belong together; `anchors` are the units in which the kind was recognised.

    `aside` are caveats and figures that no kind asks for and that decide what it is worth.
    `filled` are the ids of the fields that are filled, stand-ins counted for their fields; `whole`
    tells whether every field of the kernel is filled, close to one anchor.
    """

    lens: Lens
    anchors: tuple[Unit, ...]
    hits: tuple[FieldHit, ...]
    aside: tuple[FieldHit, ...] = ()
    filled: frozenset[str] = frozenset()
    whole: bool = False

    def __post_init__(self) -> None:
        force_setattr(self, "filled", _filled(self.lens, self.hits))
        force_setattr(self, "whole", self._is_whole())

    def _is_whole(self) -> bool:
        kernel = self.lens.kind.kernel
        if not all(entry.id in self.filled for entry in kernel):
            return False
        return any(all(self._close(anchor, entry) for entry in kernel) for anchor in self.anchors)

    def _close(self, anchor: Unit, entry: EvidenceField) -> bool:
        return any(
            hit.field in (entry.id, entry.instead) and _reaches(anchor, hit.unit, self.lens)
            for hit in self.hits
        )


def _filled(lens: Lens, hits: Sequence[FieldHit]) -> frozenset[str]:
    own = {hit.field for hit in hits}
    for entry in lens.kind.fields:
        if entry.instead in own:
            own.add(entry.id)
    return frozenset(own)


def _reaches(anchor: Unit, unit: Unit, lens: Lens) -> bool:
    """Tell whether a unit is close to an anchor: nearby, in its table, or a footnote's."""
    if abs(anchor.index - unit.index) <= lens.kind.reach or unit.section != anchor.section:
        return True
    noted = anchor.note_id is not None or unit.note_id is not None
    tabled = unit.shape in (Shape.PAIR, Shape.ROW) and unit.block == anchor.block
    return noted or tabled


class Ground(Struct, frozen=True, eq=False):
    """The units of a document; `index` files their sights, `blocks` and `sections` their
    numbers by block and section.

    `notes` gives, by index of a unit, the units of its footnotes; `noted` are all that are such.
    `method` are the units of a report of tests that say how it tested: they hold for each result.
    """

    units: tuple[Unit, ...]
    index: Index
    notes: Mapping[int, tuple[int, ...]]
    words: WordLists
    blocks: Mapping[int, Sequence[int]]
    sections: Mapping[int, Sequence[int]]
    noted: Places
    method: Places = Places()


def draft(lens: Lens, group: Sequence[Unit], ground: Ground, rival: Callable[[int], bool]) -> Draft:
    """Return the evidence of one kind that a group of units anchors, whole or not.

    `rival` tells whether a block anchors the kind: where evidence stands apart, what stands in
    another one belongs to that.
    """
    units, index = ground.units, ground.index
    around = tuple(units[place] for place in _around(lens, group, ground))
    full, loose = _members(lens, group, around, index, rival)
    for place in tuple(full):
        full.update(ground.notes.get(place, ()))
    found = tuple(
        hit
        for place in sorted(full | loose)
        for hit in _widest(_hits(lens, units[place], index, loose=place not in full))
    )
    lowered = tuple(caveats_in(lens, group, around, index, ground.words))
    return Draft(lens, tuple(group), found, (*lowered, *figures_in(lens, group)))


def is_anchor(lens: Lens, unit: Unit, index: Index) -> bool:
    """Tell whether a unit is one in which the kind is recognised."""
    first = lens.field(lens.anchor)
    if not is_evidence(unit) or next(first.find(unit, index.sights[unit.index]), None) is None:
        return False
    return not _is_duty(lens, unit) and not is_elsewhere(lens.kind, unit)


def _is_duty(lens: Lens, unit: Unit) -> bool:
    return lens.kind.id not in _SHARED_DUTIES and bool(_DUTY.search(unit.text))


def _hits(lens: Lens, unit: Unit, index: Index, *, loose: bool) -> tuple[FieldHit, ...]:
    """Return what fills a field in a unit; in a `loose` one only the kind's own phrases count."""
    able = [entry for entry in lens.fields if unit.index in entry.places(index)]
    if not able or _is_duty(lens, unit) or lens.heads(unit):
        return ()
    found = (hit for entry in able for hit in entry.find(unit, index.sights[unit.index]))
    return tuple(hit for hit in found if not (loose and hit.generic))


def _widest(found: Sequence[FieldHit]) -> Iterator[FieldHit]:
    """Yield the hits of a unit without those that say no more than a wider one of their field."""
    for place, hit in enumerate(found):
        if hit.value is not None or not any(
            other.field == hit.field
            and other.start <= hit.start
            and hit.end <= other.end
            and ((other.start, other.end) != (hit.start, hit.end) or number < place)
            for number, other in enumerate(found)
        ):
            yield hit


def together(lens: Lens, last: Unit, unit: Unit) -> bool:
    """Tell whether two anchors that follow one another belong to one piece of evidence."""
    if unit.block == last.block:
        return unit.shape is not Shape.ROW or not lens.kind.apart
    near = unit.index - last.index <= _REACH or lens.headed(unit)
    return not lens.kind.apart and unit.section == last.section and near


def _members(
    lens: Lens,
    group: Sequence[Unit],
    around: Sequence[Unit],
    index: Index,
    rival: Callable[[int], bool],
) -> tuple[set[int], set[int]]:
    """Return the units whose every field counts, and those of which only the kind's own phrases.

    The second are sentences of the same paragraph that do not say that they still speak of it: a
    date or a number there may belong to anything.
    """
    full = {unit.index for unit in group}
    loose: set[int] = set()
    named = {name for unit in group for name in _NAME.findall(unit.text)}
    blocks = {unit.block for unit in group}
    for unit in around:
        if unit.index in full or _FOREIGN.search(unit.text) or is_elsewhere(lens.kind, unit):
            continue
        own_block = unit.block in blocks
        if lens.kind.apart and not own_block and rival(unit.block):
            continue
        told = own_block and (_refers(unit, group) or _labelled(lens, index.sights[unit.index]))
        if told or _belongs(lens, unit, own_block, named, index):
            full.add(unit.index)
        elif own_block and unit.shape is Shape.SENTENCE:
            loose.add(unit.index)
    return full, loose


def _labelled(lens: Lens, seen: Sight) -> bool:
    """Tell whether a label of the kind stands in front of a value ("Assessor: …")."""
    return any(label in field.labels for label, _, _ in seen.labelled for field in lens.fields)


def _refers(unit: Unit, group: Sequence[Unit]) -> bool:
    """Tell whether a sentence beside an anchor takes up what that says, or the other way round.

    "It …", "They …", or "The answers …" where the other sentence speaks of answers.
    """
    for anchor in group:
        if anchor.index - unit.index == 1 and _takes_up(anchor.text, unit.text):
            return True
        if unit.index - anchor.index == 1 and _takes_up(unit.text, anchor.text):
            return True
    return False


def _takes_up(later: str, earlier: str) -> bool:
    match = _TAKES_UP.match(later)
    if match is None:
        return False
    noun = match["noun"]
    return noun is None or noun.lower() in earlier.lower()


def _around(lens: Lens, group: Sequence[Unit], ground: Ground) -> Sequence[int]:
    """Return the units of a section near a group, in its blocks, or under a heading of the kind.

    A kind can have several sections side by side: for what, and not for what. What is measured is
    measured as the report says elsewhere.
    """
    near = _near_by(lens, group, ground)
    if not lens.kind.apart or not ground.method:
        return near
    return sorted({*near, *ground.method})


def _near_by(lens: Lens, group: Sequence[Unit], ground: Ground) -> Sequence[int]:
    section = group[0].section
    if lens.headed(group[0]):
        if lens.kind.apart:
            return ground.sections[section]
        beside = (ground.sections.get(section + step, ()) for step in range(-_NEXT, _NEXT + 1))
        return [place for each in beside if each and _is_of(lens, ground, each) for place in each]
    first, last = group[0].index, group[-1].index
    near = set(range(max(0, first - _REACH), min(last + _REACH + 1, len(ground.units))))
    chosen = sorted(near.union(*(ground.blocks[unit.block] for unit in group)))
    return [place for place in chosen if ground.units[place].section == section]


def _is_of(lens: Lens, ground: Ground, section: Sequence[int]) -> bool:
    return lens.headed(ground.units[section[0]])


def _belongs(lens: Lens, unit: Unit, own_block: bool, named: set[str], index: Index) -> bool:
    if own_block and unit.shape in (Shape.BULLET, Shape.PAIR):
        return True
    if unit.shape is Shape.ROW and lens.kind.id in _COMPARING:
        if _labelled(lens, index.sights[unit.index]):
            return True
    elif unit.shape is Shape.ROW and (lens.kind.apart or not own_block):
        return False
    if lens.headed(unit) or lens.about.first(unit.index, index):
        return True
    return not named.isdisjoint(_NAME.findall(unit.text))
