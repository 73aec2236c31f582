"""A screen of a given width: everything that is printed goes through here, without markup."""

from __future__ import annotations

import io
from collections.abc import Iterable
from types import MappingProxyType
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.padding import Padding
from rich.text import Text

from claimlint.reports.look import Shape
from claimlint.terms import Level

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

_LEAST = 40
LEVEL_STYLES = MappingProxyType(
    {Level.ERROR: "bold red", Level.WARNING: "yellow", Level.NOTE: "cyan"}
)
"""How levels look, the gravest first."""


def indented(text: Text, by: int) -> Padding:
    """Return the text with all its lines moved to the right by so many columns."""
    return Padding(text, (0, 0, 0, by))


def printed(lines: Iterable[RenderableType], shape: Shape) -> str:
    """Return the lines as they would stand on a screen of that shape, without trailing blanks."""
    stream = io.StringIO()
    width = max(_LEAST, shape.width)
    console: Console | None = None
    for line in lines:
        short = None if shape.colour else _short(line, width)
        if short is None:
            console = console or _console(stream, width, colour=shape.colour)
            console.print(line)
        else:
            stream.write(f"{short}\n")
    return "".join(line.rstrip() + "\n" for line in stream.getvalue().splitlines())


def _console(stream: io.StringIO, width: int, *, colour: bool) -> Console:
    """Return what wraps and colours; most short texts need neither, and it takes long to load."""
    from rich.console import Console

    return Console(
        file=stream,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )


def _short(line: RenderableType, width: int) -> str | None:
    """Return a line without colours that needs no wrapping, None where it is none."""
    inner, left = line, 0
    if isinstance(line, Padding):
        if line.top or line.bottom or line.right:
            return None
        inner, left = line.renderable, line.left
    text = inner.plain if isinstance(inner, Text) else inner
    if not isinstance(text, str) or not text.isprintable() or left + cell_len(text) > width:
        return None
    return " " * left + text
