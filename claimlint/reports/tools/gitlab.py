"""The report for GitLab's code quality widget.

Source: GitLab's documentation of the code quality report format.
"""

from __future__ import annotations

import hashlib

from claimlint.finding import Report
from claimlint.reports.contents.wording import sentence
from claimlint.reports.json.rows import indented
from claimlint.reports.look import Look
from claimlint.reports.tools.decision_faults import DecisionFault, decision_faults
from claimlint.reports.tools.file_places import Spot, all_spots
from claimlint.terms import Level

_SEVERITY = {Level.ERROR: "critical", Level.WARNING: "major", Level.NOTE: "minor"}


def render(report: Report, look: Look) -> str:
    """Return one entry a finding, then one a fault of a decision.

    Fingerprints differ between files with the same words.
    """
    rows = [_row(spot) for spot in all_spots(report, look)]
    rows += [_fault_row(fault) for fault in decision_faults(report, look.folder)]
    return indented(rows)


def _row(spot: Spot) -> dict[str, object]:
    finding = spot.finding
    return {
        "description": f"{sentence(finding)} ({finding.claim.location.label})",
        "check_name": finding.claim.rule,
        "fingerprint": _digest(spot.path, finding.fingerprint),
        "severity": _SEVERITY[finding.level],
        "location": {"path": spot.path, "lines": {"begin": spot.line or 1}},
    }


def _fault_row(fault: DecisionFault) -> dict[str, object]:
    return {
        "description": fault.message,
        "check_name": fault.code,
        "fingerprint": _digest(fault.path, fault.message),
        "severity": _SEVERITY[Level.WARNING],
        "location": {"path": fault.path, "lines": {"begin": fault.line or 1}},
    }


def _digest(path: str, words: str) -> str:
    return hashlib.sha256(f"{path}\x1f{words}".encode("utf-8", "replace")).hexdigest()
