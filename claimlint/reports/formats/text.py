"""The report for people at a terminal."""

from __future__ import annotations

from claimlint.finding import Report
from claimlint.reports import terminal
from claimlint.reports.look import Look

SUFFIX = ".txt"
BINARY = False
LOOKS = True


def render(report: Report, look: Look) -> str:
    """Return the report as lines of the width and colours that `look` asks for."""
    return terminal.render(report, shape=look.shape, full=look.full, why=look.why)
