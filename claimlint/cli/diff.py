"""`claimlint diff`: what changed from one version of a deck or contract to the next."""

from __future__ import annotations

from typing import Annotated

import typer

from claimlint.cli import options
from claimlint.settings import Settings
from claimlint.terms import FailOn


def diff(
    context: typer.Context,
    versions: Annotated[
        list[str],
        typer.Argument(
            metavar="VERSION...",
            help="Files or folders, the oldest first; or one folder that holds the versions.",
        ),
    ],
    formats: options.DriftFormats = None,
    output: options.Output = None,
    evidence: options.Evidence = None,
    incidents: options.Incidents = None,
    same_matter: options.SameMatter = False,
    fail_on: Annotated[
        FailOn,
        typer.Option("--fail-on", help="More is claimed, less owed or shown: error."),
    ] = FailOn.ERROR,
    exit_zero: options.ExitZero = False,
    fail_on_partly_read: options.FailOnPartlyRead = False,
    config: options.Config = None,
    isolated: options.Isolated = False,
    today: options.Today = None,
    jobs: options.Jobs = 1,
    ocr: options.Ocr = False,
    model: options.Model = None,
    rules: options.Rules = None,
    limit: options.Limit = None,
    quiet: options.Quiet = False,
) -> None:
    """Tell what changed between versions: claims and clauses added, removed, strengthened.

    Of more than two versions each step is told, and for each claim when it came, changed and went.
    One folder alone stands for the files or folders in it, by name, "v2" before "v10".

    Sentences are matched by their words, their matter and their neighbours, also where one of them
    is no claim: "with human review" that became "autonomously" is strengthened.

    Exit status: 0 nothing at or above --fail-on; 1 changes; 2 the call or a rule is wrong;
    3 a file could not be read (the others are still compared).
    """
    from claimlint.cli import reporting
    from claimlint.cli.configured import configured
    from claimlint.cli.output import tell
    from claimlint.cli.progress import watched
    from claimlint.diffing import run
    from claimlint.reports.look import Look
    from claimlint.reports.registry import DIFF
    from claimlint.status import status_of_diff, unread

    ordered = reporting.orders(formats or (), output, versions, DIFF)
    call = Settings(
        today=options.day(today),
        evidence=tuple(evidence or ()),
        incidents=incidents,
        same_matter=same_matter,
        rules=rules,
        model=model,
        jobs=jobs,
        ocr=ocr,
        limits=options.limits(limit),
        fail_on_partly_read=fail_on_partly_read,
    )
    settings = configured(call, context, config, isolated=isolated)
    report = watched(run(versions, settings), quiet=quiet)
    if not any(order.tells_unread for order in ordered):
        tell(unread(report.documents))
    reporting.deliver(report, ordered, Look())
    status = status_of_diff(
        report, fail_on, exit_zero=exit_zero, partly=settings.fail_on_partly_read
    )
    raise typer.Exit(int(status))
