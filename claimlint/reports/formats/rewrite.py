"""The rewrite sheet for a vendor, as a Word document."""

from __future__ import annotations

from claimlint.finding import Report
from claimlint.reports import rewrite

SUFFIX = ".docx"
BINARY = True
LOOKS = False


def render(report: Report) -> bytes:
    """Return the rewrite sheet as a Word document."""
    return rewrite.word(report)
