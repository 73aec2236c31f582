"""`claimlint label`: the AI disclosure label of a vendor's papers."""

from __future__ import annotations

import typer

from claimlint.cli import options, reporting
from claimlint.cli import output as out
from claimlint.cli.shared_options import CONFIGURED, READING, SharedOptions, offering
from claimlint.reports.look import Look
from claimlint.reports.registry import LABEL


@offering("evidence", "same_matter", *CONFIGURED, *READING, "quiet")
def label(
    context: typer.Context,
    paths: options.Paths,
    formats: options.LabelFormats = None,
    output: options.Output = None,
    *,
    given: SharedOptions,
) -> None:
    """Draw the AI disclosure label: what was found, and NOT DISCLOSED where nothing was.

    One label for each matter: a folder that you name, or all loose files together. HTML prints on
    one A4 page.

    Exit status: 0 drawn; 2 the call or a rule is wrong; 3 a file could not be read (the label is
    drawn from the others).
    """
    from claimlint.cli.progress import report_on
    from claimlint.steps.status import status_of_reading

    ordered = reporting.orders(formats or (), output, paths, LABEL)
    report = report_on(paths, given.settings(context), quiet=given.quiet)
    out.require_something_read(report)
    drawn = reporting.rendered(report, ordered, reporting.looks(ordered, Look()))
    reporting.write(drawn, ordered, quiet=given.quiet)
    raise typer.Exit(int(status_of_reading(report)))
