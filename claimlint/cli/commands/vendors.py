"""`claimlint vendors`: several vendors' papers side by side."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from msgspec.structs import replace

from claimlint.cli import options, reporting
from claimlint.cli.shared_options import CONFIGURED, READING, SharedOptions, offering
from claimlint.errors import WrongCall
from claimlint.machine.paths import exists, is_folder, real
from claimlint.reports.look import Look
from claimlint.reports.registry import VENDORS


@offering(*CONFIGURED, *READING, "quiet")
def vendors(
    context: typer.Context,
    folders: Annotated[
        list[str],
        typer.Argument(
            metavar="FOLDER", help="A folder of papers for each vendor.", show_default=False
        ),
    ],
    formats: options.VendorFormats = None,
    output: options.Output = None,
    full: Annotated[
        bool, typer.Option("--full", help="What stands behind each cell, as text.")
    ] = False,
    *,
    given: SharedOptions,
) -> None:
    """Set several vendors side by side: claims, backed share, disclosures, contract conflicts.

    Each folder holds one vendor's papers, with its evidence dossier if there is one; evidence and
    contracts of one vendor never count for another.

    Exit status: 0 compared; 2 the call or a rule is wrong; 3 a file could not be read (the others
    are still compared).
    """
    from claimlint.cli.progress import watched
    from claimlint.session import run
    from claimlint.steps.status import status_of_reading

    _check(folders)
    ordered = reporting.orders(formats or (), output, folders, VENDORS)
    settings = replace(given.settings(context), stances=True)
    report = watched(run(folders, settings), quiet=given.quiet)
    reporting.deliver(report, ordered, Look(full=full), quiet=given.quiet)
    raise typer.Exit(int(status_of_reading(report)))


def _check(folders: list[str]) -> None:
    for folder in folders:
        if not is_folder(Path(folder)):
            what = "is a file" if exists(Path(folder)) else "there is no such folder"
            raise WrongCall(f"{folder}: {what}; name one folder for each vendor")
    if len({real(Path(folder)) for folder in folders}) < 2:
        raise WrongCall(f"{folders[0]}: one vendor only; name two folders or more")
