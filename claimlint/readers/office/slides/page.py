"""One page of a deck read as passages: a slide, its notes, a layout or a master."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from msgspec import Struct
from msgspec.structs import replace

from claimlint.document import Location, Part, Passage, Role, TableCell
from claimlint.office.names import A, P
from claimlint.readers.figures import is_figure
from claimlint.readers.office.graphics import drawing
from claimlint.readers.office.package.xml import Element
from claimlint.readers.office.slides.inherit import Levels, depth
from claimlint.readers.office.slides.lists import Numbers
from claimlint.readers.office.slides.shapes import MARGINS, TITLES, Shape, shapes
from claimlint.readers.office.slides.spelt import spelt
from claimlint.readers.office.slides.visibility import Visibility
from claimlint.readers.office.words.attributes import YES, counted
from claimlint.readers.office.words.text import Span, Stretch, stretches
from claimlint.readers.tables import LONGEST_HEAD, Heads

_LARGER = 1.15
_LONGEST_HEADING = 160


class Sheet(Struct, frozen=True, kw_only=True):
    """Which page is read: its part, its place in the deck, what people call it, its kind of text.

    `shown` tells that `number` is that of a slide, as people count them.
    """

    name: str
    label: str
    number: int
    part: Part = Part.BODY
    hidden: str | None = None
    shown: bool = True


class Drawn(Struct, frozen=True):
    """A passage and the font size of its text in points, None if that says nothing."""

    passage: Passage
    points: float | None = None


class Page:
    """Reads the shapes of one page. `order` counts on over all pages of one slide."""

    def __init__(self, sheet: Sheet, view: Visibility, order: int = 0) -> None:
        self.sheet = sheet
        self.order = order
        self._view = view
        self._numbers = drawing.numbered(view.root)
        self._tables = 0

    def shapes(self) -> Iterator[Shape]:
        """Yield the shapes of the page in reading order."""
        return shapes(self._view.root, self._view.inherited)

    def text(self, shape: Shape) -> Iterator[Drawn]:
        """Yield the paragraphs of a shape, or the cells of its table."""
        if shape.element.tag == f"{P}graphicFrame":
            for table in shape.element.iter(f"{A}tbl"):
                self._tables += 1
                for body, cell in _cells(table, self._tables):
                    yield from self._body(shape, body, cell)
            for body in shape.element.iter(f"{A}txBody"):
                if next(body.iterancestors(f"{A}tbl"), None) is None:
                    yield from self._body(shape, body, None)
            return
        text = shape.element.find(f"{P}txBody")
        if text is not None and shape.kind != "sldNum":
            yield from self._body(shape, text, None)

    def alternatives(self, shape: Shape) -> Iterator[Passage]:
        """Yield the alternative texts of a shape, each once."""
        for text in dict.fromkeys(shape.alt):
            place = self.place(shape, "alternative text", Part.ALT_TEXT)
            yield Passage(text=text, location=place, role=Role.CAPTION)

    def place(self, shape: Shape | None, what: str, part: Part) -> Location:
        """Return the next location on this page, for something of a shape called `what`."""
        self.order += 1
        sheet = self.sheet
        unseen = None if shape is None else self._view.of_shape(shape)
        return Location(
            label=f"{sheet.label}, {what}" if what else sheet.label,
            order=(sheet.number, self.order),
            slide=sheet.number if sheet.shown else None,
            part=part if sheet.part is Part.BODY else sheet.part,
            bbox=None if shape is None else shape.box,
            hidden=sheet.hidden or unseen,
            anchor=sheet.name,
        )

    def _body(self, shape: Shape, body: Element, cell: TableCell | None) -> Iterator[Drawn]:
        levels = self._levels(shape, body)
        lines: list[tuple[Element, list[Span]]] = []
        for paragraph in body.iterchildren(f"{A}p"):
            spans = drawing.spans(
                paragraph, self._anchor(paragraph), self._hidden(shape, paragraph, levels, cell)
            )
            lines.append((paragraph, spans))
        letters = spelt([spans for _, spans in lines])
        if letters is not None:
            lines = [(lines[0][0], letters)]
        numbers = Numbers()
        for paragraph, spans in lines:
            role, level = _role(shape, paragraph, levels, cell)
            number = None
            if any(span.text.strip() for span in spans):
                number = numbers.next(depth(paragraph), levels.marker(paragraph))
            for stretch in stretches(spans):
                place = self._where(shape, paragraph, stretch, cell)
                passage = Passage(
                    text=stretch.text,
                    location=place,
                    role=role,
                    level=level,
                    pieces=stretch.pieces,
                    cell=cell,
                    number=number,
                )
                run = next(paragraph.iterchildren(f"{A}r", f"{A}fld"), None)
                yield Drawn(passage, levels.size(paragraph, run))

    def _hidden(
        self, shape: Shape, paragraph: Element, levels: Levels, cell: TableCell | None
    ) -> drawing.Hidden:
        def reason(run: Element) -> str | None:
            return self._view.of_run(shape, paragraph, run, levels, in_table=cell is not None)

        return reason

    def _where(
        self, shape: Shape, paragraph: Element, stretch: Stretch, cell: TableCell | None
    ) -> Location:
        place = self.place(shape, *_what(shape, cell))
        return replace(place, anchor=self._anchor(paragraph), hidden=place.hidden or stretch.hidden)

    def _anchor(self, paragraph: Element) -> str:
        return f"{self.sheet.name}#p{self._numbers[paragraph]}"

    def _levels(self, shape: Shape, body: Element) -> Levels:
        own = body.find(f"{A}lstStyle")
        styles = self._view.inherited.styles(shape.kind, shape.index, placeholder=shape.placeholder)
        fit = body.find(f"{A}bodyPr/{A}normAutofit")
        scale = 0 if fit is None else counted(fit.get("fontScale"), 0, 100_000)
        return Levels(styles if own is None else (own, *styles), scale / 100_000 if scale else 1.0)


def sized(drawn: list[Drawn]) -> Iterator[Passage]:
    """Yield the passages with their sizes made relative to the median of the page's text.

    Short text in larger type than that is a heading, of the first level where none is larger.
    """
    told = [
        (item.points, 1 + min(len(item.passage.text), 2_000) // 20)
        for item in drawn
        if item.points and item.passage.role is not Role.TITLE
    ]
    largest = max((points for points, _ in told), default=0.0)
    if len(told) > 1 and [points for points, _ in told].count(largest) == 1:
        told = [(points, weight) for points, weight in told if points != largest]
    usual = median(points for points, weight in told for _ in range(weight)) if told else None
    for item in drawn:
        if item.points and usual:
            level = 1 if item.points == largest else 2
            yield _as_heading(replace(item.passage, size=round(item.points / usual, 2)), level)
        else:
            yield item.passage


def _as_heading(passage: Passage, level: int) -> Passage:
    large = (passage.size or 0) >= _LARGER and len(passage.text) <= _LONGEST_HEADING
    heads = large and passage.role is Role.PARAGRAPH and not is_figure(passage.text)
    return replace(passage, role=Role.HEADING, level=level) if heads else passage


def _role(
    shape: Shape, paragraph: Element, levels: Levels, cell: TableCell | None
) -> tuple[Role, int]:
    if shape.kind in TITLES:
        return Role.TITLE, 0
    if shape.kind == "subTitle":
        return Role.HEADING, 1
    if levels.marker(paragraph) is not None:
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


def _cells(table: Element, number: int) -> Iterator[tuple[Element, TableCell]]:
    """Yield the text body of each cell and where it stands; merged-away cells are left out."""
    heads = Heads(number)
    for element in table.iterchildren(f"{A}tr"):
        heads.next_row()
        for column, cell in enumerate(element.iterchildren(f"{A}tc"), start=1):
            body = cell.find(f"{A}txBody")
            if body is None or cell.get("hMerge") in YES or cell.get("vMerge") in YES:
                continue
            yield body, heads.of(column)
            heads.told(column, _plain(body) if heads.wanted else "")


def _plain(body: Element) -> str:
    texts = (
        "".join(span.text for span in drawing.spans(paragraph, ""))
        for paragraph in body.iterchildren(f"{A}p")
    )
    return " ".join(" ".join(texts).split())[:LONGEST_HEAD]
