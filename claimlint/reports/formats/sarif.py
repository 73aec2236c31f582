"""The report for code scanning."""

from __future__ import annotations

from claimlint.finding import Report
from claimlint.reports.look import Look
from claimlint.reports.sarif import log

SUFFIX = ".sarif"
BINARY = False
LOOKS = True


def render(report: Report, look: Look) -> str:
    """Return the report as a SARIF 2.1.0 log."""
    return log.render(report, look)
