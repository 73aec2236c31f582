"""A screen of a given width: everything that is printed goes through here, without markup."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console, RenderableType

_LEAST = 40


@dataclass(frozen=True, slots=True)
class Shape:
    """How wide the output is, in columns, and whether it has colours."""

    width: int = 100
    colour: bool = False


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
        console.print(line)
    return "".join(line.rstrip() + "\n" for line in stream.getvalue().splitlines())
