"""An OpenDocument spreadsheet: the text that its cells show, sheet by sheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimlint.document import Location, Part, Passage
from claimlint.readers.interface import Item, PageDone, Source
from claimlint.readers.office.odf.blocks import repeated, rows
from claimlint.readers.office.odf.inline import Inline
from claimlint.readers.office.odf.names import OFFICE, TABLE, TEXT
from claimlint.readers.office.odf.opening import opened
from claimlint.readers.office.odf.styles import Styles
from claimlint.readers.office.sheets.blocks import lines, passages
from claimlint.readers.office.sheets.cells import BEHIND_ROWS, LONGEST_TITLE, Cell

if TYPE_CHECKING:
    from claimlint.readers.office.package.xml import Element

_CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
_NUMBERS = frozenset(("float", "percentage", "currency", "date", "time", "boolean"))


def read(source: Source) -> Iterator[Item]:
    """Yield the passages and problems of an OpenDocument spreadsheet, sheet by sheet.

    Macros are never run, links never followed.

    Raises:
        UnreadableFile: no spreadsheet, encrypted, or damaged beyond repair.

    Source: ISO/IEC 26300, OpenDocument 1.3.
    """
    file = opened(source, "spreadsheet")
    styles = Styles(file.styles, file.content)
    sheets = list(file.body.iterchildren(f"{TABLE}table"))
    tables = 0
    for number, table in enumerate(sheets, start=1):
        sheet = _Sheet(table, number, styles)
        first = tables + 1
        for line in lines(sheet.rows()):
            tables = first + line.block
            yield from passages(line, tables, sheet.of)
        yield from sheet.comments
        yield PageDone(number, len(sheets))
    yield from file.problems()


class _Sheet:
    """One sheet; its `comments` are known once all rows are read."""

    def __init__(self, table: Element, number: int, styles: Styles) -> None:
        self._table = table
        self._number = number
        self._title = table.get(f"{TABLE}name", f"Sheet{number}")[:LONGEST_TITLE]
        self._inline = Inline(styles, frozenset())
        hidden = styles.table_hidden(table.get(f"{TABLE}style-name"))
        self._hidden = "hidden sheet" if hidden else None
        self.comments: list[Passage] = []

    def rows(self) -> Iterator[list[Cell]]:
        """Yield the cells of each row that holds any, once where it is repeated."""
        number = 1
        for row in rows(self._table):
            unseen = row.get(f"{TABLE}visibility", "visible") != "visible"
            found = []
            column = 1
            for element in row.iterchildren(*_CELLS):
                cell = Cell(
                    number,
                    column,
                    self._text(element),
                    "hidden row" if unseen else None,
                    element.get(f"{OFFICE}value-type", "string") in _NUMBERS,
                )
                if cell.text.strip():
                    found.append(cell)
                self.comments.extend(self._comments_on(cell, element))
                column += repeated(element, "columns")
            if found:
                yield found
            number += repeated(row, "rows")

    def of(self, cell: Cell) -> Location:
        """Return the location of a cell."""
        order = (self._number, cell.row, cell.column)
        return self._place(cell, f"cell {cell.address}", order, Part.TABLE, cell.hidden)

    def _text(self, cell: Element) -> str:
        lines = [self._inline.read(paragraph, "") for paragraph in cell.iterchildren(f"{TEXT}p")]
        return "\n".join("".join(span.text for span in line.spans) for line in lines)

    def _comments_on(self, cell: Cell, element: Element) -> Iterator[Passage]:
        for comment in element.iterchildren(f"{OFFICE}annotation"):
            text = self._text(comment)
            if text.strip():
                order = (self._number, BEHIND_ROWS, len(self.comments) + 1)
                what = f"comment on {cell.address}"
                place = self._place(cell, what, order, Part.COMMENT, None)
                yield Passage(text=text, location=place)

    def _place(
        self, cell: Cell, what: str, order: tuple[int, ...], part: Part, hidden: str | None
    ) -> Location:
        return Location(
            label=f'sheet "{self._title}", {what}',
            order=order,
            sheet=self._title,
            cell=cell.address,
            part=part,
            hidden=self._hidden or hidden,
            anchor=f"content.xml#{self._title}.{cell.address}",
        )
