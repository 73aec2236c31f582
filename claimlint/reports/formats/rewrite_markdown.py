"""The rewrite sheet for a vendor, as Markdown."""

from __future__ import annotations

from claimlint.finding import Report
from claimlint.reports import rewrite

SUFFIX = ".md"
BINARY = False
LOOKS = False


def render(report: Report) -> str:
    """Return the rewrite sheet as Markdown."""
    return rewrite.markdown(report)
