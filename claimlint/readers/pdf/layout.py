"""The words of one page become its passages, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimlint.document import Part, Passage, Role
from claimlint.readers.pdf.cells import cells_of
from claimlint.readers.pdf.columns import regions_of
from claimlint.readers.pdf.geometry import Sheet
from claimlint.readers.pdf.leaf import Leaf
from claimlint.readers.pdf.lines import Line, rows_of
from claimlint.readers.pdf.margins import Mark, running
from claimlint.readers.pdf.paragraphs import Paragraph, paragraphs_of
from claimlint.readers.pdf.passages import Place, passage_of
from claimlint.readers.pdf.roles import Look, Looks, Ranks
from claimlint.readers.pdf.rows import loose_grid
from claimlint.readers.pdf.tables import Grid


@dataclass(slots=True)
class Layout:
    """Lays out the pages of one document, one after the other."""

    ranks: Ranks

    def passages(
        self, leaf: Leaf, body: float, neighbours: Sequence[Iterable[Mark]]
    ) -> Iterator[Passage]:
        """Yield what a page says: head, body, foot, other directions, what is hidden, the rest.

        `body` is the size of its running text; `neighbours` are the marks in the margins of the
        pages before and after.
        """
        head: list[Line] = []
        foot: list[Line] = []
        rest: list[Line] = []
        for line in leaf.lines:
            part = running(line, leaf.sheet, body, neighbours)
            (head if part is Part.HEADER else foot if part is Part.FOOTER else rest).append(line)
        yield from _running(head, Place(sheet=leaf.sheet, part=Part.HEADER), body)
        looks = Looks(body, leaf.sheet.height, self.ranks)
        body_text = tuple(_Page(leaf.sheet, looks).passages((*rest, *leaf.grids)))
        yield from sorted(body_text, key=lambda passage: passage.note_id is not None)
        yield from _running(foot, Place(sheet=leaf.sheet, part=Part.FOOTER), body)
        yield from _Page(leaf.sheet, looks, Part.OCR).passages(leaf.recognised)
        for lines, hidden in (*((lines, None) for lines in leaf.turned), *leaf.hidden):
            yield from _Page(leaf.sheet, looks, hidden=hidden).passages(lines)
        yield from leaf.extras


def _running(lines: Sequence[Line], place: Place, body: float) -> Iterator[Passage]:
    for row in rows_of(lines):
        for line in row:
            look = Look(size=round(line.size / body, 2))
            yield passage_of(Paragraph((line,)), place, look)


@dataclass(slots=True)
class _Page:
    """Tells the passages of one direction of a page, or of what is hidden on it."""

    sheet: Sheet
    looks: Looks
    part: Part = Part.BODY
    hidden: str | None = None
    tables: int = 0

    def passages(self, slabs: Sequence[Line | Grid]) -> Iterator[Passage]:
        for region in regions_of(slabs):
            grid = loose_grid(region.slabs) if region.rows else None
            for slab in _grouped(region.slabs if grid is None else (grid,)):
                if isinstance(slab, Grid):
                    yield from self._table(slab)
                else:
                    yield from self._text(slab)

    def _text(self, lines: Sequence[Line]) -> Iterator[Passage]:
        for paragraph in paragraphs_of(lines):
            look = self.looks.look(paragraph)
            part = Part.FOOTNOTE if look.note_id and self.part is Part.BODY else self.part
            place = Place(sheet=self.sheet, part=part, hidden=self.hidden)
            yield passage_of(paragraph, place, look)

    def _table(self, grid: Grid) -> Iterator[Passage]:
        self.tables += 1
        part = Part.TABLE if self.part is Part.BODY else self.part
        for cell, paragraphs in cells_of(grid, self.tables):
            place = Place(sheet=self.sheet, part=part, cell=cell, hidden=self.hidden)
            for paragraph in paragraphs:
                size = round(paragraph.size / self.looks.body, 2)
                yield passage_of(paragraph, place, Look(role=Role.CELL, size=size))


def _grouped(slabs: Iterable[Line | Grid]) -> Iterator[Grid | list[Line]]:
    """Yield tables, and the lines between them."""
    lines: list[Line] = []
    for slab in slabs:
        if isinstance(slab, Grid):
            if lines:
                yield lines
            lines = []
            yield slab
        else:
            lines.append(slab)
    if lines:
        yield lines
