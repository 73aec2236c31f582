"""Faults of decisions as programs tell them: the file, its line, and what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from claimlint.finding import Notice, Report
from claimlint.reports.uris import relative
from claimlint.values.ruling import FAULTS


class DecisionFault(Struct, frozen=True):
    """What is wrong with a decision that stands in a document or a record."""

    path: str
    line: int | None
    code: str
    message: str


def decision_faults(report: Report, folder: str) -> Iterator[DecisionFault]:
    """Yield the faults of decisions in the documents, then those of the record."""
    for document in report.documents:
        yield from _faults(document.notices, relative(document.path, folder))
    yield from _faults(report.notices, "")


def _faults(notices: Sequence[Notice], path: str) -> Iterator[DecisionFault]:
    for notice in notices:
        if notice.code not in FAULTS:
            continue
        place = notice.location
        line = None if place is None else place.line
        named = path or ("" if place is None else place.label.rpartition(":")[0])
        message = notice.message.removeprefix(f"{named}:{line}: ")
        yield DecisionFault(named, line, notice.code, message)
