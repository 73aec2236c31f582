"""The memo for lawyers, as a Word document."""

from __future__ import annotations

from claimlint.finding import Report
from claimlint.reports import memo

SUFFIX = ".docx"
BINARY = True
LOOKS = False


def render(report: Report) -> bytes:
    """Return the memo as a Word document."""
    return memo.word(report)
