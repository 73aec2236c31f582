"""`claimlint scan`: data rooms, buckets and web archives, on the cores of many machines."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterator
from importlib.util import find_spec
from textwrap import fill
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from claimlint.amounts import amount
from claimlint.cli import output as out
from claimlint.cli.shared_options import SharedOptions, offering
from claimlint.errors import Status, Stopped, WrongCall
from claimlint.reports.safe_text import safe
from claimlint.terms import Verdict

if TYPE_CHECKING:
    from claimlint.scale.driver import Progress

_NEEDED = ("distributed", "fsspec", "pyarrow", "warcio")


@offering(
    "kind", "select", "ignore", "config", "isolated", "today", "model", "rules", "limit", "quiet"
)
def scan(
    context: typer.Context,
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE",
            help="Folders, documents, .zip or .warc files, on disk or as s3://, abfs://, gs://, "
            "http(s)://; @FILE is a list of sources, one a line.",
            show_default=False,
        ),
    ],
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="DIR", help="Where results go and stay.")
    ],
    scheduler: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="A Dask scheduler (default: this machine's cores)."),
    ] = None,
    workers: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="How many processes on this machine.")
    ] = None,
    attempts: Annotated[
        int, typer.Option(metavar="N", min=1, help="How often a document may end its process.")
    ] = 2,
    seconds: Annotated[
        float, typer.Option(metavar="SECONDS", min=1, help="How long one document may take in all.")
    ] = 600.0,
    *,
    given: SharedOptions,
) -> None:
    """Check a data room, a bucket or a web archive, on one machine or on a cluster.

    Each document is seen for itself: evidence is looked for in it alone. Results are Parquet and
    JSON lines in DIR, and a summary. Called again with the same DIR, an ended scan goes on.
    This is the one command that may fetch from a network: from the sources that you name.

    Needs the extra "scale": pip install "ai-claimlint\\[scale]".

    Exit status: 0 all is through; 2 the call or a rule is wrong; 3 not one document could be read.
    """
    if any(find_spec(name) is None for name in _NEEDED):
        raise WrongCall('scan needs Dask, fsspec and others: pip install "ai-claimlint[scale]"')
    from claimlint.scale.batches import Job
    from claimlint.scale.driver import cluster, through
    from claimlint.scale.driver import scan as scanned
    from claimlint.scale.faults import reaching
    from claimlint.scale.store import Store

    settings = replace(given.settings(context), cache=False)  # results lie in its own folder
    with reaching(output):
        store = Store(output)
    job = Job(store=store, settings=settings, attempts=attempts, seconds=seconds)
    seen: deque[Progress] = deque(maxlen=1)
    try:
        with cluster(scheduler, workers) as client:
            steps = scanned(sources, job, client, today=given.today)
            seen.extend(_watched(steps, quiet=given.quiet))
    except KeyboardInterrupt:
        so_far = through(job.store, seen[-1] if seen else None)
        raise Stopped(f"stopped; {so_far}; run the same call again to go on") from None
    _show(seen[-1])
    tally = seen[-1].tally
    nothing = tally.by["status"]["unreadable"] == tally.documents
    raise typer.Exit(int(Status.UNREADABLE if nothing else Status.CLEAN))


def _watched(steps: Iterator[Progress], *, quiet: bool) -> Iterator[Progress]:
    """Yield the steps, showing a bar where a person is watching."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    if quiet or not sys.stderr.isatty():
        yield from steps
        return
    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("documents"), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("scan", total=None)
        for step in steps:
            bar.update(task, total=step.plan.documents, completed=step.tally.documents)
            yield step


def _show(end: Progress) -> None:
    width = out.shape(None).width
    lines = (
        fill(safe(line), width, subsequent_indent="    ", break_on_hyphens=False)
        for line in _summary(end)
    )
    out.write("".join(f"{line}\n" for line in lines), None)


def _summary(end: Progress) -> Iterator[str]:
    """Yield the summary, the answer in its last line."""
    tally, passed_over = end.tally, end.plan.passed_over
    for heading in ("status", "problem", "category", "verdict", "level"):
        counts = tally.by.get(heading)
        if counts:
            told = {name: Verdict(name).words if heading == "verdict" else name for name in counts}
            yield f"{heading}: " + "; ".join(f"{n:,} {told[x]}" for x, n in counts.most_common())
    if passed_over:
        yield f"passed over: {amount(passed_over, 'file')}, hidden or of kinds that no reader reads"
    yield from (f"not read: {name}" for name in tally.unread)
    more = tally.by["status"]["unreadable"] - len(tally.unread)
    if more > 0:
        yield f"not read: {more:,} more; documents/ of the results names them"
    if tally.quarantined:
        lost = amount(tally.quarantined, "document")
        yield f"quarantined: {lost} whose process died or hung"
    read, units = amount(tally.documents, "document"), amount(tally.units, "sentence")
    yield f"{read}, {units}, {amount(tally.findings, 'claim')}"
