"""The comparison of vendors as one HTML file."""

from __future__ import annotations

from claimlint.finding import Report
from claimlint.reports.vendors.grid import grid
from claimlint.reports.vendors.html import render as drawn

NAME = "html"
SUFFIX = ".html"
BINARY = False
LOOKS = False


def render(report: Report) -> str:
    """Return the comparison as one HTML file."""
    return drawn(grid(report))
