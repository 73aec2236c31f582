"""`claimlint serve`: the desk, claimlint in a browser."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from claimlint.cli import output
from claimlint.cli.shared_options import CONFIGURED, SharedOptions, offering
from claimlint.errors import WrongCall

_NEEDED = ("starlette", "uvicorn", "python_multipart")


@offering("profile", *CONFIGURED, "ocr", "model", "limit", "quiet")
def serve(
    context: typer.Context,
    port: Annotated[
        int,
        typer.Option(
            metavar="N", min=0, max=65535, help="The port to serve on; 0 is any free one."
        ),
    ] = 0,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open the browser.")
    ] = True,
    matter: Annotated[
        Path | None,
        typer.Option(
            "--matter",
            metavar="FILE",
            help="Keep decisions, assignments and notes in this file; without it they go when the "
            "desk is closed (they can be exported).",
        ),
    ] = None,
    *,
    given: SharedOptions,
) -> None:
    """Open the desk: claimlint in the browser, served to this machine alone. Ends with Ctrl-C.

    Drop papers on the page, read them, review their claims, take reports and questionnaires away.
    What you drop lies in a private folder that is deleted when the desk is closed.

    Needs the extra "web": pip install "ai-claimlint\\[web]".
    """
    if any(find_spec(name) is None for name in _NEEDED):
        raise WrongCall('the desk needs starlette and uvicorn: pip install "ai-claimlint[web]"')
    from claimlint.web import serving

    settings = given.settings(context)

    def tell(address: str) -> None:
        output.say(f"The desk is open at {address}")
        if not given.quiet:
            typer.echo("Only this machine can reach it. Press Ctrl-C to close it.", err=True)

    serving.serve(settings, tell, port=port, browser=browser, matter=matter)
