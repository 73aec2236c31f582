"""`claimlint check`: find the claims, and the evidence that each one still needs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from msgspec.structs import replace

from claimlint.cli import options
from claimlint.cli.given import CONFIGURED, READING, Given, offering
from claimlint.terms import FailOn


@offering(
    "evidence",
    "kind",
    "same_matter",
    "profile",
    "select",
    "ignore",
    "exit_zero",
    "fail_on_partly_read",
    "decisions",
    "baseline",
    "exclude",
    "force_exclude",
    *CONFIGURED,
    *READING,
    "stdin_filename",
    "quiet",
)
def check(
    context: typer.Context,
    paths: options.Paths,
    formats: options.Formats = None,
    output: options.Output = None,
    full: Annotated[bool, typer.Option("--full", help="All fields, questions, wordings.")] = False,
    why: Annotated[
        bool, typer.Option("--why", help="What matched, and what context decided.")
    ] = False,
    extracts: Annotated[
        bool,
        typer.Option(
            "--extracts",
            help="Write the text of paged documents beside them (NAME.claimlint.txt), so that "
            "SARIF and GitHub have lines to point to.",
        ),
    ] = False,
    slides: Annotated[
        bool,
        typer.Option("--slide-pictures", help="Slides as pictures in HTML, by LibreOffice."),
    ] = False,
    fail_on: Annotated[
        FailOn | None,
        typer.Option(
            "--fail-on",
            metavar="LEVEL",
            rich_help_panel=options.COUNTS,
            help="error, warning, note or never: from which level on the status is 1 (default: the "
            "profile's).",
        ),
    ] = None,
    no_prefilter: Annotated[
        bool,
        typer.Option(
            "--no-prefilter",
            rich_help_panel=options.READING,
            help="Try every pattern in every sentence: slow.",
        ),
    ] = False,
    *,
    given: Given,
) -> None:
    """Find claims about AI in documents, and the evidence that each one still needs.

    Reads .pdf .pptx .docx .xlsx .odt .odp .ods .rtf .html .md .txt .eml .mbox .zip and their
    relatives; .doc .ppt .xls where LibreOffice is installed.

    Exit status: 0 nothing at or above --fail-on; 1 findings; 2 the call or a rule is wrong;
    3 a file could not be read (the others are still reported).
    """
    from claimlint.cli.checking import Asked, checked
    from claimlint.cli.configured import said
    from claimlint.reports.look import Look

    call = replace(given.call(), fail_on=fail_on, prefilter=not no_prefilter)
    look = Look(full=full, why=why, slides=slides, folder=Path.cwd().as_posix(), extracts=extracts)
    asked = Asked(
        paths=paths,
        settings=call,
        said=said(context),
        formats=formats or (),
        output=output,
        look=look,
        config=given.config,
        isolated=given.isolated,
        quiet=given.quiet,
        exit_zero=given.exit_zero,
    )
    raise typer.Exit(checked(asked))
