"""Sets what a deck says beside what its contract says on the same topics."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from claimlint.contracts.measures import Standing, standing
from claimlint.contracts.stems import spelled_out
from claimlint.finding import DocumentReport
from claimlint.terms import Category, Strength
from claimlint.values.comparison import Conflict, Relation, Role, Stance
from claimlint.values.topics import Row, Topic

_KINDS = tuple(Relation)
_STRENGTHS = (Strength.STRONG, Strength.PLAIN, Strength.HEDGED, None)


class Paper(Struct, frozen=True):
    """A document with the role in which it was given."""

    role: Role
    document: DocumentReport


class Advice(Struct, frozen=True):
    """What to ask about a category of claim, and the clause that would bind it."""

    question: str
    clause: str


class _Said(Struct, frozen=True):
    """What a sentence of a deck holds, as its conflicts show it."""

    paper: Paper
    stance: Stance
    fingerprint: str | None


Advices = Mapping[tuple[Category, str | None], Advice]


def compare(
    papers: Sequence[Paper], topics: Sequence[Topic], advices: Advices
) -> tuple[Conflict, ...]:
    """Return how the sentences of the decks stand to those of the other papers, gravest first.

    Of one sentence of a deck and one of a contract only the gravest relation is told. Among equals
    the order is that of strength, then of the papers.
    """
    by_id = {topic.id: topic for topic in topics}
    decks = [tuple(_said(paper)) for paper in papers if paper.role is Role.DECK]
    others = [(paper, _by_topic(paper)) for paper in papers if paper.role is not Role.DECK]
    found = [
        conflict
        for deck in decks
        for other, clauses in others
        for conflict in _between(deck, other, clauses, by_id, advices)
    ]
    return tuple(sorted(found, key=_gravity))


def _said(paper: Paper) -> Iterator[_Said]:
    for claim in paper.document.stances:
        yield _Said(paper, replace(claim, number=None), _fingerprint(paper.document, claim))


def _by_topic(paper: Paper) -> Mapping[str, Sequence[Stance]]:
    found: dict[str, list[Stance]] = {}
    for clause in spelled_out(paper.document.stances):
        found.setdefault(clause.topic, []).append(clause)
    return found


def _between(
    deck: Sequence[_Said],
    other: Paper,
    clauses: Mapping[str, Sequence[Stance]],
    topics: Mapping[str, Topic],
    advices: Advices,
) -> Iterator[Conflict]:
    best: dict[tuple[object, ...], Conflict] = {}
    for said in deck:
        claim = said.stance
        for clause in clauses.get(claim.topic, ()):
            conflict = _conflict(said, other, clause, topics[claim.topic], advices)
            if conflict is None:
                continue
            key = (claim.passage, claim.offset, clause.passage, clause.offset)
            if key not in best or _gravity(conflict) < _gravity(best[key]):
                best[key] = conflict
    yield from best.values()


def _conflict(
    said: _Said, other: Paper, clause: Stance, topic: Topic, advices: Advices
) -> Conflict | None:
    claim = said.stance
    row = topic.row(claim.position, clause.position)
    if row is None:
        return None
    kind = _kind(row, claim, clause)
    if kind is None:
        return None
    advice = advices[_asked_of(claim, topic)]
    supports = kind is Relation.SUPPORTS
    return Conflict(
        kind=kind,
        topic=topic.id,
        title=topic.title,
        claim_document=said.paper.document.path,
        claim=claim,
        clause_document=other.document.path,
        clause_role=other.role,
        clause=clause,
        why=_KEPT if supports and row.kind is not kind else row.why,
        negotiate="" if supports else advice.clause,
        question="" if supports else advice.question,
        duty_shift=row.duty_shift and kind is Relation.CONTRADICTS,
        fingerprint=said.fingerprint,
    )


def _asked_of(claim: Stance, topic: Topic) -> tuple[Category, str | None]:
    """Return the category whose question fits: the claim's own where the claim is what conflicts.

    A sentence that takes its position by other words may claim something else besides.
    """
    if claim.category is None or claim.by == f"{topic.id}.{claim.position}":
        return topic.category, topic.aspect
    return claim.category, claim.aspect


_KEPT = "The contract promises what the deck states."


def _kind(row: Row, claim: Stance, clause: Stance) -> Relation | None:
    if row.measure is None:
        return row.kind
    found = standing(row.measure, claim.facets, clause.facets, row.least)
    if found is Standing.ENOUGH:
        return Relation.SUPPORTS
    if found is Standing.APART:
        return None
    return Relation.LIMITS if found is Standing.PART else row.kind


def _fingerprint(document: DocumentReport, claim: Stance) -> str | None:
    for finding in document.findings:
        other = finding.claim
        same = (other.passage, other.offset) == (claim.passage, claim.offset)
        if same and other.category is claim.category:
            return finding.fingerprint
    return None


def _gravity(conflict: Conflict) -> tuple[object, ...]:
    return (
        not conflict.duty_shift,
        _KINDS.index(conflict.kind),
        _STRENGTHS.index(conflict.claim.strength),
        conflict.claim_document,
        conflict.claim.location.order,
        conflict.clause_document,
        conflict.clause.location.order,
    )
