"""Pages of the manual for a terminal and as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rich.padding import Padding
from rich.text import Text

from claimlint.manual.pages import Block, Style
from claimlint.reports.look import Shape
from claimlint.reports.screen import printed

_MARK = re.compile(r"\[\[(.+?)\]\]")


def on_terminal(blocks: Sequence[Block], shape: Shape) -> str:
    """Return the page as text in the given width."""
    return printed((_line(block) for block in blocks), shape)


def _line(block: Block) -> Text | Padding:
    if block.style is Style.TITLE:
        return Text(block.text, "bold underline")
    if block.style is Style.HEADING:
        return Padding(Text(block.text, "bold"), (1, 0, 0, 0))
    if block.style is Style.TEXT:
        return Padding(Text(block.text), (0, 0, 0, 2))
    text = Text("- ")
    place = 0
    for match in _MARK.finditer(block.text):
        text.append(block.text[place : match.start()])
        text.append(f"«{match.group(1)}»", "bold")
        place = match.end()
    text.append(block.text[place:])
    return Padding(text, (0, 0, 0, 2))


def markdown(blocks: Sequence[Block]) -> str:
    """Return the page as Markdown that ends with a line feed."""
    return "\n".join(_markdown_lines(blocks)).strip() + "\n"


def _markdown_lines(blocks: Sequence[Block]) -> Iterator[str]:
    before: Style | None = None
    for block in blocks:
        text = _MARK.sub(r"**\1**", _escaped(block.text))
        listed = block.style in (Style.ITEM, Style.MARKED)
        if before is not None and not (listed and before in (Style.ITEM, Style.MARKED)):
            yield ""
        before = block.style
        if block.style is Style.TITLE:
            yield f"# {text}"
        elif block.style is Style.HEADING:
            yield f"## {text}"
        else:
            yield f"- {text}" if listed else text


def _escaped(text: str) -> str:
    return re.sub(r"([<*_`])", r"\\\1", text)
