"""The program `claimlint`: its commands in groups, and the one place where errors are caught."""

from __future__ import annotations

import sys
from typing import Annotated

import typer
from typer.exceptions import TyperException

from claimlint import __version__
from claimlint.cli import (
    annotate,
    answers,
    baseline,
    check,
    compare,
    config,
    diff,
    evaluate,
    explain,
    extract,
    init,
    label,
    lsp,
    mcp,
    questions,
    rules,
    scan,
    serve,
    suppressions,
    vendors,
    watch,
)
from claimlint.errors import ClaimlintError, PackFault, Status
from claimlint.reports.plain import safe

_CHECKING = "Checking documents"
_KNOWING = "Knowing the rules"
_DEVELOPING = "Developing rules"

app = typer.Typer(
    name="claimlint",
    help="Find claims about AI in decks, copy and contracts, and the evidence that each one needs. "
    "Everything stays on this machine.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"claimlint {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Find claims about AI, and the evidence that each one needs."""


app.command("check", rich_help_panel=_CHECKING)(check.check)
app.command("annotate", rich_help_panel=_CHECKING)(annotate.annotate)
app.command("serve", rich_help_panel=_CHECKING)(serve.serve)
app.command("compare", rich_help_panel=_CHECKING)(compare.compare)
app.command("diff", rich_help_panel=_CHECKING)(diff.diff)
app.command("extract", rich_help_panel=_CHECKING)(extract.extract)
app.command("label", rich_help_panel=_CHECKING)(label.label)
app.command("vendors", rich_help_panel=_CHECKING)(vendors.vendors)
app.command("questions", rich_help_panel=_CHECKING)(questions.questions)
app.command("answers", rich_help_panel=_CHECKING)(answers.answers)
app.command("init", rich_help_panel=_CHECKING)(init.init)
app.command("explain", rich_help_panel=_KNOWING)(explain.explain)
app.add_typer(rules.app, name="rules", rich_help_panel=_KNOWING)
app.add_typer(baseline.app, name="baseline", rich_help_panel=_CHECKING)
app.command("suppressions", rich_help_panel=_CHECKING)(suppressions.suppressions)
app.command("watch", rich_help_panel=_CHECKING)(watch.watch)
app.command("lsp", rich_help_panel=_CHECKING)(lsp.lsp)
app.command("scan", rich_help_panel=_CHECKING)(scan.scan)
app.command("mcp", rich_help_panel=_CHECKING)(mcp.mcp)
app.add_typer(config.app, name="config", rich_help_panel=_CHECKING)
app.command("evaluate", rich_help_panel=_DEVELOPING)(evaluate.evaluate)


def main() -> None:
    """Run the program and leave with its exit status; errors become one line on stderr."""
    try:
        status = app(prog_name="claimlint", standalone_mode=False)
    except PackFault as error:
        status = _told(str(error), int(error.status))
        for fault in error.faults:
            _told(fault, status)
    except ClaimlintError as error:
        status = _told(str(error), int(error.status))
    except TyperException as error:
        status = _told(error.format_message().replace("Value error, ", ""), error.exit_code)
    except OSError as error:  # a full disk, a folder that went away
        status = _told(_system(error), int(Status.WRONG_CALL))
    sys.exit(status or 0)


def _system(error: OSError) -> str:
    where = f"{safe(str(error.filename))}: " if error.filename else ""
    return f"{where}{error.strerror or error}"


def _told(message: str, status: int) -> int:
    # The help of a call without arguments comes as an empty message: it is already printed.
    if message:
        typer.echo(f"claimlint: {' '.join(message.split())}", err=True)
    return status
