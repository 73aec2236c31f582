"""The comparison as a page: the deck left, the contract right."""

from __future__ import annotations

from claimlint.finding import Report
from claimlint.reports.columns import compared

SUFFIX = ".html"
BINARY = False
LOOKS = False


def render(report: Report) -> str:
    """Return the comparison as one HTML file."""
    return compared.render(report)
