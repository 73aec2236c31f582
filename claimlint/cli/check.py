"""`claimlint check`: find the claims, and the evidence that each one still needs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimlint.cli import options
from claimlint.settings import Settings
from claimlint.terms import FailOn, Profile


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
    evidence: options.Evidence = None,
    kind: options.Kind = None,
    same_matter: options.SameMatter = False,
    profile: options.Profile = Profile.BUYER,
    select: options.Select = None,
    ignore: options.Ignore = None,
    fail_on: Annotated[
        FailOn | None,
        typer.Option(
            "--fail-on", help="The level from which on the status is 1 (default: the profile's)."
        ),
    ] = None,
    exit_zero: options.ExitZero = False,
    fail_on_partly_read: options.FailOnPartlyRead = False,
    config: options.Config = None,
    isolated: options.Isolated = False,
    decisions: options.Decisions = None,
    baseline: options.Baseline = None,
    exclude: options.Exclude = None,
    force_exclude: options.ForceExclude = False,
    today: options.Today = None,
    jobs: options.Jobs = 1,
    ocr: options.Ocr = False,
    model: options.Model = None,
    rules: options.Rules = None,
    limit: options.Limit = None,
    no_prefilter: Annotated[
        bool, typer.Option("--no-prefilter", help="Try every pattern in every sentence: slow.")
    ] = False,
    quiet: options.Quiet = False,
) -> None:
    """Find claims about AI in documents, and the evidence that each one still needs.

    Reads .pdf .pptx .docx .xlsx .odt .odp .ods .rtf .html .md .txt .eml and their relatives;
    .doc .ppt .xls where LibreOffice is installed.

    Exit status: 0 nothing at or above --fail-on; 1 findings; 2 the call or a rule is wrong;
    3 a file could not be read (the others are still reported).
    """
    from claimlint.cli.checking import Asked, checked
    from claimlint.cli.configured import said
    from claimlint.reports.look import Look

    call = Settings(
        today=options.day(today),
        profile=profile,
        fail_on=fail_on,
        kind=kind,
        evidence=tuple(evidence or ()),
        same_matter=same_matter,
        rules=rules,
        model=model,
        jobs=jobs,
        prefilter=not no_prefilter,
        ocr=ocr,
        limits=options.limits(limit),
        fail_on_partly_read=fail_on_partly_read,
        decisions=decisions,
        baseline=baseline,
        exclude=options.patterns(exclude),
        force_exclude=force_exclude,
        policy=options.policy(select, ignore),
    )
    look = Look(full=full, why=why, slides=slides, folder=Path.cwd().as_posix(), extracts=extracts)
    asked = Asked(
        paths=paths,
        settings=call,
        said=said(context),
        formats=formats or (),
        output=output,
        look=look,
        config=config,
        isolated=isolated,
        quiet=quiet,
        exit_zero=exit_zero,
    )
    raise typer.Exit(checked(asked))
