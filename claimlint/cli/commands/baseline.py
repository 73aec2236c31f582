"""`claimlint baseline`: keep the claims that are known, and strike out those that are gone."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimlint.amounts import amount
from claimlint.cli import options, output
from claimlint.cli.exit_status import told
from claimlint.cli.shared_options import CONFIGURED, SharedOptions, offering
from claimlint.errors import Status
from claimlint.finding import Report
from claimlint.settings import Settings

app = typer.Typer(no_args_is_help=True, help="Keep the claims that are known already.")
File = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help="The baseline (default: the configuration's, else claimlint.baseline.jsonl).",
    ),
]


_OFFERED = offering("profile", "evidence", "same_matter", *CONFIGURED, "quiet")


@app.callback()
def _group() -> None:
    """Keep the claims that are known already."""


@app.command("write")
@_OFFERED
def write(
    context: typer.Context,
    paths: options.Paths,
    file: File = None,
    accept_new: Annotated[
        bool, typer.Option("--accept-new", help="Take in claims that the file does not hold yet.")
    ] = False,
    *,
    given: SharedOptions,
) -> None:
    """Write the claims of the documents that lack evidence into a baseline.

    A file that is there grows only with --accept-new.

    Exit status: 0 written; 1 there are new claims, nothing is written; 2 the call or a file is
    wrong; 3 a document could not be read, nothing is written.
    """
    from claimlint.decisions import keeping
    from claimlint.reports.safe_text import safe

    settings, target = _settled(given, context, file)
    report = _checked(paths, settings, quiet=given.quiet)
    change = keeping.grown(target, report, accept_new=accept_new)
    if change.new:
        new = amount(len(change.new), "claim")
        typer.echo(f"{new} not in it; --accept-new takes in:", err=True)
        for entry in change.new:
            typer.echo(f"  {safe(entry.document)}: {safe(entry.text)}", err=True)
        raise typer.Exit(1)
    output.say(f"wrote {target.as_posix()}: {amount(change.kept, 'claim')}")
    if change.held:
        held = amount(change.held, "claim")
        output.say(f"{held} that the papers contradict: no baseline lets these through")


@app.command("prune")
@_OFFERED
def prune(
    context: typer.Context, paths: options.Paths, file: File = None, *, given: SharedOptions
) -> None:
    """Strike out entries whose claims are gone or backed by now; nothing is added.

    Exit status: 0 pruned; 2 the call or the baseline is wrong; 3 a document could not be read,
    nothing is written.
    """
    from claimlint.decisions import keeping

    settings, target = _settled(given, context, file)
    report = _checked(paths, settings, quiet=given.quiet)
    change = keeping.pruned(target, report)
    kept = amount(change.kept, "claim")
    output.say(f"wrote {target.as_posix()}: {kept}, {change.struck} struck out")


def _settled(
    given: SharedOptions, context: typer.Context, file: Path | None
) -> tuple[Settings, Path]:
    """Return the settings without a baseline, and the file that the baseline is."""
    from msgspec.structs import replace

    from claimlint.decisions.record import BASELINE

    settings = given.settings(context)
    return replace(settings, baseline=None), file or settings.baseline or Path(BASELINE)


def _checked(paths: list[str], settings: Settings, *, quiet: bool) -> Report:
    from claimlint.cli.progress import report_on
    from claimlint.steps.status import unread

    report = report_on(paths, settings, quiet=quiet)
    if unread(report.documents):
        told("nothing is written: mend what could not be read, or exclude it")
        raise typer.Exit(int(Status.UNREADABLE))
    return report
