"""`claimlint suppressions`: what was let through, by whom, why, and until when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from claimlint.amounts import amount
from claimlint.cli import options, output
from claimlint.cli.shared_options import CONFIGURED, SharedOptions, offering
from claimlint.decisions.listing import Row
from claimlint.errors import Status
from claimlint.values.ruling import State

if TYPE_CHECKING:
    from claimlint.reports.look import Shape


@offering("profile", "decisions", "baseline", "evidence", "same_matter", *CONFIGURED, "quiet")
def suppressions(
    context: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", help="Documents to look at, too.", show_default=False),
    ] = None,
    layout: options.Layout = options.TextOrJson.TEXT,
    *,
    given: SharedOptions,
) -> None:
    """List every decision: the record's, the baseline's and approved wordings.

    With documents, also the ignores inside and beside them (obeyed under --profile vendor), and
    for each whether it holds, is overruled, or answers to no claim.

    Exit status: 0 listed; 2 the call or a file is wrong; 3 a document could not be read.
    """
    from claimlint.cli.progress import report_on
    from claimlint.decisions import listing
    from claimlint.reports.json.rows import indented, whole
    from claimlint.steps.status import status_of_reading

    settings = given.settings(context)
    status = Status.CLEAN
    if not paths:
        rows = listing.written(settings)
    else:
        report = report_on(paths, settings, quiet=given.quiet)
        status = status_of_reading(report)
        rows = listing.met(settings, report)
    if layout is options.TextOrJson.JSON:
        output.write(indented(whole(rows)), None)
    else:
        output.write("".join(_wrapped(_lines(rows), output.shape(None))), None)
    raise typer.Exit(int(status))


def _wrapped(lines: Iterable[str], shape: Shape) -> Iterator[str]:
    """Yield the lines, wrapped to the screen, what follows under their first word."""
    from claimlint.reports.text.screen import Line, indented, printed

    for line in lines:
        text = line.lstrip()
        yield printed([indented(Line(text), len(line) - len(text))], shape)


def _lines(rows: Sequence[Row]) -> Iterator[str]:
    from claimlint.reports.safe_text import safe

    for row in rows:
        words = f" “{safe(row.text)}”" if row.text else ""
        where = ", ".join(safe(part) for part in (row.document, row.place) if part)
        by = f" by {safe(row.owner)}" if row.owner else ""
        until = f" until {row.until}" if row.until else ""
        at = f" ({safe(row.origin)})" if row.origin else ""
        rule = f" {safe(row.rule)}" if row.rule else ""
        yield f"{row.state}{rule}{words}{by}{until}{at}"
        yield f"    {f'{where}: ' if where else ''}{safe(row.stands)}"
        if row.reason:
            evidence = f" (evidence: {safe(row.evidence)})" if row.evidence else ""
            yield f"    {safe(row.reason)}{evidence}"
    counts = {state: sum(row.state == state for row in rows) for state in State}
    told = ", ".join(f"{count} {state}" for state, count in counts.items())
    yield f"{len(rows)} in all: {told}, {amount(len(rows) - sum(counts.values()), 'other')}"
