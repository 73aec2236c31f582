"""`claimlint config show`: every setting with its value and where it comes from."""

from __future__ import annotations

from datetime import date

import typer
from msgspec import to_builtins

from claimlint.cli import options, output

app = typer.Typer(no_args_is_help=True, help="Look at the configuration.")


@app.command("show")
def show(
    layout: options.Layout = options.TextOrJson.TEXT,
    config: options.Config = None,
    isolated: options.Isolated = False,
) -> None:
    """Show every setting, its value, and where that comes from: a file and its line, or nowhere.

    Exit status: 0 shown; 2 a configuration file is missing or wrong, or names what is not there.
    """
    from claimlint.cli.configured import configuration
    from claimlint.config.apply import configured
    from claimlint.config.show import shown
    from claimlint.policy import CheckedPolicy
    from claimlint.reports.json.rows import indented
    from claimlint.reports.safe_text import safe
    from claimlint.session import library
    from claimlint.settings import Settings

    found = configuration(config, isolated=isolated)
    settings = configured(Settings(today=date.min), found, ())
    book, _ = library(settings)
    CheckedPolicy(settings.policy, book.claims.ids)
    rows = shown(found)
    if layout is options.TextOrJson.JSON:
        data = {"files": found.files, "settings": [to_builtins(row) for row in rows]}
        output.write(indented(data), None)
        return
    lines = [f"Configuration: {', '.join(found.files) or 'none found; all is as by default'}"]
    wide = max(len(row.key) for row in rows)
    lines.extend(f"  {row.key:{wide}}  {safe(row.value)}  ({row.origin})" for row in rows)
    output.write("\n".join(lines) + "\n", None)


@app.callback()
def _group() -> None:
    """Look at the configuration."""
