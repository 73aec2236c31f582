"""What one document gives to its matter, worked out without the matter's other papers."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from claimlint.document import Document
from claimlint.evidence.disclosures.absences import Assured, assured_in
from claimlint.evidence.disclosures.beginnings import begun
from claimlint.evidence.disclosures.find import find_disclosures
from claimlint.evidence.disclosures.searched_document import searched
from claimlint.evidence.disclosures.short_of_evidence import only_named_in
from claimlint.evidence.judgement import Judgement, best
from claimlint.evidence.own_papers import is_ours
from claimlint.finding import Clause, Disclosure
from claimlint.rulebook.entries import Catalogue
from claimlint.terms import DocumentKind

_ON_PRODUCT = frozenset({DocumentKind.MARKETING, DocumentKind.DISCLOSURE})


class DocumentEvidence(Struct, frozen=True, kw_only=True):
    """Disclosures, and of each kind by its id the best that is only named or promised.

    `begun` is by kind what the document shows of it where it does not disclose it, `assured` what
    it says of audits and tests that are there or not.
    """

    disclosures: tuple[Disclosure, ...] = ()
    named: tuple[tuple[str, Judgement], ...] = ()
    begun: tuple[tuple[str, Judgement], ...] = ()
    assured: Assured = Assured()


def document_evidence(
    document: Document, catalogue: Catalogue, clauses: Sequence[Clause], kind: DocumentKind
) -> DocumentEvidence:
    """Return what a document gives, nothing where claimlint wrote it; `clauses` are its own.

    Only a paper on a product, by its `kind`, begins a kind of evidence that it also names, or in
    passing: what a contract says so is a term.
    """
    if is_ours(document):
        return DocumentEvidence()
    disclosures = find_disclosures(document, catalogue, clauses=clauses)
    named = {
        entry.id: best(found)
        for entry in catalogue.kinds
        if (found := tuple(only_named_in(document, catalogue, entry)))
    }
    on_product = kind in _ON_PRODUCT
    told = {item.kind for item in disclosures}.union(() if on_product else named)
    beginnings = (
        (entry.id, begun(document, catalogue, entry, clauses, in_passing=on_product))
        for entry in catalogue.kinds
        if entry.id not in told
    )
    return DocumentEvidence(
        disclosures=disclosures,
        named=tuple(named.items()),
        begun=tuple((name, found) for name, found in beginnings if found is not None),
        assured=assured_in(searched(document, catalogue)),
    )
