"""`claimlint cache`: where results of earlier runs are kept, and away with them."""

from __future__ import annotations

import typer

from claimlint.amounts import amount
from claimlint.cli import output

app = typer.Typer(no_args_is_help=True, help="Tell or empty what earlier runs kept for later ones.")


@app.callback()
def _group() -> None:
    """Tell or empty what earlier runs kept for later ones."""


@app.command("where")
def where() -> None:
    """Tell in which folder results are kept, how many, and how large they are."""
    from claimlint.cache.store import Store, results_folder

    count, size = Store(results_folder()).size()
    output.say(f"{results_folder()}: {count} results, {size / 1024**2:.1f} MiB")


@app.command("clear")
def clear() -> None:
    """Remove all results that are kept."""
    from claimlint.cache.store import Store, results_folder

    count = Store(results_folder()).clear()
    output.say(f"{amount(count, 'result')} removed")
