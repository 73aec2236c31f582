"""The summary of a job on GitHub."""

from __future__ import annotations

from claimlint.finding import Report
from claimlint.reports import github
from claimlint.reports.look import Look

SUFFIX = ".md"
BINARY = False
LOOKS = True


def render(report: Report, look: Look) -> str:
    """Return the job summary in Markdown."""
    return github.summary(report, look)
