"""The memo for lawyers, as Markdown."""

from __future__ import annotations

from claimlint.finding import Report
from claimlint.reports import memo

SUFFIX = ".md"
BINARY = False
LOOKS = False


def render(report: Report) -> str:
    """Return the memo as Markdown."""
    return memo.markdown(report)
