"""The report for a browser: the verdict, the documents with their claims marked, the evidence."""

from __future__ import annotations

from claimlint.finding import Report
from claimlint.reports.html import page
from claimlint.reports.look import Look

SUFFIX = ".html"
BINARY = False
LOOKS = True
PICTURES = True


def render(report: Report, look: Look) -> str:
    """Return one HTML file that needs nothing from elsewhere and no script to be read."""
    return page.render(report, look.pictures, why=look.why)
