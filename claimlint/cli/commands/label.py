"""`claimlint label`: the AI disclosure label of a vendor's papers."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimlint.cli import options
from claimlint.cli import output as out
from claimlint.cli.shared_options import CONFIGURED, READING, SharedOptions, offering

if TYPE_CHECKING:
    from claimlint.label.model import Label


class Format(StrEnum):
    """In which form to draw the label."""

    TEXT = "text"
    HTML = "html"
    MARKDOWN = "markdown"
    JSON = "json"


@offering("evidence", "same_matter", *CONFIGURED, *READING, "quiet")
def label(
    context: typer.Context,
    paths: options.Paths,
    layout: Annotated[
        Format, typer.Option("--format", "-f", help="HTML prints on one A4 page.")
    ] = Format.TEXT,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write the label to this file.")
    ] = None,
    *,
    given: SharedOptions,
) -> None:
    """Draw the AI disclosure label: what was found, and NOT DISCLOSED where nothing was.

    One label for each matter: a folder that you name, or all loose files together.

    Exit status: 0 drawn; 2 the call or a rule is wrong; 3 a file could not be read (the label is
    drawn from the others).
    """
    from claimlint.cli.progress import report_on
    from claimlint.label import html, json_label, markdown, text
    from claimlint.label.build import labels
    from claimlint.steps.status import status_of_reading

    output = out.named(output)
    out.check_target(output, paths)
    report = report_on(paths, given.settings(context), quiet=given.quiet)
    out.require_something_read(report)
    draw: dict[Format, Callable[[tuple[Label, ...]], str]] = {
        Format.TEXT: partial(text.render, shape=out.shape(output)),
        Format.HTML: html.render,
        Format.MARKDOWN: markdown.render,
        Format.JSON: json_label.render,
    }
    out.write(draw[layout](labels(report)), output)
    raise typer.Exit(int(status_of_reading(report)))
