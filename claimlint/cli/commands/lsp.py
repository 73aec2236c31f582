"""`claimlint lsp`: the language server."""

from __future__ import annotations

from importlib.util import find_spec

import typer

from claimlint.cli import option_values, options
from claimlint.cli.stopping import stop_at_once
from claimlint.errors import WrongCall
from claimlint.settings import Settings
from claimlint.terms import Profile


def lsp(
    profile: options.Profile = Profile.BUYER,
    config: options.Config = None,
    today: options.Today = None,
    model: options.Model = None,
) -> None:
    """Serve an editor over standard input and output (Language Server Protocol).

    Claims while Markdown, HTML or text is written, the evidence that each needs, and wording that
    could be backed.

    Needs the extra "lsp": pip install "ai-claimlint\\[lsp]".
    """
    if find_spec("pygls") is None:
        raise WrongCall('the language server needs pygls: pip install "ai-claimlint[lsp]"')
    from claimlint.lsp.checker import Checker
    from claimlint.lsp.server import build

    stop_at_once()  # a thread waits for the editor, and nothing ends that
    call = Settings(today=option_values.day(today), profile=profile, model=model)
    build(Checker(call, config)).start_io()
    raise typer.Exit
