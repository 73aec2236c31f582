"""Two versions for programs: the report on the new one, with its changes."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.finding import Report
from claimlint.reports import json_report

NAME = "json"
SUFFIX = ".json"
BINARY = False
LOOKS = False


def render(report: Report) -> str:
    """Return the report as indented JSON."""
    return json_report.render(report)


def written(report: Report) -> Iterator[bytes]:
    """Yield the bytes of the report in pieces."""
    return json_report.written(report)
