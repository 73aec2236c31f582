"""The report for programs, with a schema that only grows."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.finding import Report
from claimlint.reports import json_report

SUFFIX = ".json"
BINARY = False
LOOKS = False


def render(report: Report) -> str:
    """Return the report as indented JSON."""
    return json_report.render(report)


def written(report: Report) -> Iterator[bytes]:
    """Yield the bytes of the report in pieces."""
    return json_report.written(report)
