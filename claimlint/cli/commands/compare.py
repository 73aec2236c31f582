"""`claimlint compare`: what the deck promises beside what the contract says."""

from __future__ import annotations

from typing import Annotated

import typer
from typer.models import OptionInfo

from claimlint.cli import options, reporting
from claimlint.cli.shared_options import CONFIGURED, PAPERS, READING, SharedOptions, offering
from claimlint.reports.look import Look
from claimlint.reports.registry import COMPARE
from claimlint.terms import FailOn
from claimlint.values.comparison import Role

Papers = list[str] | None


def _papers(told: str) -> OptionInfo:
    option: OptionInfo = typer.Option(metavar="PATH", help=told)
    return option


@offering(*PAPERS, *CONFIGURED, *READING, "quiet")
def compare(
    context: typer.Context,
    deck: Annotated[list[str], _papers("What is promised: decks, copy, web pages.")],
    contract: Annotated[Papers, _papers("What is agreed.")] = None,
    terms: Annotated[Papers, _papers("Terms of use.")] = None,
    dpa: Annotated[Papers, _papers("Data-processing terms.")] = None,
    sla: Annotated[Papers, _papers("Service levels.")] = None,
    disclaimer: Annotated[Papers, _papers("Disclaimers and notices.")] = None,
    card: Annotated[Papers, _papers("Model or system cards.")] = None,
    formats: options.ComparisonFormats = None,
    output: options.Output = None,
    full: Annotated[bool, typer.Option("--full", help="Every sentence whole.")] = False,
    fail_on: options.FailOnConflicts = FailOn.ERROR,
    *,
    given: SharedOptions,
) -> None:
    """Set what a deck says beside what its contract says: contradicted, limited, supported.

    All paths may be files or folders, and each option may be repeated.

    Exit status: 0 nothing at or above --fail-on; 1 conflicts; 2 the call or a rule is wrong;
    3 a file could not be read (the others are still compared).
    """
    from claimlint.cli.progress import watched
    from claimlint.comparing import run
    from claimlint.steps.status import status_of_comparison

    papers = (deck, contract, terms, dpa, sla, disclaimer, card)
    roles = [(role, path) for role, paths in zip(Role, papers, strict=True) for path in paths or ()]
    inputs = [path for _, path in roles]
    ordered = reporting.orders(formats or (), output, inputs, COMPARE)
    settings = given.settings(context)
    report = watched(run(roles, settings), quiet=given.quiet)
    reporting.deliver(report, ordered, Look(full=full), quiet=given.quiet)
    status = status_of_comparison(report, settings, fail_on, exit_zero=given.exit_zero)
    raise typer.Exit(int(status))
