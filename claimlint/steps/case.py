"""One file of a run after reading and detection."""

from __future__ import annotations

from msgspec import Struct

from claimlint.detect.detected import Detected
from claimlint.document import Document
from claimlint.evidence.disclosures.document_evidence import DocumentEvidence


class Case(Struct, frozen=True):
    """A document with what detection found in it; `kind_said` if the call told its kind.

    `evidence` is what it gives to its matter, where that is worked out already.
    """

    document: Document
    detected: Detected
    kind_said: bool = False
    evidence: DocumentEvidence | None = None
