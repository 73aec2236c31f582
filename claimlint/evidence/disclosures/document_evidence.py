"""What one document gives to its matter, worked out without the matter's other papers."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from claimlint.document import Document
from claimlint.evidence.disclosures.beginnings import begun
from claimlint.evidence.disclosures.find import find_disclosures
from claimlint.evidence.disclosures.short_of_evidence import only_named_in
from claimlint.evidence.judgement import Judgement, best
from claimlint.finding import Clause, Disclosure
from claimlint.rulebook.entries import Catalogue, EvidenceKind


class DocumentEvidence(Struct, frozen=True, kw_only=True):
    """Disclosures, and of each kind by its id the best that is only named, promised or begun."""

    disclosures: tuple[Disclosure, ...] = ()
    named: tuple[tuple[str, Judgement], ...] = ()


def document_evidence(
    document: Document, catalogue: Catalogue, clauses: Sequence[Clause]
) -> DocumentEvidence:
    """Return what a document gives; `clauses` are its own."""
    named = ((kind.id, _lesser(document, catalogue, kind, clauses)) for kind in catalogue.kinds)
    return DocumentEvidence(
        disclosures=find_disclosures(document, catalogue, clauses=clauses),
        named=tuple((kind, best(found)) for kind, found in named if found),
    )


def _lesser(
    document: Document, catalogue: Catalogue, kind: EvidenceKind, clauses: Sequence[Clause]
) -> tuple[Judgement, ...]:
    beginning = begun(document, catalogue, kind, clauses)
    found = only_named_in(document, catalogue, kind)
    return (*found, *(() if beginning is None else (beginning,)))
