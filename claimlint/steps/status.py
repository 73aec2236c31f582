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

_GRAVITY = (Level.NOTE, Level.WARNING, Level.ERROR)


def unread(documents: Iterable[Document | DocumentReport]) -> tuple[tuple[str, str], ...]:
    """Return path and reason of each document that could not be read, in order."""
    return tuple(
        (document.path, problem.message)
        for document in documents
        if document.status is ReadStatus.UNREADABLE
        for problem in document.coverage.problems
        if problem.fatal
    )


def status_of(
    report: Report, fail_on: FailOn, *, exit_zero: bool = False, partly: bool = False
) -> Status:
    """Return the exit status of a report.

    `fail_on` is the level from which on findings count; `exit_zero` turns findings
    into a clean end and nothing else; `partly` makes a partly read document count as unreadable.
    Backed and suppressed findings never count.
    """
    levels = (
        finding.level
        for finding in report.findings
        if not finding.backed and finding.suppressed is None
    )
    return _by_levels(report, levels, fail_on, exit_zero=exit_zero, partly=partly)


def status_by(settings: Settings, report: Report, *, exit_zero: bool = False) -> Status:
    """Return the exit status of a report by what the settings say of failing.

    A vendor's run also fails on decisions that have expired, say nothing or answer to nothing.
    """
    fail_on = settings.fail_on or settings.profile.fail_on
    status = status_of(report, fail_on, exit_zero=exit_zero, partly=settings.fail_on_partly_read)
    notices = (*report.notices, *(each for d in report.documents for each in d.notices))
    faults = settings.profile.obeys_documents and any(n.code in FAULTS for n in notices)
    if status is Status.CLEAN and faults and not exit_zero and fail_on is not FailOn.NEVER:
        return Status.FINDINGS
    return status


def status_of_comparison(
    report: Report, fail_on: FailOn, *, exit_zero: bool = False, partly: bool = False
) -> Status:
    """Return the exit status of a comparison: its conflicts count, the findings do not.

    A contradiction is an error, a limit a warning; the options are those of `status_of`.
    """
    levels = (_LEVELS.get(conflict.kind) for conflict in report.conflicts)
    return _by_levels(report, levels, fail_on, exit_zero=exit_zero, partly=partly)


def status_of_diff(
    report: Report, fail_on: FailOn, *, exit_zero: bool = False, partly: bool = False
) -> Status:
    """Return the exit status of two versions: their changes count, by their levels."""
    levels = (change.level for change in report.changes)
    return _by_levels(report, levels, fail_on, exit_zero=exit_zero, partly=partly)


def _by_levels(
    report: Report,
    levels: Iterable[Level | None],
    fail_on: FailOn,
    *,
    exit_zero: bool,
    partly: bool,
) -> Status:
    unread_status = _unread_status(report, partly=partly)
    if unread_status is not None:
        return unread_status
    if exit_zero or fail_on is FailOn.NEVER:
        return Status.CLEAN
    counted = _GRAVITY[_GRAVITY.index(Level(fail_on)) :]
    return Status.FINDINGS if any(level in counted for level in levels) else Status.CLEAN


_LEVELS = {Relation.CONTRADICTS: Level.ERROR, Relation.LIMITS: Level.WARNING}


def _unread_status(report: Report, *, partly: bool) -> Status | None:
    statuses = {document.status for document in report.documents}
    unreadable = ReadStatus.UNREADABLE in statuses
    if unreadable or (partly and ReadStatus.PARTLY_READ in statuses):
        return Status.UNREADABLE
    return None
