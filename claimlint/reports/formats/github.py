"""Annotations on the lines of a pull request."""

from __future__ import annotations

from claimlint.finding import Report
from claimlint.reports import github
from claimlint.reports.look import Look

SUFFIX = ".txt"
BINARY = False
LOOKS = True


def render(report: Report, look: Look) -> str:
    """Return workflow commands of GitHub Actions, one a finding."""
    return github.commands(report, look)
