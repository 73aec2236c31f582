"""With which exit status a run ends."""

from __future__ import annotations

from collections.abc import Iterable

from claimlint.document import Document, ReadStatus
from claimlint.errors import Status
from claimlint.finding import DocumentReport, Report
from claimlint.settings import Settings
from claimlint.terms import FailOn, Level
from claimlint.values.comparison import Relation
from claimlint.values.ruling import FAULTS

_OF_CONFLICTS = {Relation.CONTRADICTS: Level.ERROR, Relation.LIMITS: Level.WARNING}


def unread(documents: Iterable[Document | DocumentReport]) -> tuple[tuple[str, str], ...]:
    """Return path and reason of each document that could not be read, in order."""
    return tuple(
        (document.path, problem.message)
        for document in documents
        if document.status is ReadStatus.UNREADABLE
        for problem in document.coverage.problems
        if problem.fatal
    )


def anything_read(report: Report) -> bool:
    """Tell whether any document could be read: what is said of none would look like a verdict."""
    return any(each.status is not ReadStatus.UNREADABLE for each in report.documents)


def status_of_reading(report: Report) -> Status:
    """Return the exit status of a run that counts nothing: whether all documents were read."""
    unreadable = any(each.status is ReadStatus.UNREADABLE for each in report.documents)
    return Status.UNREADABLE if unreadable else Status.CLEAN


def status_of_check(report: Report, settings: Settings, *, exit_zero: bool) -> Status:
    """Return the exit status of a check; `exit_zero` turns findings into a clean end alone.

    Backed and suppressed findings never count. A vendor's run also fails on decisions that have
    expired, say nothing or answer to nothing.
    """
    levels = (
        finding.level
        for finding in report.findings
        if not finding.backed and finding.suppressed is None
    )
    fail_on = settings.fail_on or settings.profile.fail_on
    status = _by_levels(report, levels, settings, fail_on, exit_zero=exit_zero)
    notices = (*report.notices, *(each for d in report.documents for each in d.notices))
    faults = settings.profile.obeys_documents and any(n.code in FAULTS for n in notices)
    if status is Status.CLEAN and faults and not exit_zero and fail_on is not FailOn.NEVER:
        return Status.FINDINGS
    return status


def status_of_comparison(
    report: Report, settings: Settings, fail_on: FailOn, *, exit_zero: bool
) -> Status:
    """Return the exit status of a comparison: its conflicts count, the findings do not.

    A contradiction is an error, a limit a warning.
    """
    levels = (_OF_CONFLICTS.get(conflict.kind) for conflict in report.conflicts)
    return _by_levels(report, levels, settings, fail_on, exit_zero=exit_zero)


def status_of_diff(
    report: Report, settings: Settings, fail_on: FailOn, *, exit_zero: bool
) -> Status:
    """Return the exit status of two versions: their changes count, by their levels."""
    levels = (change.level for change in report.changes)
    return _by_levels(report, levels, settings, fail_on, exit_zero=exit_zero)


def _by_levels(
    report: Report,
    levels: Iterable[Level | None],
    settings: Settings,
    fail_on: FailOn,
    *,
    exit_zero: bool,
) -> Status:
    partly = any(each.status is ReadStatus.PARTLY_READ for each in report.documents)
    if status_of_reading(report) or (partly and settings.fail_on_partly_read):
        return Status.UNREADABLE
    if exit_zero or fail_on is FailOn.NEVER:
        return Status.CLEAN
    least = Level(fail_on).rank
    counts = any(level is not None and level.rank <= least for level in levels)
    return Status.FINDINGS if counts else Status.CLEAN
