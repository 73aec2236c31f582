"""Two versions for programs: the report on the new one, with its changes."""

from __future__ import annotations

from claimlint.finding import Report
from claimlint.reports import json_report

NAME = "json"
SUFFIX = ".json"
BINARY = False
LOOKS = False


def render(report: Report) -> str:
    """Return the report as indented JSON."""
    return json_report.render(report)
