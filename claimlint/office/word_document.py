"""A Word document that is written from top to bottom: headings, paragraphs, bullets, tables."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time
from math import ceil
from typing import TYPE_CHECKING

from msgspec import Struct

from claimlint.office.cells import clean
from claimlint.office.styles import footer, grid, listed, shaded, styled, tight, unbroken, width

if TYPE_CHECKING:
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph


class Words(Struct, frozen=True):
    """A run of text: bold, italic, in a colour ("B3261E") or a size in points of its own."""

    text: str
    bold: bool = False
    italic: bool = False
    colour: str = ""
    size: float = 0


class Box(Struct, frozen=True):
    """A cell of a table: its lines of words, and the colour behind them.

    With `choices` its first line is a list to choose from.
    """

    lines: tuple[tuple[Words, ...], ...]
    fill: str = ""
    choices: tuple[str, ...] = ()


_LETTERS = 5.5
"""So many letters of a cell's print fit in a centimetre."""
_LOW = 12
"""A row of more lines goes on over the page: kept whole, it leaves the page before half empty."""
Text = str | Words | Sequence[str | Words]


def box(*lines: Text, fill: str = "") -> Box:
    """Return a cell with a paragraph for each of `lines`."""
    return Box(tuple(words_of(each) for each in lines), fill)


def words_of(text: Text) -> tuple[Words, ...]:
    """Return the runs of a text."""
    if isinstance(text, (str, Words)):
        text = (text,)
    return tuple(Words(each) if isinstance(each, str) else each for each in text)


class Paper:
    """A document under way. Texts are made harmless; there are no fields but page numbers."""

    def __init__(self, title: str, made: str, *, landscape: bool = False, size: float = 10) -> None:
        """Open a document called `title`; `made` is the ISO date that it bears."""
        from docx import Document

        self._paper = Document()
        core = self._paper.core_properties
        day = datetime.combine(date.fromisoformat(made), time())
        core.title, core.author, core.last_modified_by = clean(title)[:250], "claimlint", ""
        core.comments, core.created, core.modified = "", day, day
        styled(self._paper, landscape=landscape, size=size)
        footer(self._paper, f"{clean(title)} · {made}", landscape=landscape)
        self._width = width(landscape=landscape)

    def heading(self, text: str, level: int = 1) -> None:
        """Add a heading; level 0 is the title of the paper."""
        self._paper.add_heading(clean(text), level)

    def text(self, text: Text, *, style: str = "Normal") -> None:
        """Add a paragraph."""
        _fill(self._paper.add_paragraph(style=style), words_of(text))

    def bullets(self, texts: Sequence[Text], *, numbered: bool = False) -> None:
        """Add a list, with a bullet or a number to each entry."""
        for text in texts:
            self.text(text, style="List Number" if numbered else "List Bullet")

    def table(
        self, rows: Sequence[Sequence[Box | Text]], widths: Sequence[float], *, head: bool = True
    ) -> None:
        """Add a table; `widths` are shares of the page, the first row a head that repeats."""
        table = self._paper.add_table(rows=len(rows), cols=len(widths))
        whole = sum(widths)
        columns = tuple(self._width * each / whole for each in widths)
        grid(table, columns, head=head)
        for row, cells in zip(table.rows, rows, strict=True):
            boxes = [each if isinstance(each, Box) else box(each) for each in cells]
            for cell, content in zip(row.cells, boxes, strict=True):
                _cell(cell, content)
            if max(map(_height, boxes, columns), default=0) <= _LOW:
                unbroken(row)
        # A table needs a paragraph behind it; a small one, so that it serves as the space between.
        tight(self._paper.add_paragraph())

    def data(self) -> bytes:
        """Return the document; the same calls give the same bytes."""
        stream = io.BytesIO()
        self._paper.save(stream)
        return _steady(stream.getvalue())


def _height(content: Box, width: float) -> int:
    """Return about how many lines of print a cell takes that is so many centimetres wide."""
    letters = (sum(len(words.text) for words in line) for line in content.lines)
    return sum(max(1, ceil(count / (width * _LETTERS))) for count in letters)


def _cell(cell: _Cell, content: Box) -> None:
    for number, words in enumerate(content.lines):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        paragraph.style = "Cell"
        _fill(paragraph, words)
        if content.choices:
            listed(paragraph, content.choices)
    if content.fill:
        shaded(cell, content.fill)


def _fill(paragraph: Paragraph, words: Sequence[Words]) -> None:
    from docx.shared import Pt, RGBColor

    for each in words:
        run = paragraph.add_run(clean(each.text))
        run.bold = each.bold or None
        run.italic = each.italic or None
        if each.colour:
            run.font.color.rgb = RGBColor.from_string(each.colour)
        if each.size:
            run.font.size = Pt(each.size)


def _steady(data: bytes) -> bytes:
    """Return the zip package with the same parts in the same order, all of 1980."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for entry in source.infolist():
            fixed = zipfile.ZipInfo(entry.filename)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            fixed.external_attr = 0o600 << 16
            target.writestr(fixed, source.read(entry))
    return stream.getvalue()
