"""The comparison of vendors as a workbook."""

from __future__ import annotations

from claimlint.finding import Report
from claimlint.reports.vendors.grid import grid
from claimlint.reports.vendors.xlsx import render as drawn

NAME = "xlsx"
SUFFIX = ".xlsx"
BINARY = True
LOOKS = False


def render(report: Report) -> bytes:
    """Return the comparison as a workbook."""
    return drawn(grid(report))
