"""`claimlint watch`: check again whenever something changes."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Annotated

import typer

from claimlint.cli import options, output
from claimlint.cli.exit_status import told
from claimlint.cli.shared_options import CONFIGURED, SharedOptions, offering
from claimlint.errors import WrongCall
from claimlint.finding import Report
from claimlint.settings import Settings

_CLEAR = "\x1b[2J\x1b[3J\x1b[H"


@offering("profile", "decisions", "baseline", "evidence", "same_matter", *CONFIGURED)
def watch(
    context: typer.Context,
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Files or folders to watch.", show_default=False),
    ],
    every: Annotated[
        float,
        typer.Option(
            "--every", metavar="SECONDS", min=0.1, help="How long between two looks at the files."
        ),
    ] = 0.5,
    full: options.Full = False,
    *,
    given: SharedOptions,
) -> None:
    """Show the report, and show it anew whenever something changes. Ends with Ctrl-C.

    Watched are the documents, a dossier, the configuration and the rules.
    """
    from claimlint.watching import rounds

    def settle() -> Settings:
        return given.settings(context)

    def wait() -> bool:
        time.sleep(every)
        return True

    if "-" in paths:
        raise WrongCall("standard input does not change; name files or folders")
    try:
        for each in rounds(paths, settle, wait):
            _show(each.changed, each.report, each.fault, full=full)
    except KeyboardInterrupt:
        raise typer.Exit from None


def _show(changed: tuple[str, ...], report: Report | None, fault: str, *, full: bool) -> None:
    from claimlint.reports.look import Look
    from claimlint.reports.safe_text import safe
    from claimlint.reports.text import report as terminal

    if sys.stdout.isatty():
        output.write(_CLEAR, None)
    if changed:
        named = ", ".join(safe(Path(name).name) for name in changed[:5])
        output.write(f"Changed: {named}\n\n", None)
    if report is None:
        told(fault)
    else:
        output.write(terminal.render(report, Look(shape=output.shape(None), full=full)), None)
