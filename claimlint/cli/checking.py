"""One check as the command line asks for it: settings completed, run, reports delivered."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from claimlint.cli import reporting
from claimlint.cli.configured import settled
from claimlint.cli.output import tell
from claimlint.cli.reporting import Order, Written
from claimlint.reports.look import Look
from claimlint.settings import Settings
from claimlint.steps.inputs import Inputs, inputs_of
from claimlint.steps.output_cache import OutputCache, RunOutput


class Asked(Struct, frozen=True, kw_only=True):
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
    if asked.look.extracts:  # written beside the documents, each time
        settings = replace(settings, cache=False)
    inputs = inputs_of(asked.paths, settings)
    looks = reporting.looks(ordered, asked.look)
    cache = OutputCache(inputs, settings, _call(asked, ordered, looks))
    output = cache.known()
    reports: Sequence[Written] = () if output is None else output.reports
    if output is None:
        reports, output = _found(asked, settings, inputs, cache, ordered, looks)
    if not any(order.tells_unread for order in ordered):
        tell(output.untold)
    reporting.write(reports, ordered, quiet=asked.quiet)
    return output.status


def _call(asked: Asked, ordered: Sequence[Order], looks: Sequence[Look]) -> tuple[object, ...]:
    """Return all that the reports depend on besides inputs and settings."""
    paths = [(path, os.path.realpath(path)) for path in asked.paths]
    formats = [order.format.name for order in ordered]
    return paths, Path.cwd(), formats, repr(looks), asked.exit_zero


def _found(
    asked: Asked,
    settings: Settings,
    inputs: Inputs,
    cache: OutputCache,
    ordered: Sequence[Order],
    looks: Sequence[Look],
) -> tuple[Sequence[Written], RunOutput]:
    """Return what the run finds, and keep it where the next would find the same.

    Of reports that are too long to be held whole nothing is kept.
    """
    from claimlint.cli.progress import watched
    from claimlint.session import run
    from claimlint.steps.notices import left_out
    from claimlint.steps.result_cache import lasting
    from claimlint.steps.status import status_of_check, unread

    with cache.witness() as witness:
        report = watched(run(asked.paths, settings, inputs=inputs), quiet=asked.quiet)
        if asked.look.extracts:
            reporting.write_extracts(report)
        reports = reporting.rendered(report, ordered, looks)
        output = RunOutput(
            reports=tuple(each for each in reports if isinstance(each, bytes)),
            untold=(*unread(report.documents), *left_out(report.documents)),
            status=int(status_of_check(report, settings, exit_zero=asked.exit_zero)),
        )
    if lasting(report.documents) and len(output.reports) == len(reports):
        cache.keep(output, witness)
    return reports, output
