"""The comparison of vendors for programs."""

from __future__ import annotations

from claimlint.finding import Report
from claimlint.reports.vendors.grid import grid
from claimlint.reports.vendors.json_grid import render as drawn

NAME = "json"
SUFFIX = ".json"
BINARY = False
LOOKS = False


def render(report: Report) -> str:
    """Return the comparison for programs."""
    return drawn(grid(report))
