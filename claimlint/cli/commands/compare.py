"""`claimlint compare`: what the deck promises beside what the contract says."""

from __future__ import annotations

from typing import Annotated

import typer

from claimlint.cli import options
from claimlint.cli.shared_options import CONFIGURED, PAPERS, READING, SharedOptions, offering
from claimlint.terms import FailOn
from claimlint.values.comparison import Role

Papers = list[str] | None
_PATH = "PATH"


@offering(*PAPERS, *CONFIGURED, *READING, "quiet")
def compare(
    context: typer.Context,
    deck: Annotated[
        list[str],
        typer.Option("--deck", metavar=_PATH, help="What is promised: decks, copy, web pages."),
    ],
    contract: Annotated[
        Papers, typer.Option("--contract", metavar=_PATH, help="What is agreed.")
    ] = None,
    terms: Annotated[Papers, typer.Option("--terms", metavar=_PATH, help="Terms of use.")] = None,
    dpa: Annotated[
        Papers, typer.Option("--dpa", metavar=_PATH, help="Data-processing terms.")
    ] = None,
    sla: Annotated[Papers, typer.Option("--sla", metavar=_PATH, help="Service levels.")] = None,
    disclaimer: Annotated[
        Papers, typer.Option("--disclaimer", metavar=_PATH, help="Disclaimers and notices.")
    ] = None,
    card: Annotated[
        Papers, typer.Option("--card", metavar=_PATH, help="Model or system cards.")
    ] = None,
    formats: options.ComparisonFormats = None,
    output: options.Output = None,
    full: Annotated[bool, typer.Option("--full", help="Every sentence whole.")] = False,
    fail_on: Annotated[
        FailOn,
        typer.Option("--fail-on", help="A contradiction is an error, a limit a warning."),
    ] = FailOn.ERROR,
    *,
    given: SharedOptions,
) -> None:
    """Set what a deck says beside what its contract says: contradicted, limited, supported.

    All paths may be files or folders, and each option may be repeated.

    Exit status: 0 nothing at or above --fail-on; 1 conflicts; 2 the call or a rule is wrong;
    3 a file could not be read (the others are still compared).
    """
    from claimlint.cli import reporting
    from claimlint.cli.progress import watched
    from claimlint.comparing import run
    from claimlint.reports.look import Look
    from claimlint.reports.registry import COMPARE
    from claimlint.steps.status import status_of_comparison

    papers = (deck, contract, terms, dpa, sla, disclaimer, card)
    roles = [(role, path) for role, paths in zip(Role, papers, strict=True) for path in paths or ()]
    inputs = [path for _, path in roles]
    ordered = reporting.orders(formats or (), output, inputs, COMPARE)
    settings = given.settings(context)
    report = watched(run(roles, settings), quiet=given.quiet)
    reporting.deliver(report, ordered, Look(full=full), quiet=given.quiet)
    status = status_of_comparison(
        report, fail_on, exit_zero=given.exit_zero, partly=settings.fail_on_partly_read
    )
    raise typer.Exit(int(status))
