"""The commands of `claimlint` in their groups; only the one that is called for is loaded."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated, NamedTuple

import typer
from typer.exceptions import TyperException

from claimlint import __version__
from claimlint.cli import help_pages
from claimlint.cli.exit_status import told
from claimlint.cli.output import PIPE_CLOSED, left_for_closed_pipe
from claimlint.errors import Status
from claimlint.machine.paths import exists
from claimlint.machine.structs import load_structs
from claimlint.reports.safe_text import safe

_HELP = ["-h", "--help"]
_CHECKING = "Checking papers"
_SHOWING = "Showing what was found"
_ASKING = "Asking the vendor"
_DECIDING = "Letting claims through"
_SERVING = "For a browser, an editor, an assistant"
_KNOWING = "Knowing and developing the rules"
_SETTING = "This installation"
"""Panels of the help."""


class Command(NamedTuple):
    """A command: its name, which is its module's too, its panel in the help, and what it says.

    `says` opens the command's own help, too. A `group` has commands below it.
    """

    name: str
    panel: str
    says: str
    group: bool = False


COMMANDS = (
    Command(
        "check",
        _CHECKING,
        "Find claims about AI in documents, and the evidence that each one still needs.",
    ),
    Command(
        "compare",
        _CHECKING,
        "Set what a deck says beside what its contract says: contradicted, limited, supported.",
    ),
    Command(
        "diff",
        _CHECKING,
        "Tell what changed between versions: claims and clauses added, removed, strengthened.",
    ),
    Command(
        "vendors",
        _CHECKING,
        "Set several vendors side by side: claims, backed share, disclosures, contract conflicts.",
    ),
    Command(
        "scan",
        _CHECKING,
        "Check a data room, a bucket or a web archive, on one machine or on a cluster.",
    ),
    Command(
        "watch",
        _CHECKING,
        "Show the report, and show it anew whenever something changes. Ends with Ctrl-C.",
    ),
    Command(
        "annotate",
        _SHOWING,
        "Write a copy of a file with its claims and clauses commented where they stand.",
    ),
    Command(
        "label",
        _SHOWING,
        "Draw the AI disclosure label: what was found, and NOT DISCLOSED where nothing was.",
    ),
    Command(
        "extract",
        _SHOWING,
        "Show the text as claimlint read it, passage by passage, and what it could not read.",
    ),
    Command(
        "questions",
        _ASKING,
        "Write the questionnaire for a vendor: what its claims still lack, field by field.",
    ),
    Command(
        "answers",
        _ASKING,
        "Judge a vendor's answers field by field, and write the next questionnaire.",
    ),
    Command(
        "init", _ASKING, "Write a commented starter: an evidence dossier that a vendor fills in."
    ),
    Command(
        "suppressions",
        _DECIDING,
        "List every decision: the record's, the baseline's and approved wordings.",
    ),
    Command("baseline", _DECIDING, "Keep the claims that are known already.", group=True),
    Command(
        "serve",
        _SERVING,
        "Open the desk: claimlint in the browser, served to this machine alone. Ends with Ctrl-C.",
    ),
    Command(
        "lsp",
        _SERVING,
        "Serve an editor over standard input and output (Language Server Protocol).",
    ),
    Command(
        "mcp",
        _SERVING,
        "Serve an assistant over standard input and output (Model Context Protocol).",
    ),
    Command(
        "explain",
        _KNOWING,
        "Tell what an id stands for: why it matters, what counts and what does not, the sources.",
    ),
    Command(
        "rules", _KNOWING, "List the rules; draft, test and lint rules of your own.", group=True
    ),
    Command(
        "evaluate",
        _KNOWING,
        "Measure precision, recall and F1 with 95 % intervals, a phrase list beside them.",
    ),
    Command("config", _SETTING, "Look at the configuration.", group=True),
    Command("cache", _SETTING, "Tell or empty what earlier runs kept for later ones.", group=True),
)


def program(called: str | None = None, *, whole: bool = False) -> typer.Typer:
    """Return the program with the command that is `called`; else with what its help needs.

    With `whole` every command is loaded.
    """
    app = typer.Typer(
        name="claimlint",
        help="Find claims about AI in decks, copy and contracts, and the evidence that each one "
        "needs. Everything stays on this machine.",
        epilog="Start with: claimlint check FOLDER, the papers of one vendor.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        # The list of commands has nothing to mark up, and reading Markdown takes long to load.
        rich_markup_mode="markdown" if called or whole else "rich",
        context_settings={"help_option_names": _HELP},
    )
    app.callback()(_options)
    chosen = [command for command in COMMANDS if command.name == called] or COMMANDS
    for command in chosen:
        _add(app, command, loaded=whole or len(chosen) == 1)
    return app


def run(arguments: Sequence[str]) -> int | None:
    """Run the program on the arguments of a call and return its exit status."""
    called = next((word for word in arguments if not word.startswith("-")), None)
    if not arguments or set(_HELP) & set(arguments):
        help_pages.ready()
    if called:
        load_structs()
    command = typer.main.get_command(program(called))
    help_pages.without_types(command, _HELP)
    try:
        status: int | None = command(list(arguments), prog_name="claimlint", standalone_mode=False)
    except TyperException as error:
        message = error.format_message().replace("Value error, ", "")
        known = called is None or any(each.name == called for each in COMMANDS)
        told(message if known else _no_command(str(called), message))
        return error.exit_code
    except SystemExit as left:
        if left_for_closed_pipe(left):
            sys.exit(PIPE_CLOSED)
        raise
    if status == Status.STOPPED:  # the library's word for Ctrl-C
        raise KeyboardInterrupt
    return status


_CALLED = {
    **dict.fromkeys(("desk", "browser", "gui", "ui", "web"), "serve"),
    **dict.fromkeys(("lint", "analyse", "analyze", "report", "review"), "check"),
    **dict.fromkeys(("ask", "questionnaire"), "questions"),
    **dict.fromkeys(("comment", "mark"), "annotate"),
}
"""What people may call a command, from the words that the pages use."""


def _no_command(word: str, message: str) -> str:
    """Return what to do about a first word that is no command."""
    if exists(Path(word)):
        return f"{safe(word)}: is no command; to check it: claimlint check {safe(word)}"
    if word in _CALLED:
        return f"{message.removesuffix('.')}; did you mean '{_CALLED[word]}'?"
    if "Did you mean" in message:
        return message
    return f"{message.removesuffix('.')}; claimlint --help lists them"


def _add(app: typer.Typer, command: Command, *, loaded: bool) -> None:
    home = import_module(f"claimlint.cli.commands.{command.name}") if loaded else None
    if home is None:
        app.command(command.name, help=command.says, rich_help_panel=command.panel)(_unloaded)
    elif command.group:
        app.add_typer(home.app, name=command.name, rich_help_panel=command.panel)
    else:
        work = getattr(home, command.name)
        app.command(command.name, rich_help_panel=command.panel)(work)


def _unloaded() -> None:
    raise AssertionError("a command that is called is loaded")


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"claimlint {__version__}")
        raise typer.Exit


def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Find claims about AI, and the evidence that each one needs."""
