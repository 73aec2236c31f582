"""The report as Markdown."""

from __future__ import annotations

from claimlint.finding import Report
from claimlint.reports import markdown
from claimlint.reports.look import Look

NAME = "markdown"
SUFFIX = ".md"
BINARY = False
LOOKS = True


def render(report: Report, look: Look) -> str:
    """Return the report as Markdown; texts of documents are escaped."""
    return markdown.render(report, full=look.full)
