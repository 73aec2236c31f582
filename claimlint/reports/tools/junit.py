"""The report for test runners: a suite a document, a case a claim.

Source: the format that Jenkins, GitLab and others read; it has no standard of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from claimlint.finding import DocumentReport, Finding, Report
from claimlint.reports.contents.wording import headline, lacking
from claimlint.reports.look import Look
from claimlint.reports.safe_text import safe
from claimlint.reports.tools.decision_faults import DecisionFault, decision_faults
from claimlint.reports.tools.file_places import Spot, spots
from claimlint.reports.uris import relative


def render(report: Report, look: Look) -> str:
    """Return the report as JUnit XML: claims that lack evidence fail, those let through skip."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites name="claimlint">']
    for document in report.documents:
        lines.extend(_suite(document, look))
    lines.extend(_decisions(tuple(decision_faults(report, look.folder))))
    return "\n".join([*lines, "</testsuites>"]) + "\n"


def _suite(document: DocumentReport, look: Look) -> Iterator[str]:
    path = relative(document.path, look.folder)
    fatal = [problem for problem in document.coverage.problems if problem.fatal]
    skipped = sum(finding.suppressed is not None for finding in document.findings)
    failed = {spot.finding.fingerprint: spot for spot in spots(document, look)}
    cases = len(document.findings) + (1 if fatal or not document.findings else 0)
    yield (
        f"  <testsuite name={_quoted(path)} tests={_quoted(str(cases))} "
        f"failures={_quoted(str(len(failed)))} errors={_quoted(str(len(fatal[:1])))} "
        f"skipped={_quoted(str(skipped))}>"
    )
    for problem in fatal[:1]:
        error = f"<error message={_quoted(problem.message)}/>"
        yield f'    <testcase classname={_quoted(path)} name="read">{error}</testcase>'
    if not document.findings and not fatal:
        yield f'    <testcase classname={_quoted(path)} name="no claims"/>'
    for finding in document.findings:
        yield _case(finding, path, failed)
    yield "  </testsuite>"


def _decisions(faults: Sequence[DecisionFault]) -> Iterator[str]:
    """Yield a suite of the decisions that somebody must mend, where there are any."""
    if not faults:
        return
    count = _quoted(str(len(faults)))
    yield f'  <testsuite name="decisions" tests={count} failures={count} errors="0" skipped="0">'
    for fault in faults:
        at = "" if fault.line is None else f' line="{fault.line}"'
        failure = f"<failure type={_quoted(fault.code)} message={_quoted(fault.message)}/>"
        yield (
            f"    <testcase classname={_quoted(fault.path)} file={_quoted(fault.path)}{at} "
            f"name={_quoted(fault.code)}>{failure}</testcase>"
        )
    yield "  </testsuite>"


def _case(finding: Finding, path: str, failed: dict[str, Spot]) -> str:
    place = safe(finding.claim.location.label)
    spot = failed.get(finding.fingerprint)
    file, line = (spot.path, spot.line) if spot else (path, None)
    at = f" line={_quoted(str(line))}" if line is not None else ""
    name = f"{finding.claim.rule}, {place}: {safe(finding.claim.text)}"
    body = ""
    if finding.suppressed is not None and finding.ruling is not None:
        reason = f"{finding.suppressed}: {finding.ruling.reason}".rstrip(": ")
        body = f"<skipped message={_quoted(reason)}/>"
    elif finding.fingerprint in failed:
        told = escape(f"{place}: {safe(finding.claim.unit)}")
        message = f"{headline(finding)}. Evidence {lacking(finding)}."
        body = f"<failure type={_quoted(finding.level)} message={_quoted(message)}>{told}</failure>"
    head = f"    <testcase classname={_quoted(path)} file={_quoted(file)}{at} name={_quoted(name)}"
    return f"{head}>{body}</testcase>" if body else f"{head}/>"


def _quoted(text: str) -> str:
    return f'"{escape(safe(text))}"'
