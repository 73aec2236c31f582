"""One line a claim, as compilers print: for terminals, hooks and editors that jump to a place."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.finding import Report
from claimlint.reports.contents.wording import sentence
from claimlint.reports.look import Look
from claimlint.reports.safe_text import safe
from claimlint.reports.tools.decision_faults import decision_faults
from claimlint.reports.tools.file_places import Spot, spots


def render(report: Report, look: Look) -> str:
    """Return a line for each claim that lacks evidence, then for each fault of a decision."""
    return "".join(f"{line}\n" for line in _lines(report, look))


def _lines(report: Report, look: Look) -> Iterator[str]:
    for document in report.documents:
        for spot in spots(document, look):
            finding = spot.finding
            yield f"{_where(spot)}: {finding.level}: {sentence(finding)} [{finding.claim.rule}]"
    for fault in decision_faults(report, look.folder):
        where = safe(fault.path) if fault.line is None else f"{safe(fault.path)}:{fault.line}"
        yield f"{where}: warning: {safe(fault.message)} [{fault.code}]"


def _where(spot: Spot) -> str:
    """Return the file with line and column, or with the place that it has instead."""
    place = spot.finding.claim.location
    path = safe(spot.path)
    if spot.line is None:
        return f"{path}: {safe(place.label)}"
    # A column holds in the document only, not in its extract.
    column = f":{place.column}" if spot.line == place.line and place.column is not None else ""
    return f"{path}:{spot.line}{column}"
