"""A run as a person sees it on standard error: its progress, and the files that were not read.

Progress is for people only: nothing in a pipe, nothing when quiet.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from claimlint.amounts import amount
from claimlint.cli.output import tell
from claimlint.cli.time_left import TimeLeft
from claimlint.finding import Report
from claimlint.settings import Settings
from claimlint.steps.events import ClaimFound, Done, Event, PageRead, Started, report_of
from claimlint.steps.status import unread


def report_on(paths: Sequence[Path | str], settings: Settings, *, quiet: bool) -> Report:
    """Return the report on papers; those that could not be read are named on standard error.

    Raises:
        ClaimlintError: as `claimlint.session.check`.
    """
    from claimlint.session import run

    report = watched(run(paths, settings), quiet=quiet)
    tell(unread(report.documents))
    return report


def watched(events: Iterator[Event], *, quiet: bool) -> Report:
    """Return the report at the end of `events`, showing progress where a person is watching."""
    if quiet or not sys.stderr.isatty():
        return report_of(events)
    from rich.console import Console
    from rich.markup import escape

    from claimlint.reports.safe_text import safe

    console = Console(stderr=True)
    claims = 0
    time_left = TimeLeft(())
    with console.status("Reading …") as status:
        for event in events:
            if isinstance(event, Done):
                return event.report
            if isinstance(event, Started):
                time_left = TimeLeft(event.weights)
                status.update(f"Reading {amount(event.files, 'file')} …")
            elif isinstance(event, PageRead):
                of = f" of {event.total}" if event.total else ""
                name = escape(safe(event.path))
                time_left.page(event.path, event.number, event.total)
                told = f"{name}: page {event.number}{of}, {claims} claims so far"
                status.update(f"{told}{time_left.left()}")
            elif isinstance(event, ClaimFound):
                claims += 1
    raise AssertionError("a run ends with its report")
