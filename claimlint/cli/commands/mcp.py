"""`claimlint mcp`: a server of tools for assistants."""

from __future__ import annotations

import sys

import typer

from claimlint.cli import option_values, options


def mcp(today: options.Today = None) -> None:
    """Serve an assistant over standard input and output (Model Context Protocol).

    Its tools check, explain, compare and label documents on this machine, within the same limits
    as every run.
    """
    from claimlint.mcp.protocol import serve
    from claimlint.mcp.tools import tools

    serve(sys.stdin.buffer, sys.stdout.buffer, tools(option_values.day(today)))
    raise typer.Exit
