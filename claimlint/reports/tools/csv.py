"""The claims as a table for spreadsheets: one row a claim and place."""

from __future__ import annotations

from claimlint.finding import DocumentReport, Finding, Report
from claimlint.office.cells import csv_table
from claimlint.reports.safe_text import safe

HEADS = (
    "matter", "document", "place", "page", "slide", "sheet", "line", "column", "category",
    "aspect", "rule", "strength", "level", "claim", "sentence", "backed", "worst verdict",
    "verdicts", "missing", "question", "rewrite", "repeats", "suppressed", "fingerprint", "group",
    "confidence",
)  # fmt: skip


def render(report: Report) -> str:
    """Return the findings as CSV for spreadsheets."""
    pairs = ((document, finding) for document in report.documents for finding in document.findings)
    return csv_table((HEADS, *(map(safe, _row(*pair)) for pair in pairs)))


def _row(document: DocumentReport, finding: Finding) -> tuple[str, ...]:
    claim = finding.claim
    place = claim.location
    lacks = [f"{i.kind}: {', '.join(i.missing)}" for i in finding.required if i.missing]
    return (
        document.matter, document.path, place.label, _number(place.page), _number(place.slide),
        place.sheet or "", _number(place.line), _number(place.column), str(claim.category),
        claim.aspect or "", claim.rule, str(claim.strength), str(finding.level), claim.text,
        claim.unit, "yes" if finding.backed else "no", str(finding.worst),
        "; ".join(f"{item.kind}: {item.verdict}" for item in finding.required), "; ".join(lacks),
        finding.question, finding.rewrite, str(finding.repeats), finding.suppressed or "",
        finding.fingerprint, finding.group, str(claim.confidence),
    )  # fmt: skip


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
