"""Pages of the manual for a terminal and as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimlint.manual.blocks import Block, Style
from claimlint.reports.look import Shape
from claimlint.reports.text.screen import Line, indented, printed

_MARK = re.compile(r"\[\[(.+?)\]\]")


def on_terminal(blocks: Sequence[Block], shape: Shape) -> str:
    """Return the page as text in the given width."""
    return printed((line for block in blocks for line in _lines(block)), shape)


def _lines(block: Block) -> Iterator[Line]:
    if block.style is Style.TITLE:
        yield Line(block.text, "bold underline")
    elif block.style is Style.HEADING:
        yield Line()
        yield Line(block.text, "bold")
    elif block.style is Style.TEXT:
        yield indented(Line(block.text), 2)
    elif block.style is Style.LINES:
        yield from (indented(Line(line), 4) for line in block.text.splitlines())
    else:
        yield indented(_item(block.text), 2)


def _item(text: str) -> Line:
    line, place = Line("- "), 0
    for match in _MARK.finditer(text):
        line += Line(text[place : match.start()]) + Line(f"«{match.group(1)}»", "bold")
        place = match.end()
    return line + Line(text[place:])


def markdown(blocks: Sequence[Block]) -> str:
    """Return the page as Markdown that ends with a line feed."""
    return "\n".join(_markdown_lines(blocks)).strip() + "\n"


def _markdown_lines(blocks: Sequence[Block]) -> Iterator[str]:
    before: Style | None = None
    for block in blocks:
        text = _MARK.sub(r"**\1**", re.sub(r"([<*_`])", r"\\\1", block.text))
        listed = block.style in (Style.ITEM, Style.MARKED)
        if before is not None and not (listed and before in (Style.ITEM, Style.MARKED)):
            yield ""
        before = block.style
        if block.style is Style.TITLE:
            yield f"# {text}"
        elif block.style is Style.HEADING:
            yield f"## {text}"
        elif block.style is Style.LINES:
            yield from (f"  {line}".rstrip() for line in ("```", *block.text.splitlines(), "```"))
        else:
            yield f"- {text}" if listed else text
