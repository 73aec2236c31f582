"""Two versions as Markdown."""

from __future__ import annotations

from claimlint.finding import Report
from claimlint.reports import drift_markdown

NAME = "markdown"
SUFFIX = ".md"
BINARY = False
LOOKS = False


def render(report: Report) -> str:
    """Return the changes as a Markdown table."""
    return drift_markdown.render(report)
