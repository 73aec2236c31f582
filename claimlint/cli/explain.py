"""`claimlint explain`: what a category, a rule or a kind of evidence is, and why it matters."""

from __future__ import annotations

from typing import Annotated

import typer

from claimlint.cli import options


def explain(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A category (autonomy), a rule (autonomy.no-person), a clause label (as-is), "
            "a kind of evidence (accuracy-evaluation), a precedent or an authority.",
            show_default=False,
        ),
    ],
    rules: options.Rules = None,
) -> None:
    """Tell what an id stands for: why it matters, what counts and what does not, the sources."""
    from claimlint.cli import output
    from claimlint.datafiles import data_folder
    from claimlint.manual import page
    from claimlint.manual.render import on_terminal
    from claimlint.rulebook.book import load_book
    from claimlint.rulebook.catalogue import load_catalogue

    folder = rules or data_folder("rules")
    text = page(name, load_book(folder), load_catalogue(folder))
    output.write(on_terminal(text, output.shape(None)), None)
