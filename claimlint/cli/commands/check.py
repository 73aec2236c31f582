"""`claimlint check`: find the claims, and the evidence that each one still needs."""

from __future__ import annotations

from pathlib import Path

import typer

from claimlint.cli import options
from claimlint.cli.shared_options import CONFIGURED, READING, SharedOptions, offering

_SHOWN = ("full", "why", "extracts", "slides")
_COUNTED = tuple(
    "fail_on profile select ignore exit_zero fail_on_partly_read decisions baseline".split()
)
_PAPERS = ("evidence", "kind", "same_matter", "exclude", "force_exclude", "stdin_filename")


@offering(*_SHOWN, *_COUNTED, "no_prefilter", *READING, *_PAPERS, *CONFIGURED, "quiet")
def check(
    context: typer.Context,
    paths: options.Paths,
    formats: options.Formats = None,
    output: options.Output = None,
    *,
    given: SharedOptions,
) -> None:
    """Find claims about AI in documents, and the evidence that each one still needs.

    Reads .pdf .pptx .docx .xlsx .odt .odp .ods .rtf .html .md .txt .eml .msg .mbox .zip .tar
    and their relatives; .doc .ppt .xls where LibreOffice is installed.

    Exit status: 0 nothing at or above --fail-on; 1 findings; 2 the call or a rule is wrong;
    3 a file could not be read (the others are still reported).
    """
    from claimlint.cli.checking import Asked, checked
    from claimlint.cli.configured import said
    from claimlint.reports.look import Look

    asked = Asked(
        paths=paths,
        settings=given.call(),
        said=said(context),
        formats=formats or (),
        output=output,
        look=Look(
            full=given.full,
            why=given.why,
            slides=given.slides,
            folder=Path.cwd().as_posix(),
            extracts=given.extracts,
        ),
        config=given.config,
        isolated=given.isolated,
        quiet=given.quiet,
        exit_zero=given.exit_zero,
    )
    raise typer.Exit(checked(asked))
