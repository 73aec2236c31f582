"""Sets the papers of each vendor beside its contracts, and adds the conflicts to the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from claimlint.contracts.compare import Advice, Advices, Paper, compare
from claimlint.file_types import CONTAINERS, paper_in
from claimlint.finding import DocumentReport, Report
from claimlint.rulebook.entries import Catalogue
from claimlint.terms import DocumentKind
from claimlint.values.comparison import Role, Stance
from claimlint.values.topics import Topic


def opposed(report: Report, topics: Sequence[Topic], catalogue: Catalogue) -> Report:
    """Return a report with the conflicts inside each matter, its contracts told by their kind.

    The report must hold the stances of its documents; another matter's contract is never looked at.
    """
    papers: dict[str, list[Paper]] = {matter.name: [] for matter in report.matters}
    for document in report.documents:
        if document.matter in papers:
            papers[document.matter].extend(_papers(document))
    told = advices(catalogue)
    found = [conflict for each in papers.values() for conflict in compare(each, topics, told)]
    return replace(report, conflicts=tuple(found))


def advices(catalogue: Catalogue) -> Advices:
    """Return by category and aspect what to ask, and the clause that would bind the claim."""
    return {
        (entry.category, entry.aspect): Advice(entry.question, entry.clause.text)
        for entry in catalogue.categories
    }


def _papers(document: DocumentReport) -> Iterator[Paper]:
    """Yield the document, or each paper in a container: one with clauses of its own is a contract.

    What is no part of a container is told by its kind. A card or a report of tests tells what was
    measured, and promises nothing that a contract could take back.
    """
    contract = document.kind is DocumentKind.CONTRACT
    if contract or document.format not in CONTAINERS:
        if document.kind is not DocumentKind.DISCLOSURE:
            yield Paper(Role.CONTRACT if contract else Role.DECK, document)
        return
    held: dict[str | None, list[Stance]] = {}
    for stance in document.stances:
        held.setdefault(paper_in(stance.location.member), []).append(stance)
    binding = {paper_in(clause.location.member) for clause in document.clauses}
    for name, stances in held.items():
        role = Role.CONTRACT if name in binding else Role.DECK
        things = tuple(each for each in document.things if paper_in(each.member) == name)
        yield Paper(role, replace(document, stances=tuple(stances), things=things))
