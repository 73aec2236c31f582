"""`claimlint extract`: the text as it was read, each passage with its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from claimlint.cli import option_values, options
from claimlint.cli import output as out
from claimlint.cli.exit_status import told
from claimlint.errors import Status
from claimlint.settings import Settings


def extract(
    paths: options.Paths,
    layout: options.PassageLayout = options.TextOrJson.TEXT,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write the text to this file."),
    ] = None,
    stdin_filename: options.StdinFilename = None,
    jobs: options.Jobs = 1,
    ocr: options.Ocr = False,
    limit: options.Limit = None,
) -> None:
    """Show the text as claimlint read it, passage by passage, and what it could not read.

    Exit status: 0 shown; 2 the call is wrong; 3 a file could not be read (the others are shown).
    """
    from claimlint.document import ReadStatus
    from claimlint.reports.text import passages
    from claimlint.session import extract as documents
    from claimlint.steps.explaining import told_passed_over
    from claimlint.steps.inputs import inputs_of
    from claimlint.steps.status import unread

    output = out.named(output)
    out.check_target(output, paths)
    settings = Settings(
        today=option_values.day(None),
        jobs=jobs,
        ocr=ocr,
        limits=option_values.limits(limit),
        stdin_filename=stdin_filename,
    )
    inputs = inputs_of(paths, settings)
    read = tuple(documents(paths, settings, inputs))
    as_json = layout is options.TextOrJson.JSON
    if as_json or output is not None:
        out.tell(unread(read))
    told(told_passed_over(inputs.passed_over))
    if as_json:
        rows = (row for document in read for row in passages.rows(document))
        out.write("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), output)
    else:
        out.write("".join(passages.render(document) for document in read), output)
    unreadable = any(document.status is ReadStatus.UNREADABLE for document in read)
    raise typer.Exit(int(Status.UNREADABLE if unreadable else Status.CLEAN))
