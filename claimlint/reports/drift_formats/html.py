"""Two versions as a page."""

from __future__ import annotations

from claimlint.finding import Report
from claimlint.reports.columns import drifted

SUFFIX = ".html"
BINARY = False
LOOKS = False


def render(report: Report) -> str:
    """Return the changes as one HTML file."""
    return drifted.render(report)
