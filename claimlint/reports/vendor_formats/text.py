"""The comparison of vendors for people at a terminal."""

from __future__ import annotations

from claimlint.finding import Report
from claimlint.reports.look import Look
from claimlint.reports.vendors import text
from claimlint.reports.vendors.grid import grid

NAME = "text"
SUFFIX = ".txt"
BINARY = False
LOOKS = True


def render(report: Report, look: Look) -> str:
    """Return the comparison in the width and colours that `look` asks for."""
    return text.render(grid(report), shape=look.shape, full=look.full)
