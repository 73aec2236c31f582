"""The report for reviewdog: one diagnostic a line.

Columns are left out: reviewdog counts bytes of the source, which a report does not hold.

Source: reviewdog's Diagnostic format.
"""

from __future__ import annotations

import json

from claimlint.finding import Report
from claimlint.reports.file_places import Spot, all_spots
from claimlint.reports.look import Look
from claimlint.reports.wording import sentence
from claimlint.terms import Level

NAME = "rdjsonl"
SUFFIX = ".jsonl"
BINARY = False
LOOKS = True

_SEVERITY = {Level.ERROR: "ERROR", Level.WARNING: "WARNING", Level.NOTE: "INFO"}


def render(report: Report, look: Look) -> str:
    """Return one line of JSON a finding."""
    rows = (_row(spot) for spot in all_spots(report, look))
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _row(spot: Spot) -> dict[str, object]:
    finding = spot.finding
    location: dict[str, object] = {"path": spot.path}
    if spot.line is not None:
        location["range"] = {"start": {"line": spot.line}, "end": {"line": spot.end_line}}
    return {
        "message": f"{sentence(finding)} ({finding.claim.location.label})",
        "location": location,
        "severity": _SEVERITY[finding.level],
        "source": {"name": "claimlint"},
        "code": {"value": finding.claim.rule},
    }
