"""The words of one page become its passages, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from msgspec import Struct
from msgspec.structs import replace

from claimlint.document import Part, Passage, Role
from claimlint.readers.pdf.geometry import Sheet
from claimlint.readers.pdf.layout.cells import cells_of
from claimlint.readers.pdf.layout.column_breaks import rejoined
from claimlint.readers.pdf.layout.columns import regions_of
from claimlint.readers.pdf.layout.lines import Line, rows_of
from claimlint.readers.pdf.layout.margins import running
from claimlint.readers.pdf.layout.paragraphs import Paragraph, paragraphs_of
from claimlint.readers.pdf.layout.passages import Draft, Place, passage_of
from claimlint.readers.pdf.layout.roles import Look, Looks, Ranks
from claimlint.readers.pdf.layout.ruled_tables import Grid
from claimlint.readers.pdf.layout.unruled_tables import loose_grid
from claimlint.readers.pdf.layout.window import Framed


def passages_of(page: Framed, ranks: Ranks) -> Iterator[Passage]:
    """Yield what a page says: head, body, foot, other directions, what is hidden, the rest.

    `ranks` are those of the headings of the document so far.
    """
    order = count(1)
    for draft in _drafts(page, ranks):
        yield passage_of(draft, next(order))
    for extra in page.content.extras:
        place = replace(extra.location, order=(page.content.sheet.number, next(order)))
        yield replace(extra, location=place)


def _drafts(page: Framed, ranks: Ranks) -> Iterator[Draft]:
    content, body = page.content, page.body
    head: list[Line] = []
    foot: list[Line] = []
    rest: list[Line] = []
    for line, mark in zip(content.lines, content.marked, strict=True):
        part = mark and running(line, mark, body, page.neighbours)
        (head if part is Part.HEADER else foot if part is Part.FOOTER else rest).append(line)
    yield from _running(head, Place(sheet=content.sheet, part=Part.HEADER), body)
    looks = Looks(body, content.sheet.height, ranks, content.lines)
    body_text = tuple(_Direction(content.sheet, looks).drafts((*rest, *content.grids)))
    yield from sorted(body_text, key=lambda draft: draft.look.note_id is not None)
    yield from _running(foot, Place(sheet=content.sheet, part=Part.FOOTER), body)
    yield from _Direction(content.sheet, looks, Part.OCR).drafts(content.recognised)
    for lines, hidden in (*((lines, None) for lines in content.turned), *content.hidden):
        yield from _Direction(content.sheet, looks, hidden=hidden).drafts(lines)


def _running(lines: Sequence[Line], place: Place, body: float) -> Iterator[Draft]:
    for row in rows_of(lines):
        for line in row:
            look = Look(size=round(line.size / body, 2))
            yield Draft(Paragraph((line,)), place, look)


class _Direction(Struct):
    """Tells the passages of one direction of a page, or of what is hidden on it."""

    sheet: Sheet
    looks: Looks
    part: Part = Part.BODY
    hidden: str | None = None
    tables: int = 0

    def drafts(self, slabs: Sequence[Line | Grid]) -> Iterator[Draft]:
        yield from rejoined(self._drafts(slabs))

    def _drafts(self, slabs: Sequence[Line | Grid]) -> Iterator[Draft]:
        for region in regions_of(slabs):
            grid = loose_grid(region.slabs) if region.rows else None
            for slab in _grouped(region.slabs if grid is None else (grid,)):
                if isinstance(slab, Grid):
                    yield from self._table(slab)
                else:
                    yield from self._text(slab)

    def _text(self, lines: Sequence[Line]) -> Iterator[Draft]:
        place = Place(sheet=self.sheet, part=self.part, hidden=self.hidden)
        below = replace(place, part=Part.FOOTNOTE) if self.part is Part.BODY else place
        for paragraph in paragraphs_of(lines):
            look = self.looks.look(paragraph)
            yield Draft(paragraph, below if look.note_id else place, look)

    def _table(self, grid: Grid) -> Iterator[Draft]:
        self.tables += 1
        part = Part.TABLE if self.part is Part.BODY else self.part
        for cell, paragraphs in cells_of(grid, self.tables):
            place = Place(sheet=self.sheet, part=part, cell=cell, hidden=self.hidden)
            for paragraph in paragraphs:
                size = round(paragraph.size / self.looks.body, 2)
                yield Draft(paragraph, place, Look(role=Role.CELL, size=size))


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
