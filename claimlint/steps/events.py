"""What happens while documents are checked, one event after the other."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from claimlint.document import Problem
from claimlint.finding import Claim, DocumentReport, Report


class Started(Struct, frozen=True):
    """A run has started on so many files; `weights` are their names and how much work each is."""

    files: int
    weights: tuple[tuple[str, float], ...] = ()


class PageRead(Struct, frozen=True):
    """A page, slide or sheet of a file has been read; `total` is 0 where it is not known."""

    path: str
    number: int
    total: int


class ClaimGlimpsed(Struct, frozen=True):
    """Words of a page just read look like a claim; the whole document may decide otherwise."""

    path: str
    claim: Claim


class ClaimFound(Struct, frozen=True):
    """A claim stands in a file; its evidence has not been looked for yet."""

    path: str
    claim: Claim


class ProblemMet(Struct, frozen=True):
    """Something of a file was not read."""

    path: str
    problem: Problem


class Assessed(Struct, frozen=True):
    """A document is through: its claims are paired with evidence."""

    document: DocumentReport


class Done(Struct, frozen=True):
    """The last event: the whole report."""

    report: Report


FileEvent = PageRead | ClaimGlimpsed | ClaimFound | ProblemMet
"""What happens to a file before its document is judged."""
Event = Started | FileEvent | Assessed | Done


def report_of(events: Iterable[Event]) -> Report:
    """Return the report with which a run ends; what happens before is passed over."""
    for event in events:
        if isinstance(event, Done):
            return event.report
    raise AssertionError("a run ends with its report")
