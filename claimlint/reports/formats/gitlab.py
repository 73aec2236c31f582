"""The report for GitLab's code quality widget.

Source: GitLab's documentation of the code quality report format.
"""

from __future__ import annotations

import hashlib

from claimlint.finding import Report
from claimlint.reports.file_places import Spot, all_spots
from claimlint.reports.json_rows import indented
from claimlint.reports.look import Look
from claimlint.reports.wording import sentence
from claimlint.terms import Level

NAME = "gitlab"
SUFFIX = ".json"
BINARY = False
LOOKS = True

_SEVERITY = {Level.ERROR: "critical", Level.WARNING: "major", Level.NOTE: "minor"}


def render(report: Report, look: Look) -> str:
    """Return one entry a finding; fingerprints differ between files with the same words."""
    rows = [_row(spot) for spot in all_spots(report, look)]
    return indented(rows)


def _row(spot: Spot) -> dict[str, object]:
    finding = spot.finding
    name = f"{spot.path}\x1f{finding.fingerprint}"
    return {
        "description": f"{sentence(finding)} ({finding.claim.location.label})",
        "check_name": finding.claim.rule,
        "fingerprint": hashlib.sha256(name.encode("utf-8", "replace")).hexdigest(),
        "severity": _SEVERITY[finding.level],
        "location": {"path": spot.path, "lines": {"begin": spot.line or 1}},
    }
