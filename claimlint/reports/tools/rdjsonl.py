"""The report for reviewdog: one diagnostic a line.

Columns are left out: reviewdog counts bytes of the source, which a report does not hold.

Source: reviewdog's Diagnostic format.
"""

from __future__ import annotations

import json

from claimlint.finding import Report
from claimlint.reports.contents.wording import sentence
from claimlint.reports.look import Look
from claimlint.reports.tools.decision_faults import DecisionFault, decision_faults
from claimlint.reports.tools.file_places import Spot, all_spots
from claimlint.terms import Level

_SEVERITY = {Level.ERROR: "ERROR", Level.WARNING: "WARNING", Level.NOTE: "INFO"}


def render(report: Report, look: Look) -> str:
    """Return one line of JSON a finding, then one a fault of a decision."""
    rows = [_row(spot) for spot in all_spots(report, look)]
    rows += [_fault_row(fault) for fault in decision_faults(report, look.folder)]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _row(spot: Spot) -> dict[str, object]:
    finding = spot.finding
    return {
        "message": f"{sentence(finding)} ({finding.claim.location.label})",
        "location": _location(spot.path, spot.line, spot.end_line),
        "severity": _SEVERITY[finding.level],
        "source": {"name": "claimlint"},
        "code": {"value": finding.claim.rule},
    }


def _fault_row(fault: DecisionFault) -> dict[str, object]:
    return {
        "message": fault.message,
        "location": _location(fault.path, fault.line, fault.line),
        "severity": _SEVERITY[Level.WARNING],
        "source": {"name": "claimlint"},
        "code": {"value": fault.code},
    }


def _location(path: str, line: int | None, end: int | None) -> dict[str, object]:
    if line is None:
        return {"path": path}
    return {"path": path, "range": {"start": {"line": line}, "end": {"line": end}}}
