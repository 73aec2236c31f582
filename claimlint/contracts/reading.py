"""What a contract says by itself: commitments, what is absent, boilerplate, papers not given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePosixPath

from claimlint.contracts.compare import Paper
from claimlint.contracts.precedence import ranks
from claimlint.document import ReadStatus
from claimlint.finding import Clause, DocumentReport
from claimlint.terms import COMMITMENTS, Category, ClauseLabel
from claimlint.values.comparison import (
    Conflict,
    ContractReading,
    Emptied,
    Lacking,
    Quote,
    Reference,
    Relation,
    Role,
    Stance,
)

_WHY = {
    ClauseLabel.AS_IS: "Provided as it is: no claim about quality is owed.",
    ClauseLabel.NO_RELIANCE: "The written contract is all: what a deck says is not owed.",
    ClauseLabel.LIABILITY_CAP: "Liability is limited: a claim that fails costs the vendor no more.",
}
_GIVEN_AS = {
    Role.SLA: ("sla", "service level"),
    Role.DPA: ("dpa", "data processing"),
    Role.TERMS: ("terms of",),
    Role.CARD: ("model card",),
}

Binding = Mapping[Category, tuple[tuple[ClauseLabel, ...], str]]
"""For each category the labels of the clauses that bind it, and a clause to propose."""


def readings(
    papers: Sequence[Paper],
    conflicts: Sequence[Conflict],
    binding: Binding,
    empties: Callable[[str], bool],
) -> tuple[ContractReading, ...]:
    """Return what each paper that is no deck says by itself, in the order of the call.

    `empties` tells of a rule, by its id, whether its clauses empty claims.
    """
    decks = [paper.document for paper in papers if paper.role is Role.DECK]
    contracts = [
        paper
        for paper in papers
        if paper.role is not Role.DECK and paper.document.status is not ReadStatus.UNREADABLE
    ]
    held = {clause.label for paper in contracts for clause in paper.document.clauses}
    claimed = _claimed(decks or [paper.document for paper in contracts])
    found = []
    for paper in contracts:
        document = paper.document
        labels = {clause.label for clause in document.clauses}
        boilerplate = [c for c in document.clauses if c.label in _WHY and empties(c.rule)]
        found.append(
            ContractReading(
                document=document.path,
                role=paper.role,
                commitments=tuple(
                    quote(document, clause)
                    for clause in document.clauses
                    if clause.label in COMMITMENTS
                ),
                absent=tuple(label for label in ClauseLabel if label not in labels),
                lacking=_lacking(claimed, held, binding),
                cut_off=tuple(
                    quote(document, clause)
                    for clause in boilerplate
                    if clause.label is ClauseLabel.NO_RELIANCE
                ),
                emptied=_emptied(document, boilerplate, decks, conflicts),
                not_given=_not_given(document, papers),
                ranks=ranks(document),
            )
        )
    return tuple(found)


def quote(document: DocumentReport, clause: Clause) -> Quote:
    """Return the words of a clause with their place."""
    return Quote(
        document=document.path,
        text=clause.text,
        unit=clause.unit,
        span=clause.span,
        location=clause.location,
        rule=clause.rule,
        label=clause.label,
        number=clause.number,
    )


def _claimed(documents: Sequence[DocumentReport]) -> tuple[Category, ...]:
    held = {finding.claim.category for document in documents for finding in document.findings}
    return tuple(category for category in Category if category in held)


def _lacking(
    claimed: Sequence[Category], held: set[ClauseLabel], binding: Binding
) -> tuple[Lacking, ...]:
    """Return the binding labels that no paper has, with the categories that need them."""
    found = []
    for label in COMMITMENTS:
        needing = tuple(c for c in claimed if label in binding[c][0])
        if needing and label not in held:
            found.append(Lacking(label=label, categories=needing, negotiate=binding[needing[0]][1]))
    return tuple(found)


def _emptied(
    document: DocumentReport,
    boilerplate: Sequence[Clause],
    decks: Sequence[DocumentReport],
    conflicts: Sequence[Conflict],
) -> tuple[Emptied, ...]:
    """Return the boilerplate of a paper with the claims that it empties.

    A claim that a clause of the paper supports is not emptied by it. What is told as a conflict is
    not told again, but what its sentence says besides is ("as is, and Customer shall review"), and
    a ceiling of liability, which meets all claims.
    """
    specific = {(*_place(c.clause), c.clause.by) for c in conflicts if _of(c, document)}
    told = {_place(c.clause) for c in conflicts if _of(c, document)}
    said = Counter(map(_place, document.clauses))
    kept = {c.fingerprint for c in conflicts if c.kind is Relation.SUPPORTS and _of(c, document)}
    findings = [finding for deck in decks for finding in deck.findings]
    groups = tuple(dict.fromkeys(f.group for f in findings if f.fingerprint not in kept))
    if not groups:
        return ()
    return tuple(
        Emptied(clause=quote(document, clause), why=_WHY[clause.label], claims=groups)
        for clause in boilerplate
        if clause.label is ClauseLabel.LIABILITY_CAP
        or _place(clause) not in told
        or (said[_place(clause)] > 1 and (*_place(clause), clause.rule) not in specific)
    )


def _place(item: Clause | Stance) -> tuple[int, int]:
    """Return where the sentence stands that holds a clause or a stance."""
    return item.passage, item.offset


def _of(conflict: Conflict, document: DocumentReport) -> bool:
    return conflict.clause_document == document.path


def _not_given(document: DocumentReport, papers: Sequence[Paper]) -> tuple[Reference, ...]:
    """Return the papers that a document names, does not hold itself, and that were not given."""
    others = [paper for paper in papers if paper.document.path != document.path]
    return tuple(
        reference
        for reference in document.references
        if not reference.own and not any(_is_paper(reference.name, paper) for paper in others)
    )


def _is_paper(name: str, paper: Paper) -> bool:
    words = name.lower()
    stem = PurePosixPath(paper.document.path).stem.lower().replace("-", " ").replace("_", " ")
    if words in stem:
        return True
    return any(words.startswith(known) for known in _GIVEN_AS.get(paper.role, ()))
