"""Which positions units take on the topics of the rule book, by claims, clauses and other words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from claimlint.detect.context.scene import NOT_DONE
from claimlint.detect.facets.finder import FacetFinder
from claimlint.detect.matching.pattern_index import Match, PatternIndex
from claimlint.detect.matching.token_row import Row
from claimlint.detect.paper.names import read_as
from claimlint.detect.topics.defined_terms import Terms
from claimlint.detect.topics.things import ThingFinder
from claimlint.detect.units.unit import Unit
from claimlint.document import Role
from claimlint.finding import Claim, Clause, LetGo
from claimlint.terms import Category
from claimlint.values.comparison import Named, Stance

if TYPE_CHECKING:
    from claimlint.rulebook.filing import Filing
    from claimlint.rulebook.yaml.topics import Position, TopicEntry

_NAME_WORDS = 2
_DENIALS = frozenset({"denied", "limitation"})


class Held(Struct, frozen=True):
    """What detection found in one unit."""

    claims: Sequence[Claim]
    clauses: Sequence[Clause]
    let_go: Sequence[LetGo]


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
        self._positions = [(entry.topic.id, each) for entry in topics for each in entry.positions]
        self.rules = tuple(rule for entry in topics for rule in entry.rules)
        self._of_anything = [each for each in self._positions if each[1].anything]
        self._index = PatternIndex(self.rules, filing)

    def find(
        self, unit: Unit, held: Held, objects: Callable[[Match], bool], terms: Terms
    ) -> tuple[Stance, ...]:
        """Return the stances of one unit, at most one a position; what nobody sees holds none.

        `objects` tells whether the context lets a match of a position's own words go; `terms` are
        the names and terms that the document defines.
        """
        if not self._positions or unit.passage.location.hidden or unit.text.startswith(NOT_DONE):
            return ()
        plain, unit = unit, read_as(unit, terms.roles)
        own: dict[str, Match] = {}
        for match in (*self._index.matches(unit), *self._index.led_matches(unit)):
            if match.rule.id not in own and not objects(match):
                own[match.rule.id] = match
        things = self._things.of(plain, terms.parties)
        told = own or held.claims or held.clauses or held.let_go
        if not (told or (things and not terms.binding)) or _names_only(unit, held):
            return ()
        positions = self._positions if told else ()
        found = [self._stance(unit, topic, each, held, own) for topic, each in positions]
        if things and not terms.binding:
            found.extend(
                self._of_words(unit, topic, each, f"{topic}.{each.id}", held)
                for topic, each in self._of_anything
                if _apt(each, unit)
            )
        above = self._things.above(plain, terms.parties)
        return tuple(
            replace(stance, things=things, above=above) for stance in found if stance is not None
        )

    def named(self, units: Iterable[Unit], terms: Terms) -> tuple[Named, ...]:
        """Return the stems of the things that each unit names, where stances are asked for."""
        if not self._positions:
            return ()
        return tuple(
            Named(self._things.of(unit, terms.parties), unit.passage.location.member)
            for unit in units
        )

    def _stance(
        self, unit: Unit, topic: str, position: Position, held: Held, own: dict[str, Match]
    ) -> Stance | None:
        selected = self._selected(unit, topic, position, held)
        if selected is not None and _apt(position, unit):
            return selected
        match = own.get(f"{topic}.{position.id}")
        if match is None or (position.words_only and not _apt(position, unit)):
            return None
        stance = self._of_words(unit, topic, position, match.rule.id, held, led=match.led)
        return _narrowed(stance, unit, *unit.characters(match.start, match.end))

    def _selected(self, unit: Unit, topic: str, position: Position, held: Held) -> Stance | None:
        """Return the stance of the claim, clause or denied claim that a position selects."""
        for claim in held.claims:
            if _selects(position.claims, claim.category, claim.aspect, claim.rule):
                return replace(
                    _of(claim, topic, position, claim.location.clause, claim.lead),
                    category=Category(claim.category),
                    aspect=claim.aspect,
                    strength=claim.strength,
                )
        for clause in held.clauses:
            if _selects(position.clauses, clause.label, None, clause.rule):
                lead = unit.completed(led=False)
                stance = _of(clause, topic, position, clause.number, lead)
                return replace(stance, label=clause.label)
        for item in held.let_go:
            head = item.rule.partition(".")[0]
            denial = item.decision.check in _DENIALS
            if denial and _selects(position.denied, head, None, item.rule):
                return self._of_words(unit, topic, position, item.rule, held)
        return None

    def _of_words(
        self,
        unit: Unit,
        topic: str,
        position: Position,
        rule: str,
        held: Held,
        *,
        led: bool = False,
    ) -> Stance:
        claim = held.claims[0] if held.claims else None
        clause = held.clauses[0] if held.clauses else None
        return Stance(
            topic=topic,
            position=position.id,
            by=rule,
            text=unit.text,
            unit=unit.text,
            span=(0, len(unit.text)),
            location=unit.locate(0, len(unit.text)),
            passage=unit.index,
            offset=unit.start,
            number=unit.number,
            lead=unit.completed(led=led),
            category=claim.category if claim else None,
            aspect=claim.aspect if claim else None,
            strength=claim.strength if claim else None,
            label=clause.label if clause else None,
            facets=self._facets.of(unit),
        )


def _names_only(unit: Unit, held: Held) -> bool:
    """Tell whether a heading names what follows ("Human oversight") and says nothing itself."""
    heads = unit.passage.role in (Role.TITLE, Role.HEADING) and not (held.claims or held.clauses)
    return heads and len(unit.text.split()) <= _NAME_WORDS


def _apt(position: Position, unit: Unit) -> bool:
    row = Row((*unit.lead, *unit.tokens))
    if position.lacking is not None and row.holds(position.lacking):
        return False
    return position.holding is None or row.holds(position.holding)


def _selects(names: tuple[str, ...], label: str, aspect: str | None, rule: str) -> bool:
    return label in names or rule in names or f"{label}/{aspect}" in names


def _of(
    found: Claim | Clause, topic: str, position: Position, number: str | None, lead: str
) -> Stance:
    return Stance(
        topic=topic,
        position=position.id,
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


def _narrowed(stance: Stance, unit: Unit, start: int, end: int) -> Stance:
    place = unit.locate(start, end)
    return replace(stance, text=unit.text[start:end], span=(start, end), location=place)
