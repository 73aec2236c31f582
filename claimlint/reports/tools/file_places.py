"""Findings with the file and line that a program can open, for the short formats."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from claimlint.finding import DocumentReport, Finding, Report
from claimlint.reports.look import Look
from claimlint.reports.tools.extracts import SUFFIX, extract, has_lines
from claimlint.reports.uris import relative


class Spot(Struct, frozen=True):
    """A finding that is neither backed nor let through: its file, and its first and last line.

    The file is that of the document, or its extract; lines count from 1 and are None where the
    document has none.
    """

    finding: Finding
    path: str
    line: int | None = None
    end_line: int | None = None


def spots(document: DocumentReport, look: Look) -> Iterator[Spot]:
    """Yield the findings of a document in its order."""
    lined = has_lines(document)
    lines = extract(document).lines if look.extracts and not lined else ()
    path = relative(document.path, look.folder)
    for finding in document.findings:
        if finding.backed or finding.suppressed is not None:
            continue
        place = finding.claim.location
        if lines:
            line = lines[finding.claim.passage]
            yield Spot(finding, path + SUFFIX, line, line)
        elif lined and place.line is not None and place.member is None:
            yield Spot(finding, path, place.line, place.end_line or place.line)
        else:
            yield Spot(finding, path)


def all_spots(report: Report, look: Look) -> Iterator[Spot]:
    """Yield the findings of all documents."""
    for document in report.documents:
        yield from spots(document, look)
