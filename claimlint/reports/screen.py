"""A screen of a given width: everything that is printed goes through here, without markup."""

from __future__ import annotations

import io
from collections.abc import Iterable
from types import MappingProxyType

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from claimlint.reports.look import Shape
from claimlint.terms import Level

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
    console = Console(
        file=stream,
        width=max(_LEAST, shape.width),
        force_terminal=shape.colour,
        color_system="standard" if shape.colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for line in lines:
        short = None if shape.colour else _short(line, console.width)
        if short is None:
            console.print(line)
        else:
            stream.write(f"{short}\n")
    return "".join(line.rstrip() + "\n" for line in stream.getvalue().splitlines())


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
