"""Fills in a questionnaire as a vendor does: into the cells of a workbook, and saves it again."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

from openpyxl import load_workbook

AUDIT = {
    "fairness-audit/groups": "by sex and age",
    "fairness-audit/metric-per-group": "impact ratio 0.92 by sex, 0.88 by age",
    "fairness-audit/n-per-group": "1,204 women and 1,377 men",
    "fairness-audit/data-period": "applications of 2025",
    "fairness-audit/auditor": "Kestle Ridge Laboratory, independent",
    "fairness-audit/date": "2026-03-01",
    "fairness-audit/gaps": "thresholds were set anew",
}
ANSWER, STATE, ID = 3, 4, 7


def filled(data: bytes, answers: Mapping[str, str], path: Path, states: Mapping[str, str]) -> Path:
    """Write the workbook with answers and states by the ids of their fields; return its path."""
    book = load_workbook(io.BytesIO(data))
    for row in book["Questions"].iter_rows(min_row=2):
        name = row[ID].value
        if name in answers:
            row[ANSWER].value = answers[name]
        if name in states:
            row[STATE].value = states[name]
    book.save(path)
    return path
