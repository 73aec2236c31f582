"""A screen of a given width: everything that is printed goes through here, without markup."""

from __future__ import annotations

import io
from collections.abc import Iterable
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from claimlint.reports.look import Shape
from claimlint.terms import Level

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

_LEAST = 40
_NARROW = "\u02ff"
"""What can be printed and stands no further on among the characters takes one column."""
LEVEL_STYLES = MappingProxyType(
    {Level.ERROR: "bold red", Level.WARNING: "yellow", Level.NOTE: "cyan"}
)
"""How levels look, the gravest first."""


class Line(Struct, frozen=True):
    """Words in a style, which holds for what is added to them, too; moved right by some columns.

    What wraps and colours makes its own form of it, where there is anything to wrap or to colour:
    that takes long to load.
    """

    text: str = ""
    style: str = ""
    rest: tuple[tuple[str, str], ...] = ()
    by: int = 0

    @property
    def plain(self) -> str:
        """Return the words without styles."""
        return self.text + "".join(text for text, _ in self.rest)

    def __add__(self, other: Line) -> Line:
        added = ((text, f"{other.style} {style}".strip()) for text, style in other.rest)
        return replace(self, rest=(*self.rest, (other.text, other.style), *added))

    def short(self, width: int) -> str | None:
        """Return the line without styles, None where it has to be wrapped or is not all text."""
        text = " " * self.by + self.plain
        return text if text.isprintable() and _fits(text, width) else None

    def drawn(self) -> RenderableType:
        """Return the form that is wrapped and coloured."""
        from rich.padding import Padding
        from rich.text import Text

        text = Text(self.text, self.style)
        for words, style in self.rest:
            text.append(words, style)
        return Padding(text, (0, 0, 0, self.by)) if self.by else text


def indented(line: Line, by: int) -> Line:
    """Return the line with all that it is wrapped into moved to the right by so many columns."""
    return replace(line, by=by)


def hanging(text: str, style: str) -> Line:
    """Return a line whose continuation stands under its first word."""
    body = text.lstrip()
    return indented(Line(body, style), len(text) - len(body))


def printed(lines: Iterable[Line | RenderableType], shape: Shape) -> str:
    """Return the lines as they would stand on a screen of that shape, without trailing blanks."""
    stream = io.StringIO()
    width = max(_LEAST, shape.width)
    console: Console | None = None
    for line in lines:
        short = line.short(width) if isinstance(line, Line) and not shape.colour else None
        if short is None:
            console = console or _console(stream, width, colour=shape.colour)
            console.print(line.drawn() if isinstance(line, Line) else line)
        else:
            stream.write(f"{short}\n")
    return "".join(line.rstrip() + "\n" for line in stream.getvalue().splitlines())


def _console(stream: io.StringIO, width: int, *, colour: bool) -> Console:
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


def _fits(text: str, width: int) -> bool:
    if max(text, default="") <= _NARROW:
        return len(text) <= width
    from rich.cells import cell_len

    return cell_len(text) <= width
