"""A report as one SARIF log with one run.

Source: SARIF 2.1.0 (OASIS); limits as GitHub documents them for code scanning.
"""

from __future__ import annotations

from claimlint.document import NOTHING_LOST, Problem, ReadStatus
from claimlint.finding import DocumentReport, Report
from claimlint.reports.contents.tally import unbacked
from claimlint.reports.json.rows import Json, indented
from claimlint.reports.look import Look
from claimlint.reports.safe_text import safe
from claimlint.reports.sarif.places import Places
from claimlint.reports.sarif.results import FAULTY, finding_result, notice_result
from claimlint.reports.sarif.rules import rule_entries

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MOST = 25_000
"""GitHub refuses a run with more results."""


def render(report: Report, look: Look) -> str:
    """Return the log as JSON; the gravest findings stand first, backed ones are left out.

    Paths become relative to `look.folder`. With `look.extracts` the places of paged documents are
    lines of the extracts beside them.
    """
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, look)]}
    return indented(log)


def _run(report: Report, look: Look) -> Json:
    places = {document.path: Places(document, look) for document in report.documents}
    rules = rule_entries(report)
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    compared = any(notice.code == "baseline" for notice in report.notices)
    results = [
        finding_result(finding, places[document.path], index, compared=compared)
        for document, finding in unbacked(report)
    ]
    results += [
        notice_result(notice, places[document.path], index)
        for document in report.documents
        for notice in document.notices
        if notice.code in FAULTY
    ]
    notes = [note for document in report.documents for note in _unread(document, places)]
    notes += [
        _note("warning" if notice.code in FAULTY else "note", safe(notice.message))
        for notice in report.notices
    ]
    if len(results) > MOST:
        notes.append(
            _note("warning", f"{len(results) - MOST} findings of the least level left out")
        )
    return {
        "tool": {"driver": _driver(report, rules)},
        "automationDetails": {"id": "claimlint/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report, notes)],
        "results": results[:MOST],
    }


def _driver(report: Report, rules: list[Json]) -> Json:
    tool = report.tool
    return {
        "name": "claimlint",
        "version": tool.version,
        "semanticVersion": tool.version,
        "rules": rules,
        "properties": {
            "rulesDigest": tool.rules_digest,
            "model": tool.model,
            "today": tool.today,
            "profile": tool.profile,
        },
    }


def _invocation(report: Report, notes: list[Json]) -> Json:
    unread = any(each.status is ReadStatus.UNREADABLE for each in report.documents)
    return {"executionSuccessful": not unread, "toolExecutionNotifications": notes}


def _unread(document: DocumentReport, places: dict[str, Places]) -> list[Json]:
    return [
        _note(
            "error" if problem.fatal else "note" if problem.code in NOTHING_LOST else "warning",
            _text_of(problem),
            places[document.path].whole(),
        )
        for problem in document.coverage.problems
    ]


def _text_of(problem: Problem) -> str:
    where = f"{safe(problem.location.label)}: " if problem.location else ""
    return f"{where}{safe(problem.message)}"


def _note(level: str, text: str, place: Json | None = None) -> Json:
    note: Json = {"level": level, "message": {"text": text}}
    if place is not None:
        note["locations"] = [place]
    return note
