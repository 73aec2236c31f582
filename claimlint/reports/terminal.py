"""The report for a terminal or a pipe: claims in reading order, disclosures, questions, answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from claimlint.document import ReadStatus
from claimlint.finding import Clause, DocumentReport, Report
from claimlint.reports.disclosures import THREE, disclosed
from claimlint.reports.plain import safe
from claimlint.reports.screen import Shape, printed
from claimlint.reports.terminal_claim import claim_lines
from claimlint.terms import ClauseLabel, Level

_LEVEL_STYLES = {Level.ERROR: "bold red", Level.WARNING: "yellow", Level.NOTE: "cyan"}


def render(report: Report, *, shape: Shape, full: bool = False, why: bool = False) -> str:
    """Return the report as text. `full` adds all fields, questions and wordings.

    Text from documents is printed without markup, control characters or direction overrides.
    """
    return printed(_lines(report, shape.width, full=full, why=why), shape)


def _lines(report: Report, width: int, *, full: bool, why: bool) -> Iterator[RenderableType]:
    for document in report.documents:
        yield from _document(document, width, full=full, why=why)
    yield from _disclosures(report)
    yield from _questions(report)
    yield from _answer(report)


def _document(
    document: DocumentReport, width: int, *, full: bool, why: bool
) -> Iterator[RenderableType]:
    yield Text(safe(document.path), "bold") + Text(f"  {_about(document)}", "dim")
    for problem in document.coverage.problems:
        where = f"{problem.location.label}: " if problem.location else ""
        yield _hanging(f"  not read: {where}{safe(problem.message)}", "yellow")
    shown: set[str] = set()
    for finding in document.findings:
        if finding.group in shown and not full:
            continue
        again = [
            other.claim.location.label
            for other in document.findings
            if other.group == finding.group and other is not finding
        ]
        shown.add(finding.group)
        yield from claim_lines(finding, width, again=again, full=full, why=why)
    yield from _clauses(document, full=full)
    for notice in document.notices:
        where = f"{notice.location.label}: " if notice.location else ""
        yield _hanging(f"  note: {where}{safe(notice.message)}", "dim")
    yield Text("")


def _about(document: DocumentReport) -> str:
    if document.status is ReadStatus.UNREADABLE:
        return "could not be read"
    pages = document.coverage.pages
    unit = {"pptx": "slides", "odp": "slides", "xlsx": "sheets"}.get(document.format, "pages")
    counted = [f"{pages} {unit if pages != 1 else unit[:-1]}"] if pages else []
    claims = len(document.findings)
    counted.append(f"{claims} claim{'' if claims == 1 else 's'}")
    if document.clauses:
        counted.append(f"{len(document.clauses)} clauses")
    if document.status is ReadStatus.PARTLY_READ:
        counted.append("partly read")
    return f"{document.kind} · " + " · ".join(counted)


def _clauses(document: DocumentReport, *, full: bool) -> Iterator[RenderableType]:
    if not document.clauses:
        return
    yield Text("  Clauses", "bold")
    for label in ClauseLabel:
        held = [clause for clause in document.clauses if clause.label is label]
        if held:
            yield _hanging(f"  {label}: " + "; ".join(_cited(clause) for clause in held), "")
            for clause in held if full else ():
                yield _hanging(f"      {_cited(clause)}: {safe(clause.unit)}", "dim")
    absent = [str(label) for label in ClauseLabel if label not in _labels(document)]
    if absent:
        yield _hanging("  not in the contract: " + ", ".join(absent), "dim")


def _labels(document: DocumentReport) -> set[ClauseLabel]:
    return {clause.label for clause in document.clauses}


def _cited(clause: Clause) -> str:
    return f"clause {clause.number}" if clause.number else clause.location.label


def _disclosures(report: Report) -> Iterator[RenderableType]:
    yield Text("What the papers disclose", "bold")
    for kind, title in THREE:
        state, style = disclosed(report, kind)
        yield Text(f"  {title}: ") + Text(safe(state), style)
    yield Text("")


def _questions(report: Report) -> Iterator[RenderableType]:
    if not report.questions:
        return
    yield Text("What to ask the vendor", "bold")
    for number, question in enumerate(report.questions, start=1):
        settles = len(question.claims)
        tail = f" (settles {settles} claim{'' if settles == 1 else 's'})"
        yield _hanging(f"  {number}. {question.text}{tail}", "")
    yield Text("")


def _answer(report: Report) -> Iterator[RenderableType]:
    groups = {finding.group: finding for finding in report.findings}
    backed = sum(finding.backed for finding in groups.values())
    levels = Counter(finding.level for finding in groups.values())
    unread = [d for d in report.documents if d.status is not ReadStatus.READ]
    count = len(report.documents)
    yield Text(
        f"{len(groups)} claims in {count} document{'' if count == 1 else 's'}: "
        f"{backed} backed by the evidence found, {len(groups) - backed} not.",
        "bold",
    )
    parts = [Text(f"{levels[level]} {level}", _LEVEL_STYLES[level]) for level in _LEVEL_STYLES]
    yield Text("By level: ") + Text(", ").join(parts) + Text(".")
    if unread:
        yield _hanging(
            "Not read, or only in part: " + ", ".join(safe(d.path) for d in unread), "yellow"
        )
    for notice in report.notices:
        yield _hanging(safe(notice.message) + ".", "dim")
    yield Text(
        "Fields, questions, wordings: --full. A category or rule: claimlint explain ID.", "dim"
    )


def _hanging(text: str, style: str) -> Padding:
    """Return a line whose continuation stands under its first word."""
    body = text.lstrip()
    return Padding(Text(body, style), (0, 0, 0, len(text) - len(body)))
