"""The one-page brief for the person who signs, as a Word document."""

from __future__ import annotations

from claimlint.finding import Report
from claimlint.reports import brief

SUFFIX = ".docx"
BINARY = True
LOOKS = False


def render(report: Report) -> bytes:
    """Return the brief as a Word document."""
    return brief.word(report)
