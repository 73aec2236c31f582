"""The comparison for people at a terminal."""

from __future__ import annotations

from claimlint.finding import Report
from claimlint.reports import conflicts_text
from claimlint.reports.look import Look

SUFFIX = ".txt"
BINARY = False
LOOKS = True


def render(report: Report, look: Look) -> str:
    """Return the comparison as lines of the width and colours that `look` asks for."""
    return conflicts_text.render(report, shape=look.shape, full=look.full)
