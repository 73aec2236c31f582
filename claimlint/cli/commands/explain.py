"""`claimlint explain`: what a category, a rule, a kind of evidence or a verdict is."""

from __future__ import annotations

from typing import Annotated

import typer

from claimlint.cli import output
from claimlint.cli.shared_options import SharedOptions, offering


@offering("config", "isolated", "rules")
def explain(
    context: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A category (autonomy), a rule (autonomy.no-person), a clause label (as-is), "
            "a kind of evidence (accuracy-evaluation), a verdict (contradicted), a precedent, an "
            "authority, or another word of a report (error, decision-expired).",
            show_default=False,
        ),
    ],
    *,
    given: SharedOptions,
) -> None:
    """Tell what an id stands for: why it matters, what counts and what does not, the sources."""
    from claimlint.manual import page
    from claimlint.manual.render import on_terminal
    from claimlint.session import library

    text = page(name, *library(given.settings(context)))
    output.write(on_terminal(text, output.shape(None)), None)
