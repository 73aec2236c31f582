"""Which units around an anchor belong to its evidence.

A field counts in the unit, table row or bullet group of the anchor (the field by which the kind is
recognised), in its footnote, or in another sentence of the section that still speaks of it: by one
of the kind's words or by a name that both use. Prices, liability and legal notices never count.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cached_property

from msgspec import Struct, field

from claimlint.evidence.disclosures.off_subject import is_off_subject
from claimlint.evidence.matching.compiled_kinds import CompiledKind
from claimlint.evidence.matching.places import Places
from claimlint.evidence.matching.searched_text import Index, SearchedText
from claimlint.evidence.matching.wordlists import WordLists
from claimlint.evidence.text.papers import paper_at
from claimlint.evidence.text.unit import Shape, Unit, Units
from claimlint.regex import regex

_FOREIGN = regex(
    r"\b(?!liability(?:(?: \([^)]*\))?;| (?:claim|case|file|line|insur|polic)))liab\w+|"
    r"\b(?:indemnif\w+|price[ds]?|pricing|discount|subscri\w+|copyright|"
    r"all rights reserved|warrant\w*|governing law|terminat\w+|money-back|per seat|"
    r"book a demo|contact (?:us|sales)|sign up|careers)\b|\bcosts? (?:only |just )?(?:[$€£]|\d)|©",
    re.IGNORECASE,
)
"""What the terms of a sale speak of; liability as a line of insurance is none of them."""
_NAME = regex(r"\b(?:[A-Z][a-z]+[A-Z]\w*|[A-Z][\w-]*\d[\w-]*)\b|(?<=[a-z,;] )[A-Z][a-z]{3,}\b")
_TAKES_UP = regex(
    r"(?:It|They|This|That|These|Those|Both|All of (?:them|these))\s(?!is available|costs?\b)"
    r"|(?:The|These|Those|All)\s(?:same\s)?(?P<noun>[a-z]{4,})"
)
_NOTE_ON = regex(r"\W*(?P<name>[A-Z][a-z]{3,}):\s(?=.*\d)", re.DOTALL)
_TABLED = ("human-baseline", "market-comparison", "security-assurance")
"""Kinds of which a table says in its rows what the text before it leaves open."""
_COLON = 3
_REACH = 5
_NEXT = 3


class Ground(Struct, frozen=True, eq=False):
    """The units of a document; `index` files their texts, `blocks` and `sections` their
    numbers by block and section, `block_of` tells the block of each, `rows` which are rows.

    `papers` says where those of a container begin. `notes` gives, by index of a unit, the units of
    its footnotes; `noted` are all that are such, `beside` those that do not stand alone in their
    block. `method` are the units of a report of tests that say how it tested: they hold for each
    result. `named` keeps by section its notes, once someone has asked, with the word by which each
    says what it is on.
    """

    units: Units
    index: Index
    notes: Mapping[int, tuple[int, ...]]
    words: WordLists
    block_of: Sequence[int]
    rows: bytes
    blocks: Mapping[int, Sequence[int]]
    sections: Mapping[int, Sequence[int]]
    noted: Places
    beside: Places
    method: Places = Places()
    papers: Sequence[int] = (0,)
    named: dict[int, Mapping[int, str]] = field(default_factory=dict)

    def paper(self, place: int) -> range:
        """Return the units of the paper that holds the unit `place`."""
        return paper_at(self.papers, place, len(self.units))


class Part(Enum):
    """How far a unit belongs to a piece of evidence.

    In a `FULL` unit every field counts. A `LOOSE` one is a sentence of the same paragraph that does
    not say that it still speaks of it: a date or a number there may belong to anything, so only
    phrases of the kind itself count.
    """

    FULL = "full"
    LOOSE = "loose"
    NONE = "none"


class Members:
    """The units that belong to the evidence that a group of units anchors, each looked at once.

    `rival` tells whether a block anchors the kind: where evidence stands apart, what stands in
    another one belongs to that.
    """

    def __init__(
        self,
        compiled: CompiledKind,
        group: Sequence[Unit],
        ground: Ground,
        rival: Callable[[int], bool],
    ) -> None:
        self._compiled = compiled
        self._group = group
        self._ground = ground
        self._rival = rival
        self._blocks = {unit.block for unit in group}
        self._anchors = frozenset(unit.index for unit in group)
        self._parts = dict.fromkeys(self._anchors, Part.FULL)

    @cached_property
    def around(self) -> Sequence[int]:
        """Return the units of a section near the group, in its blocks, or under a heading for it.

        A kind can have several sections side by side: for what, and not for what. What is measured
        is measured as the report says elsewhere.
        """
        paper, near = self._ground.paper(self._group[0].index), self._near
        if self._compiled.kind.apart and self._ground.method:
            near = sorted({*near, *self._ground.method})
        whole = len(paper) == len(self._ground.units)
        return near if whole else [place for place in near if place in paper]

    @property
    def _near(self) -> Sequence[int]:
        compiled, ground, first = self._compiled, self._ground, self._group[0]
        if compiled.kind.across:
            return range(len(ground.units))
        if first.shape is Shape.HEADING:
            below = range(first.section, first.section + _NEXT + 1)
            within = (at for section in below for at in ground.sections.get(section, ()))
            return [at for at in within if ground.units[at].headings[:1] == first.headings[:1]]
        if compiled.headed(first):
            if compiled.kind.apart:
                return ground.sections[first.section]
            steps = range(first.section - _NEXT, first.section + _NEXT + 1)
            beside = (ground.sections.get(section, ()) for section in steps)
            return [
                at
                for each in beside
                if each and compiled.headed(ground.units[each[0]])
                for at in each
            ]
        last = self._group[-1].index
        near = set(range(max(0, first.index - _REACH), min(last + _REACH + 1, len(ground.units))))
        chosen = sorted(near.union(*(ground.blocks[block] for block in self._blocks)))
        return [place for place in chosen if ground.units[place].section == first.section]

    def within(self, places: Places) -> Iterator[tuple[Unit, Part]]:
        """Yield the units of `places` that belong to the evidence, in order, and how far."""
        for place in self._all:
            if place in places and (part := self._part(place)) is not Part.NONE:
                yield self._ground.units[place], part

    @cached_property
    def _all(self) -> Sequence[int]:
        ground, around = self._ground, self.around
        if self._rows_alone:  # a row beside an anchor may still take up what that says
            rows, block_of, mine = ground.rows, ground.block_of, self._blocks
            kept = {place + step for place in self._anchors for step in (-1, 1)}
            around = [at for at in around if not rows[at] or at in kept or block_of[at] not in mine]
        own = {*self._anchors, *filter(self._may_belong, around)}
        noted = (at for at in own if at in ground.notes)
        for place in [at for at in noted if self._part(at) is Part.FULL]:
            self._parts.update(dict.fromkeys(ground.notes[place], Part.FULL))
        return sorted(own.union(self._parts))

    def _may_belong(self, place: int) -> bool:
        """Tell whether a unit is not of other evidence, which may stand apart."""
        if not self._compiled.kind.apart:
            return True
        block = self._ground.block_of[place]
        own = block in self._blocks or not self._rival(block)
        return own and place not in self._for_others

    @cached_property
    def _for_others(self) -> frozenset[int]:
        """Return the notes to other figures, where one opens with the name of what this one counts.

        Beside "93.8 % of explanations correct" it is "Explanations: …" and not "Study: …".
        """
        noted = self._noted(self._group[0].section)
        counted = " ".join(self._ground.units[place].text for place in self._anchors).lower()
        mine = {at for at, name in noted.items() if name in counted}
        if mine <= self._anchors:
            return frozenset()
        mine |= self._anchors
        compiled, texts = self._compiled, self._ground.index.texts
        return frozenset(
            at for at in noted if at not in mine and not any(_labels(compiled, texts[at]))
        )

    def _noted(self, section: int) -> Mapping[int, str]:
        """Return the units of a section that are notes, with the word by which each opens."""
        ground = self._ground
        if section not in ground.named:
            told = ((at, _note_on(ground.units[at])) for at in ground.sections[section])
            ground.named[section] = {at: name for at, name in told if name}
        return ground.named[section]

    @property
    def _rows_alone(self) -> bool:
        """Tell whether each row of a table is measured by itself."""
        return self._compiled.kind.apart and self._compiled.kind.id not in _TABLED

    def _part(self, place: int) -> Part:
        if place not in self._parts:
            self._parts[place] = self._looked_at(self._ground.units[place])
        return self._parts[place]

    def _looked_at(self, unit: Unit) -> Part:
        compiled, own_block = self._compiled, unit.block in self._blocks
        full = (own_block and self._refers(unit)) or self._belongs(unit, own_block)
        if not full and not (own_block and unit.shape is Shape.SENTENCE):
            return Part.NONE  # most units: what they speak of is not asked
        named_above = any(start == 0 for _, start in _labels(compiled, self._seen(unit)))
        foreign = not named_above and _FOREIGN.search(unit.text)
        if foreign or is_off_subject(compiled.kind, unit):
            return Part.NONE
        return Part.FULL if full else Part.LOOSE

    def _refers(self, unit: Unit) -> bool:
        """Tell whether a sentence beside an anchor takes up what that says, or the other way round.

        "It …", "They …", or "The answers …" where the other sentence speaks of answers.
        """
        units, before, after = self._ground.units, unit.index - 1, unit.index + 1
        if after in self._anchors and _takes_up(units[after].text, unit.text):
            return True
        return before in self._anchors and _takes_up(unit.text, units[before].text)

    def _belongs(self, unit: Unit, own_block: bool) -> bool:
        compiled, row = self._compiled, unit.shape is Shape.ROW
        over = unit.shape is Shape.HEADING and unit.headings == self._group[0].headings
        if over or (own_block and unit.shape in (Shape.BULLET, Shape.PAIR)):
            return True  # over a table: "Results, release 4.2 (n = 500)"
        if self._rows_alone and unit.shape is Shape.ROW:
            return False
        tabled = row and compiled.kind.id in _TABLED
        labels = list(_labels(compiled, self._seen(unit)))
        # Few other kinds have a label of several words ("Valid until: …").
        opens = any(start <= len(label) + _COLON and " " in label for label, start in labels)
        if opens or (labels and (own_block or tabled or compiled.kind.across)):
            return True
        if row and not tabled and not own_block:
            return False
        if compiled.headed(unit) or compiled.about.first(unit.index, self._ground.index):
            return True
        named = any(name in unit.text for name in self._named)  # most units: none is looked for
        return named and not self._named.isdisjoint(_names(unit))

    def _seen(self, unit: Unit) -> SearchedText:
        return self._ground.index.texts[unit.index]

    @cached_property
    def _named(self) -> frozenset[str]:
        return frozenset(name for unit in self._group for name in _names(unit))


def _note_on(unit: Unit) -> str:
    """Return the word before a colon by which a note says what it is on, in lower case."""
    opens = _NOTE_ON.match(unit.text)
    return opens["name"].lower() if opens else ""


def _names(unit: Unit) -> Sequence[str]:
    """Return the names in a unit; heads of columns stand in every row of a table and are none."""
    own = (unit.text[part.start : part.end] for part in unit.segments if not part.head)
    return _NAME.findall("\n".join(own) if unit.shape is Shape.ROW else unit.text)


def _labels(compiled: CompiledKind, seen: SearchedText) -> Iterator[tuple[str, int]]:
    """Yield the labels of the kind that stand in front of a value ("Assessor: …"), and that place.

    Where that is 0, the heading says which field a unit fills ("Out of scope": liability).
    """
    for label, start, _ in seen.labelled:
        if any(field.is_named(label) for field in compiled.fields):
            yield label, start


def _takes_up(later: str, earlier: str) -> bool:
    match = _TAKES_UP.match(later)
    if match is None:
        return False
    noun = match["noun"]
    return noun is None or noun.lower() in earlier.lower()


def together(compiled: CompiledKind, last: Unit, unit: Unit, ground: Ground) -> bool:
    """Tell whether two anchors that follow one another belong to one piece of evidence."""
    if unit.index not in ground.paper(last.index):
        return False
    if compiled.kind.across:
        return True
    if unit.block == last.block:
        return unit.shape is not Shape.ROW or not compiled.kind.apart
    near = unit.index - last.index <= _REACH or compiled.headed(unit)
    return not compiled.kind.apart and unit.section == last.section and near
