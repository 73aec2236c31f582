"""What one document gives to its matter, worked out without the matter's other papers."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from claimlint.document import Document
from claimlint.evidence.disclosures import find_disclosures
from claimlint.evidence.judgement import Judgement, best
from claimlint.evidence.traces import traces_in
from claimlint.finding import Clause, Disclosure
from claimlint.rulebook.entries import Catalogue


class Gleaned(Struct, frozen=True, kw_only=True):
    """Disclosures, and of each kind by its id the best that is only named or promised."""

    disclosures: tuple[Disclosure, ...] = ()
    named: tuple[tuple[str, Judgement], ...] = ()


def gleaned(document: Document, catalogue: Catalogue, clauses: Sequence[Clause]) -> Gleaned:
    """Return what a document gives; `clauses` are its own."""
    named = ((kind.id, tuple(traces_in(document, catalogue, kind))) for kind in catalogue.kinds)
    return Gleaned(
        disclosures=find_disclosures(document, catalogue, clauses=clauses),
        named=tuple((kind, best(found)) for kind, found in named if found),
    )
