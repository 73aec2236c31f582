"""The report as JSON, schema `claimlint-report/1`: every key always there, null when unknown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache

from claimlint.finding import Assessment, Disclosure, DocumentReport, FieldFound, Finding, Report
from claimlint.reports.contents.disclosures import owed
from claimlint.reports.contents.tally import claims_of, tally
from claimlint.reports.json.changes import change_row, history_row, incident_row
from claimlint.reports.json.conflicts import conflict_rows, reading_row
from claimlint.reports.json.rows import Json, pieces, row, whole
from claimlint.terms import Category, Verdict

SCHEMA = "claimlint-report/1"
_Field = Callable[[FieldFound], Json]
_CLAUSE = ("rule", "label", "text", "unit", "span", "number", "facets", "location")


def render(report: Report) -> str:
    """Return the report as indented JSON that ends with a line feed."""
    return b"".join(written(report)).decode()


def written(report: Report) -> Iterator[bytes]:
    """Yield what `render` returns, in pieces: the conflicts of a data room fill hundreds of MB."""
    return pieces(_rows(report))


def _rows(report: Report) -> Json:
    return {
        "schema": SCHEMA,
        "tool": {"name": "claimlint", **whole(report.tool)},
        "documents": map(document_row, report.documents),
        "conflicts": conflict_rows(report.conflicts),
        "contracts": [reading_row(reading) for reading in report.contracts],
        "changes": [change_row(change) for change in report.changes],
        "history": history_row(report.history),
        "incidents": [incident_row(each) for each in report.incidents],
        **row(report, "questions", "rules", "notices"),
        "summary": _summary(report),
    }


def document_row(document: DocumentReport) -> Json:
    """Return what the report says of one document."""
    coverage = document.coverage
    field = cache(_field)  # what one piece of evidence shows stands with all claims that it serves
    return {
        **row(document, "path", "format", "kind", "kind_by", "matter", "language", "status"),
        "sha256": document.sha256,
        "coverage": {
            "units": document.units,
            "pages": coverage.pages,
            "parts": dict(coverage.parts),
            "problems": whole(coverage.problems),
        },
        "findings": [_finding(finding, field) for finding in document.findings],
        "clauses": [row(clause, *_CLAUSE) for clause in document.clauses],
        "disclosures": [_disclosure(each, field) for each in document.disclosures],
        "notices": whole(document.notices),
        "let_go": [
            row(each, "rule", "text", "unit", "decision", "location") for each in document.let_go
        ],
    }


def _finding(finding: Finding, field: _Field) -> Json:
    claim = finding.claim
    return {
        **row(claim, "rule", "category", "aspect", "strength", "strength_by"),
        "level": finding.level,
        **row(claim, "confidence", "text", "unit", "lead", "span", "marks", "why", "facets"),
        **row(finding, "fingerprint", "group"),
        "location": whole(claim.location),
        "evidence": [_assessment(assessment, field) for assessment in finding.evidence],
        **row(finding, "repeats", "question", "rewrite", "precedents", "suppressed", "ruling"),
    }


def _assessment(assessment: Assessment, field: _Field) -> Json:
    return {
        **row(assessment, "kind", "required", "required_by", "verdict", "missing"),
        "found": [field(found) for found in assessment.found],
        **row(assessment, "provenance", "reason"),
    }


def _field(found: FieldFound) -> Json:
    return row(found, "field", "text", "value", "document", "location")


def _disclosure(disclosure: Disclosure, field: _Field) -> Json:
    by_name: dict[str, list[Json]] = {}
    for found in disclosure.fields:
        by_name.setdefault(found.field, []).append(field(found))
    return {
        "kind": disclosure.kind,
        "fields": by_name,
        **row(disclosure, "provenance", "product", "version", "date", "from_dossier"),
        **row(disclosure, "document", "location"),
    }


def _summary(report: Report) -> Json:
    """Return the counts: findings at each place, claims once and without those let through."""
    counts, findings = tally(report), claims_of(report)
    verdicts = Counter(
        assessment.verdict for finding in findings for assessment in finding.required
    )
    categories = Counter(finding.claim.category for finding in findings)
    return {
        "documents": len(report.documents),
        "findings": len(report.findings),
        "claims": counts.claims,
        "backed": counts.backed,
        "suppressed": counts.let_through,
        "by_category": {str(key): categories[key] for key in Category},
        "by_level": {str(level): count for level, count in counts.levels},
        "by_verdict": {str(key): verdicts[key] for key in Verdict},
        "owed": [_owed(matter.name, item) for matter in report.matters for item in owed(matter)],
    }


def _owed(matter: str, item: Assessment) -> Json:
    return {
        "matter": matter,
        **row(item, "kind", "verdict"),
        "found": [_field(found) for found in item.found],
        **row(item, "missing", "provenance", "reason"),
    }
