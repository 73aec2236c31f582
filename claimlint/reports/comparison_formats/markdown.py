"""The comparison as Markdown."""

from __future__ import annotations

from claimlint.finding import Report
from claimlint.reports import conflicts_markdown

SUFFIX = ".md"
BINARY = False
LOOKS = False


def render(report: Report) -> str:
    """Return the comparison as Markdown with a table a matter."""
    return conflicts_markdown.render(report)
