"""The report as JSON, schema `claimlint-report/1`: every key always there, null when unknown."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict

from claimlint.document import Problem
from claimlint.finding import (
    Assessment,
    Clause,
    Disclosure,
    DocumentReport,
    FieldFound,
    Finding,
    LetGo,
    Notice,
    Report,
)
from claimlint.reports.disclosures import owed
from claimlint.reports.json_changes import change_row, history_row, incident_row
from claimlint.reports.json_conflicts import conflict_row, reading_row
from claimlint.reports.json_rows import Json, facets_row, location_row
from claimlint.reports.tally import claims_of, tally
from claimlint.terms import Category, Verdict

SCHEMA = "claimlint-report/1"


def render(report: Report) -> str:
    """Return the report as indented JSON that ends with a line feed."""
    return json.dumps(as_json(report), indent=2, ensure_ascii=False) + "\n"


def as_json(report: Report) -> Json:
    """Return the report as plain dictionaries, lists, texts, numbers and None."""
    tool = report.tool
    return {
        "schema": SCHEMA,
        "tool": {"name": "claimlint", **asdict(tool)},
        "documents": [document_row(document) for document in report.documents],
        "conflicts": [conflict_row(conflict) for conflict in report.conflicts],
        "contracts": [reading_row(reading) for reading in report.contracts],
        "changes": [change_row(change) for change in report.changes],
        "history": history_row(report.history),
        "incidents": [incident_row(each) for each in report.incidents],
        "questions": [asdict(question) for question in report.questions],
        "rules": [asdict(rule) for rule in report.rules],
        "notices": [_notice(notice) for notice in report.notices],
        "summary": _summary(report),
    }


def document_row(document: DocumentReport) -> Json:
    """Return what the report says of one document."""
    coverage = document.coverage
    return {
        "path": document.path,
        "format": document.format,
        "kind": document.kind,
        "kind_by": document.kind_by,
        "matter": document.matter,
        "language": document.language,
        "status": document.status,
        "sha256": document.sha256,
        "coverage": {
            "units": document.units,
            "pages": coverage.pages,
            "parts": dict(coverage.parts),
            "problems": [_problem(problem) for problem in coverage.problems],
        },
        "findings": [_finding(finding) for finding in document.findings],
        "clauses": [_clause(clause) for clause in document.clauses],
        "disclosures": [_disclosure(disclosure) for disclosure in document.disclosures],
        "notices": [_notice(notice) for notice in document.notices],
        "let_go": [_let_go(item) for item in document.let_go],
    }


def _let_go(item: LetGo) -> Json:
    return {
        "rule": item.rule,
        "text": item.text,
        "unit": item.unit,
        "decision": asdict(item.decision),
        "location": location_row(item.location),
    }


def _finding(finding: Finding) -> Json:
    claim = finding.claim
    return {
        "rule": claim.rule,
        "category": claim.category,
        "aspect": claim.aspect,
        "strength": claim.strength,
        "strength_by": claim.strength_by,
        "level": finding.level,
        "confidence": claim.confidence,
        "text": claim.text,
        "unit": claim.unit,
        "lead": claim.lead,
        "span": list(claim.span),
        "marks": [list(mark) for mark in claim.marks],
        "why": [asdict(decision) for decision in claim.why],
        "facets": facets_row(claim.facets),
        "fingerprint": finding.fingerprint,
        "group": finding.group,
        "location": location_row(claim.location),
        "evidence": [_assessment(assessment) for assessment in finding.evidence],
        "repeats": finding.repeats,
        "question": finding.question,
        "rewrite": finding.rewrite,
        "precedents": list(finding.precedents),
        "suppressed": finding.suppressed,
        "ruling": None if finding.ruling is None else asdict(finding.ruling),
    }


def _assessment(assessment: Assessment) -> Json:
    return {
        "kind": assessment.kind,
        "required": assessment.required,
        "required_by": assessment.required_by,
        "verdict": assessment.verdict,
        "missing": list(assessment.missing),
        "found": [_field(found) for found in assessment.found],
        "provenance": assessment.provenance,
        "reason": assessment.reason,
    }


def _field(found: FieldFound) -> Json:
    return {
        "field": found.field,
        "text": found.text,
        "value": found.value,
        "document": found.document,
        "location": location_row(found.location),
    }


def _clause(clause: Clause) -> Json:
    return {
        "rule": clause.rule,
        "label": clause.label,
        "text": clause.text,
        "unit": clause.unit,
        "span": list(clause.span),
        "number": clause.number,
        "facets": facets_row(clause.facets),
        "location": location_row(clause.location),
    }


def _disclosure(disclosure: Disclosure) -> Json:
    fields: dict[str, list[Json]] = {}
    for found in disclosure.fields:
        fields.setdefault(found.field, []).append(_field(found))
    return {
        "kind": disclosure.kind,
        "fields": fields,
        "provenance": disclosure.provenance,
        "product": disclosure.product,
        "version": disclosure.version,
        "date": disclosure.date,
        "from_dossier": disclosure.from_dossier,
        "document": disclosure.document,
        "location": location_row(disclosure.location),
    }


def _notice(notice: Notice) -> Json:
    return {
        "code": notice.code,
        "message": notice.message,
        "location": None if notice.location is None else location_row(notice.location),
    }


def _problem(problem: Problem) -> Json:
    return {
        "code": problem.code,
        "message": problem.message,
        "location": None if problem.location is None else location_row(problem.location),
        "fatal": problem.fatal,
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
        "kind": item.kind,
        "verdict": item.verdict,
        "found": [_field(found) for found in item.found],
        "missing": list(item.missing),
        "provenance": item.provenance,
        "reason": item.reason,
    }
