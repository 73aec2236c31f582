"""The comparison of vendors as Markdown."""

from __future__ import annotations

from claimlint.finding import Report
from claimlint.reports.vendors.grid import grid
from claimlint.reports.vendors.markdown import render as drawn

NAME = "markdown"
SUFFIX = ".md"
BINARY = False
LOOKS = False


def render(report: Report) -> str:
    """Return the comparison as Markdown."""
    return drawn(grid(report))
