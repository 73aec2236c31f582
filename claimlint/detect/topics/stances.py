"""Which positions units take on the topics of the rule book, by claims, clauses and other words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from claimlint.detect.context.scene import NOT_DONE
from claimlint.detect.facets.finder import FacetFinder
from claimlint.detect.matching.pattern_index import Match, PatternIndex
from claimlint.detect.matching.token_row import TokenRow
from claimlint.detect.paper.names import read_as
from claimlint.detect.topics.defined_terms import Terms
from claimlint.detect.topics.things import ThingFinder
from claimlint.detect.units.unit import Unit
from claimlint.finding import Claim, Clause, LetGo
from claimlint.rulebook.reading_form import tokens
from claimlint.terms import Category
from claimlint.values.comparison import Named, Stance

if TYPE_CHECKING:
    from claimlint.rulebook.filing import Filing
    from claimlint.rulebook.yaml.topics import Position, TopicEntry

_NAME_WORDS = 2
_LABEL_WORDS = 2
_QUOTED = ("”", '"', "»")
_NOTE_MARKS = ("*", "†", "‡", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹")
_FORBIDDING = frozenset({("do", "not"), ("do", "n't")})
_DENIALS = frozenset({"denied", "limitation"})


class Held(Struct, frozen=True):
    """A unit with what detection found in it."""

    unit: Unit
    claims: Sequence[Claim]
    clauses: Sequence[Clause]
    let_go: Sequence[LetGo]


class _Side(NamedTuple):
    """A position with its topic."""

    topic: str
    position: Position

    @property
    def name(self) -> str:
        """Return the id of the rule that finds the position's own words."""
        return f"{self.topic}.{self.position.id}"


class StanceFinder:
    """Finds the positions that units take."""

    def __init__(
        self,
        topics: Sequence[TopicEntry],
        filing: Filing | None,
        facets: FacetFinder,
        things: ThingFinder,
    ) -> None:
        self._facets = facets
        self._things = things
        self._sides = [_Side(entry.topic.id, each) for entry in topics for each in entry.positions]
        self.rules = tuple(rule for entry in topics for rule in entry.rules)
        bound = {
            (e.topic.id, name) for e in topics for row in e.topic.rows for name in row.contract
        }
        anything = [side for side in self._sides if side.position.anything]
        self._of_anything = {
            binding: [s for s in anything if binding is ((s.topic, s.position.id) in bound)]
            for binding in (False, True)
        }
        self._index = PatternIndex(self.rules, filing)

    def find(
        self, held: Held, objects: Callable[[Match], bool], terms: Terms
    ) -> tuple[Stance, ...]:
        """Return the stances of one unit, at most one a position; what nobody sees holds none.

        `objects` tells whether the context lets a match of a position's own words go; `terms` are
        the names and terms that the document defines.
        """
        plain = held.unit
        if not self._sides or plain.passage.location.hidden or plain.text.startswith(NOT_DONE):
            return ()
        unit = read_as(plain, terms.roles)
        held = replace(held, unit=unit)
        own: dict[str, Match] = {}
        forbids = not terms.binding and _forbids(unit)
        for match in () if forbids else self._index.matches(unit):
            if match.rule.id not in own and not objects(match):
                own[match.rule.id] = match
        things = self._things.of(plain, terms.parties)
        told = own or held.claims or held.clauses or held.let_go
        if not (told or things) or _names_only(held) or (terms.binding and _only_heads(unit)):
            return ()
        found = [self._stance(held, side, own) for side in self._sides] if told else []
        if things and _says_something(unit):
            above = TokenRow(tokens(unit.headings[0] if unit.headings else ""))
            found.extend(
                self._of_words(held, side, side.name)
                for side in self._of_anything[terms.binding]
                if _apt(side, unit) and not _excluded(side, above)
            )
        beside = self._things.above(plain, terms.parties)
        stem = _stem(plain) if terms.binding else ""
        return tuple(
            replace(stance, things=things, above=beside, lead=stance.lead or stem)
            for stance in found
            if stance is not None
        )

    def named(self, units: Iterable[Unit], terms: Terms) -> tuple[Named, ...]:
        """Return the stems of the things that each unit names, where stances are asked for."""
        if not self._sides:
            return ()
        return tuple(
            Named(
                stems=self._things.of(unit, terms.parties),
                words=self._things.words(unit, terms.parties),
                member=unit.passage.location.member,
                heads=unit.role.heads,
                passage=unit.index,
                offset=unit.start,
            )
            for unit in units
        )

    def _stance(self, held: Held, side: _Side, own: Mapping[str, Match]) -> Stance | None:
        selected = self._selected(held, side)
        if selected is not None and _apt(side, held.unit):
            return selected
        match = own.get(side.name)
        if match is None or (side.position.words_only and not _apt(side, held.unit)):
            return None
        return self._of_words(held, side, match.rule.id, match)

    def _selected(self, held: Held, side: _Side) -> Stance | None:
        """Return the stance of the claim, clause or denied claim that a position selects."""
        position = side.position
        for claim in held.claims:
            if _selects(position.claims, claim.category, claim.aspect, claim.rule):
                return replace(
                    _of(claim, side, claim.location.clause, claim.lead),
                    category=Category(claim.category),
                    aspect=claim.aspect,
                    strength=claim.strength,
                )
        for clause in held.clauses:
            if _selects(position.clauses, clause.label, None, clause.rule):
                stance = _of(clause, side, clause.number, held.unit.completed(led=False))
                return replace(stance, label=clause.label)
        for item in held.let_go:
            head = item.rule.partition(".")[0]
            denial = item.decision.check in _DENIALS
            if denial and _selects(position.denied, head, None, item.rule):
                return self._of_words(held, side, item.rule)
        return None

    def _of_words(self, held: Held, side: _Side, rule: str, match: Match | None = None) -> Stance:
        """Return the stance of the whole unit, which a rule finds by its words, or of a match."""
        unit = held.unit
        start, end = unit.characters(match.start, match.end) if match else (0, len(unit.text))
        claim = held.claims[0] if held.claims else None
        clause = held.clauses[0] if held.clauses else None
        return Stance(
            topic=side.topic,
            position=side.position.id,
            by=rule,
            **unit.quoted(start, end),
            number=unit.number,
            lead=unit.completed(led=match is not None and match.led),
            category=claim.category if claim else None,
            aspect=claim.aspect if claim else None,
            strength=claim.strength if claim else None,
            label=clause.label if clause else None,
            facets=self._facets.of(unit),
        )


