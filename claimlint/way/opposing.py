"""Sets the papers of each matter beside its contracts: a report with their conflicts."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from claimlint.comparison import Role
from claimlint.contracts.compare import Advice, Advices, Paper, compare
from claimlint.finding import Report
from claimlint.rulebook.entries import Catalogue
from claimlint.terms import DocumentKind
from claimlint.topics import Topic


def opposed(report: Report, topics: Sequence[Topic], catalogue: Catalogue) -> Report:
    """Return a report with the conflicts inside each matter, its contracts told by their kind.

    The report must hold the stances of its documents; another matter's contract is never looked at.
    """
    papers: dict[str, list[Paper]] = {matter.name: [] for matter in report.matters}
    for document in report.documents:
        if document.matter in papers:
            papers[document.matter].append(Paper(_role_by_kind(document.kind), document))
    told = advices(catalogue)
    found = [conflict for each in papers.values() for conflict in compare(each, topics, told)]
    return replace(report, conflicts=tuple(found))


def advices(catalogue: Catalogue) -> Advices:
    """Return by category and aspect what to ask, and the clause that would bind the claim."""
    return {
        (entry.category, entry.aspect): Advice(entry.question, entry.clause.text)
        for entry in catalogue.categories
    }


def _role_by_kind(kind: DocumentKind) -> Role:
    return Role.CONTRACT if kind is DocumentKind.CONTRACT else Role.DECK
