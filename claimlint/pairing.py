"""Pairs the claims of each matter with the evidence in its papers and dossiers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from claimlint.detect.detector import Detected
from claimlint.document import Document
from claimlint.finding import Assessment, DocumentReport, Finding
from claimlint.fingerprint import fingerprints
from claimlint.rulebook.catalogue import Catalogue
from claimlint.terms import Level, Verdict


@dataclass(frozen=True, slots=True)
class Case:
    """A document with what detection found in it; `kind_said` if the call told its kind."""

    document: Document
    detected: Detected
    kind_said: bool = False


def paired(
    cases: Sequence[Case],
    dossiers: Sequence[tuple[str | None, Path]],
    catalogue: Catalogue,
    today: date,
) -> Iterator[DocumentReport]:
    """Yield the report of each document, in order."""
    for case in cases:
        document, detected = case.document, case.detected
        findings = []
        for claim, (fingerprint, group) in zip(
            detected.claims, fingerprints(detected.claims), strict=True
        ):
            entry = catalogue.category(claim.category, claim.aspect)
            findings.append(
                Finding(
                    claim=claim,
                    level=Level.WARNING,
                    evidence=tuple(
                        Assessment(
                            kind=kind,
                            required=True,
                            verdict=Verdict.BARE,
                            required_by=str(claim.category),
                        )
                        for kind in entry.required
                    ),
                    fingerprint=fingerprint,
                    group=group,
                    question=entry.question,
                    rewrite=entry.rewrite,
                )
            )
        yield DocumentReport(
            path=document.path,
            format=document.format,
            sha256=document.sha256,
            matter=document.matter,
            kind=detected.kind,
            kind_by="call" if case.kind_said else "guess",
            status=document.status,
            language=detected.language,
            coverage=document.coverage,
            units=detected.units,
            findings=tuple(findings),
            clauses=detected.clauses,
        )