def _forbids(unit: Unit) -> bool:
    """Tell whether a sentence tells its reader what not to do, and so promises nothing."""
    return tuple(token.form for token in unit.tokens[:2]) in _FORBIDDING


def _names_only(held: Held) -> bool:
    """Tell whether a heading names what follows ("Human oversight") and says nothing itself."""
    says = held.claims or held.clauses
    heads = held.unit.passage.role.heads and not says
    return heads and len(held.unit.text.split()) <= _NAME_WORDS


def _only_heads(unit: Unit) -> bool:
    """Tell whether a contract says nothing here but what the clauses below it are about."""
    return unit.passage.role.heads and not unit.text.rstrip().endswith((".", ";"))


def _stem(unit: Unit) -> str:
    """Return the words that lead the list of which a unit is an item, without their colon."""
    lead = " ".join(unit.lead_text.split())
    return lead.removesuffix(":") if lead.endswith(":") and unit.passage.cell is None else ""


def _says_something(unit: Unit) -> bool:
    """Tell whether a unit is no label, note, name of who was quoted, or question of a form."""
    text = unit.text.strip()
    if text.startswith(_NOTE_MARKS) or (unit.passage.cell is not None and text.endswith("?")):
        return False
    if text.endswith((".", "!", "?")):
        return True
    quoted = unit.previous.rstrip().endswith(_QUOTED) or text.startswith(("–", "—"))
    return not (quoted or unit.heads_column or len(text.split()) <= _LABEL_WORDS)


def _excluded(side: _Side, row: TokenRow) -> bool:
    """Tell whether words hold some that the position excludes."""
    return side.position.lacking is not None and row.holds(side.position.lacking)


def _apt(side: _Side, unit: Unit) -> bool:
    """Tell whether a unit holds the words that the position asks for, and none that it excludes."""
    row, holding = TokenRow((*unit.lead, *unit.tokens)), side.position.holding
    return not _excluded(side, row) and (holding is None or row.holds(holding))


def _selects(names: tuple[str, ...], label: str, aspect: str | None, rule: str) -> bool:
    return label in names or rule in names or f"{label}/{aspect}" in names


def _of(found: Claim | Clause, side: _Side, number: str | None, lead: str) -> Stance:
    return Stance(
        topic=side.topic,
        position=side.position.id,
        by=found.rule,
        text=found.text,
        unit=found.unit,
        span=found.span,
        location=found.location,
        passage=found.passage,
        offset=found.offset,
        number=number,
        lead=lead,
        facets=found.facets,
    )
