"""Sets what a deck says beside what its contract says on the same topics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from claimlint.contracts.gravity import Closeness, Doubt, Found, Gravity, standing_out
from claimlint.contracts.list_leads import without_stems
from claimlint.contracts.nearness import Nearness
from claimlint.contracts.precedence import yielding
from claimlint.contracts.relations import Side, elsewhere, relation
from claimlint.contracts.things import Things
from claimlint.finding import DocumentReport
from claimlint.terms import Category, Strength
from claimlint.values.comparison import Conflict, Relation, Role, Stance
from claimlint.values.topics import KEPT, OTHER_FIGURE, Measure, Row, Topic


class Paper(Struct, frozen=True):
    """A document with the role in which it was given."""

    role: Role
    document: DocumentReport


class Advice(Struct, frozen=True):
    """What to ask about a category of claim, and the clause that would bind it."""

    question: str
    clause: str


class _Clause(Struct, frozen=True):
    """A sentence of another paper on a topic; `number` tells it from others, `place` orders it."""

    paper: Paper
    side: Side
    number: int
    place: int

    @property
    def stance(self) -> Stance:
        return self.side.stance


class _Said(Struct, frozen=True):
    """A sentence of a deck on a topic, and what its conflicts show; `place` orders it."""

    path: str
    side: Side
    place: int
    topic: Topic
    advice: Advice
    fingerprint: str | None

    @property
    def stance(self) -> Stance:
        return self.side.stance


Advices = Mapping[tuple[Category, str | None], Advice]
"""What to ask, by category and aspect."""


def compare(
    papers: Sequence[Paper], topics: Sequence[Topic], advices: Advices
) -> tuple[Conflict, ...]:
    """Return how the sentences of the decks stand to those of the other papers, gravest first.

    Of one sentence of a deck and one of a contract only the gravest relation is told. Among equals
    the order is that of strength, then of the papers.
    """
    by_id = {topic.id: topic for topic in topics}
    decks = [paper for paper in papers if paper.role is Role.DECK]
    others = [paper for paper in papers if paper.role is not Role.DECK]
    things = Things([deck.document for deck in decks], [paper.document for paper in others])
    nearness = Nearness([deck.document for deck in decks], [paper.document for paper in others])
    clauses = _Clauses(others, things, nearness)
    found = [
        each
        for sentence in _sentences(decks, by_id, advices, things, nearness)
        for each in _gravest(sentence, clauses, nearness)
    ]
    told = tuple(each.conflict for each in standing_out(found))
    return yielding(told, [(paper.role, paper.document) for paper in others])


def _sentences(
    decks: Sequence[Paper],
    topics: Mapping[str, Topic],
    advices: Advices,
    things: Things,
    nearness: Nearness,
) -> Iterator[list[_Said]]:
    """Yield what each sentence of the decks holds."""
    places = _places((paper, claim) for paper in decks for claim in paper.document.stances)
    for document in (paper.document for paper in decks):
        held: dict[tuple[int, int], list[_Said]] = {}
        fingerprints = _fingerprints(document)
        for claim in document.stances:
            topic = topics[claim.topic]
            said = _Said(
                document.path,
                Side(
                    replace(claim, number=None),
                    things.of_claim(claim),
                    nearness.claim(document.path, claim),
                ),
                places[document.path, claim.location.order],
                topic,
                _advice(claim, topic, advices),
                fingerprints.get((claim.passage, claim.offset, claim.category)),
            )
            held.setdefault((claim.passage, claim.offset), []).append(said)
        yield from held.values()


class _Clauses:
    """What the other papers hold on the topics."""

    def __init__(self, papers: Sequence[Paper], things: Things, nearness: Nearness) -> None:
        held = [(paper, without_stems(paper.document.stances)) for paper in papers]
        places = _places((paper, stance) for paper, stances in held for stance in stances)
        numbers: dict[tuple[int, int, str | None], int] = {}
        self._on: dict[str, list[_Clause]] = {}
        for index, (paper, stances) in enumerate(held):
            for stance in stances:
                paragraph = (index, stance.passage, stance.number)
                number = numbers.setdefault(paragraph, len(numbers))
                place = places[paper.document.path, stance.location.order]
                near = nearness.clause(paper.document.path, stance)
                side = Side(stance, things.of_clause(stance), near)
                clause = _Clause(paper, side, number, place)
                self._on.setdefault(stance.topic, []).append(clause)
        self._nearness = nearness
        self._met: dict[tuple[str, str], _Met] = {}

    def meeting(self, said: _Said) -> Iterable[tuple[Row, _Clause]]:
        """Return the clauses that may have to do with what a deck says, and the rows why."""
        key = (said.topic.id, said.stance.position)
        if key not in self._met:
            topic, position = said.topic, said.stance.position
            on = self._on.get(topic.id, ())
            rows = ((topic.row(position, clause.stance.position), clause) for clause in on)
            self._met[key] = _Met((row, clause) for row, clause in rows if row is not None)
        return self._met[key].by(self._nearness.near(said.side.near))


class _Met:
    """The clauses that meet a position, those that only nearness joins to it by paragraphs."""

    def __init__(self, rows: Iterable[tuple[Row, _Clause]]) -> None:
        self._always: list[tuple[Row, _Clause]] = []
        self._near: dict[int, list[tuple[Row, _Clause]]] = {}
        for row, clause in rows:
            if row.measure is not Measure.THINGS:
                self._always.append((row, clause))
                continue
            if clause.side.near is not None:
                self._near.setdefault(clause.side.near, []).append((row, clause))

    def by(self, near: Iterable[int]) -> Iterator[tuple[Row, _Clause]]:
        """Yield those that meet it in any case or in one of the paragraphs."""
        yield from self._always
        for paragraph in near:
            yield from self._near.get(paragraph, ())


def _places(held: Iterable[tuple[Paper, Stance]]) -> Mapping[tuple[str, tuple[int, ...]], int]:
    """Return the places of stances, numbered in order."""
    places = {(paper.document.path, stance.location.order) for paper, stance in held}
    return {place: number for number, place in enumerate(sorted(places))}


def _gravest(sentence: Sequence[_Said], clauses: _Clauses, nearness: Nearness) -> Iterator[Found]:
    """Yield how a sentence of a deck stands to each of the other papers.

    What is doubtful is left out where the sentence surely stands to one on the same thing.
    """
    best: dict[int, Found] = {}
    doubtful: dict[int, Found] = {}
    known = False
    for said in sentence:
        claim = said.stance
        strength = len(Strength) if claim.strength is None else claim.strength.rank
        for row, clause in clauses.meeting(said):
            kind = relation(row, said.side, clause.side, nearness)
            if kind is None or _elsewhere(row, said, clause, nearness):
                continue
            shifts = row.duty_shift and kind is Relation.CONTRADICTS
            gravity = Gravity(
                doubt=Doubt.of(row),
                relation=-1 if shifts else kind.rank,
                strength=strength,
                claim_place=said.place,
                clause_place=clause.place,
            )
            held = doubtful if row.weak else best
            if clause.number not in held or gravity < held[clause.number].gravity:
                near = _closeness(said, clause)
                held[clause.number] = Found(
                    gravity,
                    clause.number,
                    near,
                    _conflict(kind, row, clause, said),
                    nearness.between(said.side.near, clause.side.near),
                )
            known = known or (gravity.doubt is Doubt.NONE and _close(said, clause))
    yield from best.values() if known else (doubtful | best).values()


def _closeness(said: _Said, clause: _Clause) -> Closeness:
    """Tell whether the two name one thing; on a topic that has no parts they all do."""
    if not said.topic.parts or not said.side.subject.own or not clause.side.subject.own:
        return Closeness.OPEN
    apart_in_all = said.side.subject.sought.isdisjoint(clause.side.subject.sought)
    return Closeness.OTHER if apart_in_all else Closeness.SAME


def _close(said: _Said, clause: _Clause) -> bool:
    """Tell whether a clause is on the very thing of a claim, or on the whole of what is sold."""
    return not said.topic.parts or _closeness(said, clause) is Closeness.SAME


def _elsewhere(row: Row, said: _Said, clause: _Clause, nearness: Nearness) -> bool:
    """Tell whether a promise and a clause on one topic have to do with others instead."""
    if row.measure is Measure.THINGS or not said.topic.parts:
        return False
    return elsewhere(said.side, clause.side, nearness)


def _conflict(kind: Relation, row: Row, clause: _Clause, said: _Said) -> Conflict:
    supports = kind is Relation.SUPPORTS
    return Conflict(
        kind=kind,
        topic=said.topic.id,
        title=said.topic.title,
        claim_document=said.path,
        claim=said.stance,
        clause_document=clause.paper.document.path,
        clause_role=clause.paper.role,
        clause=clause.stance,
        why=_why(kind, row),
        negotiate="" if supports else said.advice.clause,
        question="" if supports else said.advice.question,
        duty_shift=row.duty_shift and kind is Relation.CONTRADICTS,
        fingerprint=said.fingerprint,
    )


def _why(kind: Relation, row: Row) -> str:
    """Return why the two stand so: what figures or words in common decide differs from the row."""
    if kind is row.kind or kind is Relation.LIMITS:
        return row.why
    return KEPT if kind is Relation.SUPPORTS else OTHER_FIGURE


def _advice(claim: Stance, topic: Topic, advices: Advices) -> Advice:
    """Return the topic's own words, else those of a category of claim."""
    if topic.ask:
        return Advice(topic.ask, topic.negotiate)
    return advices.get(_asked_of(claim, topic)) or advices[topic.category, topic.aspect]


def _asked_of(claim: Stance, topic: Topic) -> tuple[Category, str | None]:
    """Return the category whose question fits: the claim's own where the claim is what conflicts.

    A sentence that takes its position by other words may claim something else besides.
    """
    if claim.category is None or claim.by == f"{topic.id}.{claim.position}":
        return topic.category, topic.aspect
    return claim.category, claim.aspect


def _fingerprints(document: DocumentReport) -> Mapping[tuple[int, int, Category | None], str]:
    """Return those of the findings by the place and category of their claims, the first of each."""
    found: dict[tuple[int, int, Category | None], str] = {}
    for finding in document.findings:
        claim = finding.claim
        found.setdefault((claim.passage, claim.offset, claim.category), finding.fingerprint)
    return found
