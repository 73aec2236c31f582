"""The comparison of vendors for programs."""

from __future__ import annotations

from claimlint.finding import Report
from claimlint.reports.json.rows import indented
from claimlint.reports.vendors.cells import Cell
from claimlint.reports.vendors.grid import grid

SCHEMA = "claimlint-vendors/1"


def render(report: Report) -> str:
    """Return the comparison as indented JSON: vendors, then each measure with a cell a vendor."""
    found = grid(report)
    data = {
        "schema": SCHEMA,
        "today": found.today,
        "tool": found.tool,
        "vendors": [
            {"name": vendor.name, "folder": vendor.matter.name, "about": vendor.about or None,
             "claims": len(vendor.claims),
             "backed": sum(each.finding.backed for each in vendor.claims)}
            for vendor in found.vendors
        ],
        "sections": [
            {"title": section.title,
             "measures": [
                 {"title": measure.title, "cells": [_cell(cell) for cell in measure.cells]}
                 for measure in section.measures
             ]}
            for section in found.sections
        ],
    }  # fmt: skip
    return indented(data)


def _cell(cell: Cell) -> dict[str, object]:
    return {
        "text": cell.text, "grade": str(cell.grade), "number": cell.number,
        "note": cell.note or None,
    }  # fmt: skip
