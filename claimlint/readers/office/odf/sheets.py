"""An OpenDocument spreadsheet: the text that its cells show, sheet by sheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimlint.document import Location, Part, Passage, Role, TableCell
from claimlint.readers.interface import Item, PageDone, Source
from claimlint.readers.office.odf.blocks import repeated, rows
from claimlint.readers.office.odf.inline import Inline
from claimlint.readers.office.odf.names import OFFICE, TABLE, TEXT
from claimlint.readers.office.odf.opening import opened
from claimlint.readers.office.odf.styles import Styles
from claimlint.readers.office.sheets.cells import letters

if TYPE_CHECKING:
    from claimlint.readers.office.xml import Element

_CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
_LONGEST_HEAD = 300
_LONGEST_TITLE = 80
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
    for number, table in enumerate(sheets, start=1):
        yield from _Sheet(table, number, styles).read()
        yield PageDone(number, len(sheets))
    if file.package is not None:
        yield from file.package.drain()


class _Sheet:
    def __init__(self, table: Element, number: int, styles: Styles) -> None:
        self._table = table
        self._number = number
        self._title = table.get(f"{TABLE}name", f"Sheet{number}")[:_LONGEST_TITLE]
        self._inline = Inline(styles, frozenset())
        hidden = styles.table_hidden(table.get(f"{TABLE}style-name"))
        self._hidden = "hidden sheet" if hidden else None

    def read(self) -> Iterator[Item]:
        heads: dict[int, str] = {}
        first, row = True, 1
        for element in rows(self._table):
            unseen = element.get(f"{TABLE}visibility", "visible") != "visible"
            row_head: str | None = None
            for column, cell in _columns(element):
                text = self._text(cell)
                if not text.strip():
                    continue
                if first and cell.get(f"{OFFICE}value-type", "string") not in _NUMBERS:
                    heads[column] = text[:_LONGEST_HEAD]
                head = None if first else heads.get(column)
                yield self._passage(text, row, column, head, row_head, unseen)
                yield from self._comments(cell, row, column)
                row_head = text[:_LONGEST_HEAD] if row_head is None else row_head
            first = first and row_head is None
            row += repeated(element, "rows")

    def _text(self, cell: Element) -> str:
        lines = [self._inline.read(paragraph, "") for paragraph in cell.iterchildren(f"{TEXT}p")]
        return "\n".join("".join(span.text for span in line.spans) for line in lines)

    def _passage(
        self,
        text: str,
        row: int,
        column: int,
        column_head: str | None,
        row_head: str | None,
        unseen: bool,
    ) -> Passage:
        stands = TableCell(
            table=self._number,
            row=row,
            column=column,
            column_head=column_head,
            row_head=row_head,
        )
        hidden = self._hidden or ("hidden row" if unseen else None)
        place = self._place(f"cell {letters(column)}{row}", row, column, Part.TABLE, hidden)
        return Passage(text=text, location=place, role=Role.CELL, cell=stands)

    def _comments(self, cell: Element, row: int, column: int) -> Iterator[Passage]:
        for comment in cell.iterchildren(f"{OFFICE}annotation"):
            text = self._text(comment)
            if text.strip():
                what = f"comment on {letters(column)}{row}"
                place = self._place(what, row, column, Part.COMMENT, self._hidden)
                yield Passage(text=text, location=place)

    def _place(self, what: str, row: int, column: int, part: Part, hidden: str | None) -> Location:
        return Location(
            label=f'sheet "{self._title}", {what}',
            order=(self._number, row, column),
            sheet=self._title,
            cell=f"{letters(column)}{row}",
            part=part,
            hidden=hidden,
            anchor=f"content.xml#{self._title}.{letters(column)}{row}",
        )


def _columns(row: Element) -> Iterator[tuple[int, Element]]:
    column = 1
    for cell in row.iterchildren(*_CELLS):
        yield column, cell
        column += repeated(cell, "columns")
