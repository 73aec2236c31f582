"""The one-page brief for the person who signs, as Markdown."""

from __future__ import annotations

from claimlint.finding import Report
from claimlint.reports import brief

SUFFIX = ".md"
BINARY = False
LOOKS = False


def render(report: Report) -> str:
    """Return the brief as Markdown."""
    return brief.markdown(report)
