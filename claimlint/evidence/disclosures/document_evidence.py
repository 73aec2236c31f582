"""What one document gives to its matter, worked out without the matter's other papers."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from claimlint.document import Document
from claimlint.evidence.disclosures.beginnings import begun
from claimlint.evidence.disclosures.find import find_disclosures
from claimlint.evidence.disclosures.short_of_evidence import only_named_in
from claimlint.evidence.judgement import Judgement, best
from claimlint.evidence.own_papers import is_ours
from claimlint.finding import Clause, Disclosure
from claimlint.rulebook.entries import Catalogue, EvidenceKind
from claimlint.terms import Verdict


class DocumentEvidence(Struct, frozen=True, kw_only=True):
    """Disclosures, and of each kind by its id the best that is only named, promised or begun."""

    disclosures: tuple[Disclosure, ...] = ()
    named: tuple[tuple[str, Judgement], ...] = ()


def document_evidence(
    document: Document, catalogue: Catalogue, clauses: Sequence[Clause]
) -> DocumentEvidence:
    """Return what a document gives, nothing where claimlint wrote it; `clauses` are its own."""
    if is_ours(document):
        return DocumentEvidence()
    disclosures = find_disclosures(document, catalogue, clauses=clauses)
    disclosed = {item.kind for item in disclosures}
    named = (
        (kind.id, _lesser(document, catalogue, kind, clauses, disclosed=kind.id in disclosed))
        for kind in catalogue.kinds
    )
    return DocumentEvidence(
        disclosures=disclosures, named=tuple((kind, best(found)) for kind, found in named if found)
    )


def _lesser(
    document: Document,
    catalogue: Catalogue,
    kind: EvidenceKind,
    clauses: Sequence[Clause],
    *,
    disclosed: bool,
) -> tuple[Judgement, ...]:
    """Return what falls short of evidence; what is begun counts where there is nothing better."""
    found = tuple(only_named_in(document, catalogue, kind))
    if disclosed or any(each.verdict.rank > Verdict.BARE.rank for each in found):
        return found
    beginning = begun(document, catalogue, kind, clauses)
    return found if beginning is None else (*found, beginning)
