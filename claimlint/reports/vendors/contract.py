"""What a vendor's contracts do to its other papers, as cells of the comparison."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from claimlint.document import file_name
from claimlint.reports.safe_text import safe
from claimlint.reports.vendors.cells import Cell, Grade, Vendor, counted
from claimlint.values.comparison import Relation


def _contract(vendor: Vendor) -> Cell:
    held = _contracts(vendor)
    return Cell(", ".join(held)) if held else Cell("none", Grade.POOR)


def _contracts(vendor: Vendor) -> tuple[str, ...]:
    """Return the names of the contracts, of those in a mail or an archive too."""
    found: list[str] = []
    for paper in vendor.papers:
        if paper.kind == "contract":
            found.append(file_name(paper.path))
        else:
            found.extend(filter(None, (clause.location.member for clause in paper.clauses)))
    return tuple(map(safe, dict.fromkeys(found)))


def _against(vendor: Vendor, kind: Relation) -> Cell:
    if not _contracts(vendor):
        return Cell("–")
    number = _gravest(vendor).count(kind)
    bad = Grade.POOR if kind is Relation.CONTRADICTS else Grade.PART
    return counted(number, bad if number else Grade.GOOD)


def _supported(vendor: Vendor) -> Cell:
    if not _contracts(vendor):
        return Cell("–")
    number = _gravest(vendor).count(Relation.SUPPORTS)
    return counted(number, Grade.GOOD if number else Grade.PLAIN)


def _gravest(vendor: Vendor) -> list[Relation]:
    """Return for each sentence that a clause meets the gravest that its clauses do to it."""
    told: dict[tuple[str, int, int], set[Relation]] = {}
    for each in vendor.conflicts:
        sentence = (each.claim_document, each.claim.passage, each.claim.offset)
        told.setdefault(sentence, set()).add(each.kind)
    order = (Relation.CONTRADICTS, Relation.LIMITS, Relation.SUPPORTS)
    return [next(kind for kind in order if kind in kinds) for kinds in told.values()]


def _shifted(vendor: Vendor) -> Cell:
    if not _contracts(vendor):
        return Cell("–")
    number = sum(each.duty_shift for each in vendor.conflicts)
    return Cell("yes", Grade.POOR) if number else Cell("no", Grade.GOOD)


MEASURES: tuple[tuple[str, Callable[[Vendor], Cell]], ...] = (
    ("Contract among the papers", _contract),
    ("Statements that a clause contradicts", partial(_against, kind=Relation.CONTRADICTS)),
    ("Statements that a clause limits", partial(_against, kind=Relation.LIMITS)),
    ("Statements that a clause supports", _supported),
    ("Sold without review, contracted with it", _shifted),
)
"""A statement that several clauses meet counts once, by the gravest of them."""
