"""`claimlint explain`: what a category, a rule, a kind of evidence or a verdict is."""

from __future__ import annotations

from typing import Annotated

import typer

from claimlint.cli import option_values, options, output


def explain(
    context: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A category (autonomy), a rule (autonomy.no-person), a clause label (as-is), "
            "a kind of evidence (accuracy-evaluation), a verdict (contradicted), a precedent or an "
            "authority.",
            show_default=False,
        ),
    ],
    config: options.Config = None,
    isolated: options.Isolated = False,
    rules: options.Rules = None,
) -> None:
    """Tell what an id stands for: why it matters, what counts and what does not, the sources."""
    from claimlint.cli.configured import configured
    from claimlint.manual import page
    from claimlint.manual.render import on_terminal
    from claimlint.session import library
    from claimlint.settings import Settings

    call = Settings(today=option_values.day(None), rules=rules)
    settings = configured(call, context, config, isolated=isolated)
    text = page(name, *library(settings))
    output.write(on_terminal(text, output.shape(None)), None)
