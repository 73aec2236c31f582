"""A paper in blocks, written once and shown as a Word document or as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from claimlint.office.word_document import Box, Paper, Text, Words, box, words_of
from claimlint.reports.safe_text import safe

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&$@])|!(?=\[)|:(?=//)")
_OPENING = re.compile(r"^(?:([-+=])|(\d+)([.)])(?=\s|$))")


class Heading(Struct, frozen=True):
    """A heading; level 0 is the title."""

    text: str
    level: int = 1


class Para(Struct, frozen=True):
    """A paragraph."""

    text: Text


class Bullets(Struct, frozen=True):
    """A list, with numbers where they are wanted."""

    items: tuple[Text, ...]
    numbered: bool = False


class Table(Struct, frozen=True):
    """A table: its head, its rows, and the shares of the page that its columns take.

    A cell is a text, or several in a tuple of tuples for lines below each other.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[Box | Text, ...], ...]
    widths: tuple[float, ...]


Block = Heading | Para | Bullets | Table


def in_word(
    blocks: Iterable[Block], title: str, made: str, *, landscape: bool = False, size: float = 10
) -> bytes:
    """Return the blocks as a Word document that bears the ISO date `made`."""
    paper = Paper(title, made, landscape=landscape, size=size)
    for block in blocks:
        if isinstance(block, Heading):
            paper.heading(safe(block.text), block.level)
        elif isinstance(block, Para):
            paper.text(_safe(block.text))
        elif isinstance(block, Bullets):
            paper.bullets([_safe(item) for item in block.items], numbered=block.numbered)
        else:
            head = [Words(text, bold=True) for text in block.head]
            rows = [[_safe_cell(cell) for cell in row] for row in block.rows]
            paper.table([head, *rows], block.widths)
    return paper.data()


def in_markdown(blocks: Iterable[Block]) -> str:
    """Return the blocks as Markdown; nothing in a text can act as markup, link or HTML."""
    return "\n\n".join("\n".join(_lines(block)) for block in blocks) + "\n"


def escaped(text: str) -> str:
    """Return a text of a document on one line, so that Markdown shows it as it stands."""
    words = _MARKS.sub(lambda match: f"\\{match[0]}", safe(text))
    words = re.sub(r"\bwww\.", r"www\\.", words, flags=re.IGNORECASE)
    return _OPENING.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", words)


def _safe(text: Text) -> tuple[Words, ...]:
    return tuple(_clean(each) for each in words_of(text))


def _clean(words: Words) -> Words:
    # The blanks at the edges part one run from the next.
    text = words.text
    lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    inner = safe(text)
    shown = f"{' ' if lead else ''}{inner}{' ' if tail else ''}" if inner else ""
    return replace(words, text=shown)


def _safe_cell(cell: Box | Text) -> Box:
    whole = cell if isinstance(cell, Box) else box(cell)
    return replace(whole, lines=tuple(map(_safe, whole.lines)))


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * (block.level + 1)} {escaped(block.text)}"
    elif isinstance(block, Para):
        yield _inline(block.text)
    elif isinstance(block, Bullets):
        for number, item in enumerate(block.items, start=1):
            yield f"{f'{number}.' if block.numbered else '-'} {_inline(item)}"
    else:
        yield _row(map(escaped, block.head))
        yield _row("---" for _ in block.head)
        for row in block.rows:
            yield _row(_cell(cell) for cell in row)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Box | Text) -> str:
    if isinstance(cell, Box):
        return "<br>".join(_inline(line) for line in cell.lines)
    return _inline(cell)


def _inline(text: Text) -> str:
    return "".join(_run(each) for each in _safe(text))


def _run(words: Words) -> str:
    text = words.text
    inner = escaped(text)
    if not inner:
        return text
    lead = " " if text.startswith(" ") else ""
    tail = " " if text.endswith(" ") else ""
    mark = "**" if words.bold else "*" if words.italic else ""
    return f"{lead}{mark}{inner}{mark}{tail}"
