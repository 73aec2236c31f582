"""One page of a deck read as passages: a slide, its notes, a layout or a master."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING

from claimlint.document import Location, Part, Passage, Role, TableCell
from claimlint.readers.office import drawing
from claimlint.readers.office.names import A, P
from claimlint.readers.office.slides.inherit import Inherited, Levels, depth
from claimlint.readers.office.slides.shapes import MARGINS, TITLES, Shape, shapes
from claimlint.readers.office.text import stretches

if TYPE_CHECKING:
    from claimlint.readers.office.xml import Element


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Which page is read: its part, its number from 1, what people call it, its kind of text."""

    name: str
    label: str
    number: int
    part: Part = Part.BODY
    hidden: str | None = None


@dataclass(slots=True)
class _Drawn:
    """A passage and the font size of its text in points, if known."""

    passage: Passage
    points: float | None


class Page:
    """Reads the shapes of one page. `order` counts on over all pages of one slide."""

    def __init__(self, root: Element, sheet: Sheet, inherited: Inherited, order: int = 0) -> None:
        self.sheet = sheet
        self.order = order
        self._root = root
        self._inherited = inherited
        self._numbers = drawing.numbered(root)
        self._tables = 0

    def shapes(self) -> Iterator[Shape]:
        """Yield the shapes of the page in reading order."""
        return shapes(self._root, self._inherited)

    def text(self, shape: Shape) -> Iterator[_Drawn]:
        """Yield the paragraphs of a shape, or the cells of its table."""
        table = next(shape.element.iter(f"{A}tbl"), None)
        if table is not None:
            yield from self._table(shape, table)
            return
        body = shape.element.find(f"{P}txBody")
        if body is None or shape.kind == "sldNum":
            return
        levels = self._levels(shape, body)
        for paragraph in body.iterchildren(f"{A}p"):
            yield from self._paragraph(shape, paragraph, levels)

    def place(self, shape: Shape, what: str, part: Part) -> Location:
        """Return the next location on this page, for something of a shape called `what`."""
        self.order += 1
        sheet = self.sheet
        hidden = sheet.hidden or ("hidden shape" if shape.hidden else None)
        return Location(
            label=f"{sheet.label}, {what}" if what else sheet.label,
            order=(sheet.number, self.order),
            slide=sheet.number,
            part=part if sheet.part is Part.BODY else sheet.part,
            bbox=shape.box,
            hidden=hidden,
            anchor=sheet.name,
        )

    def _levels(self, shape: Shape, body: Element) -> Levels:
        own = body.find(f"{A}lstStyle")
        inherited = self._inherited.styles(shape.kind, shape.index, placeholder=shape.placeholder)
        fit = body.find(f"{A}bodyPr/{A}normAutofit")
        scale = "" if fit is None else fit.get("fontScale", "")
        return Levels(
            inherited if own is None else (own, *inherited),
            int(scale) / 100_000 if scale.isdecimal() and int(scale) else 1.0,
        )

    def _paragraph(
        self, shape: Shape, paragraph: Element, levels: Levels, cell: TableCell | None = None
    ) -> Iterator[_Drawn]:
        anchor = f"{self.sheet.name}#p{self._numbers[paragraph]}"
        spans = drawing.spans(paragraph, anchor)
        role, level = _role(shape, paragraph, levels, cell)
        what, part = _what(shape, cell)
        run = next(paragraph.iterchildren(f"{A}r", f"{A}fld"), None)
        for stretch in stretches(spans):
            place = self.place(shape, what, part)
            passage = Passage(
                text=stretch.text,
                location=replace(place, anchor=anchor, hidden=place.hidden or stretch.hidden),
                role=role,
                level=level,
                pieces=stretch.pieces,
                cell=cell,
            )
            yield _Drawn(passage, levels.size(paragraph, run))

    def _table(self, shape: Shape, table: Element) -> Iterator[_Drawn]:
        self._tables += 1
        heads: dict[int, str] = {}
        for row, element in enumerate(table.iterchildren(f"{A}tr"), start=1):
            row_head: str | None = None
            for column, cell in enumerate(element.iterchildren(f"{A}tc"), start=1):
                if cell.get("hMerge") in ("1", "true") or cell.get("vMerge") in ("1", "true"):
                    continue
                body = cell.find(f"{A}txBody")
                if body is None:
                    continue
                text = _plain(body)
                if row == 1:
                    heads[column] = text
                place = TableCell(
                    table=self._tables,
                    row=row,
                    column=column,
                    column_head=(heads.get(column) or None) if row > 1 else None,
                    row_head=row_head or None,
                )
                levels = self._levels(shape, body)
                for paragraph in body.iterchildren(f"{A}p"):
                    yield from self._paragraph(shape, paragraph, levels, place)
                row_head = text if row_head is None else row_head


def sized(drawn: list[_Drawn]) -> Iterator[Passage]:
    """Yield the passages with their sizes made relative to the median of the page's text."""
    weights = [
        item.points
        for item in drawn
        if item.points and item.passage.role is not Role.TITLE
        for _ in range(1 + len(item.passage.text) // 20)
    ]
    usual = median(weights) if weights else None
    for item in drawn:
        if item.points and usual:
            yield replace(item.passage, size=round(item.points / usual, 2))
        else:
            yield item.passage


def _role(
    shape: Shape, paragraph: Element, levels: Levels, cell: TableCell | None
) -> tuple[Role, int]:
    if shape.kind in TITLES:
        return Role.TITLE, 0
    if shape.kind == "subTitle":
        return Role.HEADING, 1
    if levels.bullet(paragraph):
        return Role.BULLET, depth(paragraph)
    return (Role.PARAGRAPH if cell is None else Role.CELL), 0


def _what(shape: Shape, cell: TableCell | None) -> tuple[str, Part]:
    if cell is not None:
        return f"table {cell.table}, row {cell.row}", Part.TABLE
    if shape.kind in TITLES:
        return "title", Part.BODY
    if shape.kind == "subTitle":
        return "subtitle", Part.BODY
    if shape.kind in MARGINS:
        return ("header", Part.HEADER) if shape.kind == "hdr" else ("footer", Part.FOOTER)
    return "", Part.BODY


def _plain(body: Element) -> str:
    texts = (
        "".join(span.text for span in drawing.spans(paragraph, ""))
        for paragraph in body.iterchildren(f"{A}p")
    )
    return " ".join(" ".join(texts).split())
