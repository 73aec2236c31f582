"""One check as the command line asks for it: settings completed, run, reports delivered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from claimlint.cli import reporting
from claimlint.cli.configured import settled
from claimlint.cli.output import tell
from claimlint.cli.progress import watched
from claimlint.reports.look import Look
from claimlint.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a call of `check` asks for; `said` are the options that it gives, as parameters."""

    paths: Sequence[str]
    settings: Settings
    said: Sequence[str]
    formats: Sequence[str] = ()
    output: Path | None = None
    look: Look
    config: Path | None = None
    isolated: bool = False
    quiet: bool = False
    exit_zero: bool = False


def checked(asked: Asked) -> int:
    """Check, deliver the reports, and return the exit status.

    Raises:
        ClaimlintError: the call, its configuration, a rule or a dossier is wrong.
    """
    ordered = reporting.orders(asked.formats, asked.output, asked.paths)
    settings = settled(asked.settings, asked.said, asked.config, isolated=asked.isolated)
    from claimlint.session import run
    from claimlint.status import status_by, unread

    report = watched(run(asked.paths, settings), quiet=asked.quiet)
    if not any(order.tells_unread for order in ordered):
        tell(unread(report.documents))
    if asked.look.extracts:
        reporting.write_extracts(report)
    reporting.deliver(report, ordered, asked.look)
    return int(status_by(settings, report, exit_zero=asked.exit_zero))
