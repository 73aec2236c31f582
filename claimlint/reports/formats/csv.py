"""The claims as a table for spreadsheets."""

from __future__ import annotations

from claimlint.finding import Report
from claimlint.reports import csv_report

NAME = "csv"
SUFFIX = ".csv"
BINARY = False
LOOKS = False


def render(report: Report) -> str:
    """Return one row a claim and place; no cell can run."""
    return csv_report.render(report)
