"""`claimlint diff`: what changed from one version of a deck or contract to the next."""

from __future__ import annotations

from typing import Annotated

import typer

from claimlint.cli import options, reporting
from claimlint.cli.shared_options import CONFIGURED, PAPERS, READING, SharedOptions, offering
from claimlint.reports.look import Look
from claimlint.reports.registry import DIFF
from claimlint.terms import FailOn


@offering(*PAPERS, *CONFIGURED, *READING, "quiet")
def diff(
    context: typer.Context,
    versions: Annotated[
        list[str],
        typer.Argument(
            metavar="VERSION",
            help="Files or folders, the oldest first; or one folder that holds the versions.",
        ),
    ],
    formats: options.DriftFormats = None,
    output: options.Output = None,
    fail_on: options.FailOnChanges = FailOn.ERROR,
    *,
    given: SharedOptions,
) -> None:
    """Tell what changed between versions: claims and clauses added, removed, strengthened.

    Sentences are matched by words, topic and neighbours, also where one of them is no claim. Of a
    contract each other change of words is told, too: figures, duties, prices in tables. Of more
    than two versions each step is told, and for each claim when it came, changed and went; one
    folder alone stands for the files or folders in it, by name, "v2" before "v10".

    Exit status: 0 nothing at or above --fail-on; 1 changes; 2 the call or a rule is wrong;
    3 a file could not be read (the others are still compared).
    """
    from claimlint.cli.progress import watched
    from claimlint.diffing import run
    from claimlint.steps.status import status_of_diff

    ordered = reporting.orders(formats or (), output, versions, DIFF)
    settings = given.settings(context)
    report = watched(run(versions, settings), quiet=given.quiet)
    reporting.deliver(report, ordered, Look(), quiet=given.quiet)
    status = status_of_diff(report, settings, fail_on, exit_zero=given.exit_zero)
    raise typer.Exit(int(status))
