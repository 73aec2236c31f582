"""An OpenDocument spreadsheet: the text that its cells show, sheet by sheet."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from claimlint.document import Part, Passage
from claimlint.readers.interface import Item, PageDone, Source
from claimlint.readers.office.odf.blocks import columns, repeated, rows
from claimlint.readers.office.odf.inline import Inline
from claimlint.readers.office.odf.names import OFFICE, TABLE, TEXT
from claimlint.readers.office.odf.opening import opened
from claimlint.readers.office.odf.styles import Styles
from claimlint.readers.office.package.xml import Element
from claimlint.readers.office.sheets.blocks import lines, passages
from claimlint.readers.office.sheets.cells import LONGEST_TITLE, Cell, Sheet

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
        title = table.get(f"{TABLE}name", f"Sheet{number}")[:LONGEST_TITLE]
        unseen = styles.table_hidden(table.get(f"{TABLE}style-name"))
        hidden = "hidden sheet" if unseen else None
        sheet = Sheet("content.xml", title, number, hidden, within=f"{title}.")
        found = _Rows(table, sheet, styles)
        first = tables + 1
        for line in lines(found.read()):
            tables = first + line.block
            yield from passages(line, tables, sheet.of)
        yield from found.comments
        yield PageDone(number, len(sheets))
    yield from file.problems()


class _Rows:
    """The rows of one sheet; its `comments` are known once all of them are read."""

    def __init__(self, table: Element, sheet: Sheet, styles: Styles) -> None:
        self._table = table
        self._sheet = sheet
        self._inline = Inline(styles, frozenset())
        self.comments: list[Passage] = []

    def read(self) -> Iterator[list[Cell]]:
        """Yield the cells of each row that holds any, once where it is repeated."""
        number = 1
        unseen_columns = tuple(self._hidden_columns())
        for row in rows(self._table):
            unseen = "hidden row" if _hidden(row) else None
            found = []
            column = 1
            for element in row.iterchildren(*_CELLS):
                cell = self._cell(element, number, column)
                if unseen or _within(unseen_columns, column):
                    cell = replace(cell, hidden=unseen or "hidden column")
                if cell.text.strip():
                    found.append(cell)
                self.comments.extend(self._comments_on(cell, element))
                column += repeated(element, "columns")
            if found:
                yield found
            number += repeated(row, "rows")

    def _cell(self, element: Element, row: int, column: int) -> Cell:
        text, hidden = self._text(element), None
        said = element.get(f"{OFFICE}string-value", "")
        if said.strip() and not text.strip():
            text, hidden = said, "hidden by its number format"
        number = element.get(f"{OFFICE}value-type", "string") in _NUMBERS
        return Cell(row, column, text, hidden, number)

    def _hidden_columns(self) -> Iterator[range]:
        first = 1
        for column in columns(self._table):
            behind = first + repeated(column, "columns")
            if _hidden(column):
                yield range(first, behind)
            first = behind

    def _text(self, cell: Element) -> str:
        lines = [self._inline.read(paragraph, "") for paragraph in cell.iterchildren(f"{TEXT}p")]
        return "\n".join("".join(span.text for span in line.spans) for line in lines)

    def _comments_on(self, cell: Cell, element: Element) -> Iterator[Passage]:
        for comment in element.iterchildren(f"{OFFICE}annotation"):
            text = self._text(comment)
            if text.strip():
                place = replace(
                    self._sheet.place(f"comment on {cell.address}", Part.COMMENT),
                    cell=cell.address,
                    anchor=self._sheet.of(cell).anchor,
                )
                yield Passage(text=text, location=place)


def _within(ranges: Sequence[range], number: int) -> bool:
    """Tell whether one of many ranges, in order and apart, holds a number."""
    place = bisect_right(ranges, number, key=lambda each: each.start)
    return place > 0 and number in ranges[place - 1]


def _hidden(element: Element) -> bool:
    """Tell whether a row or the columns of an entry are hidden or filtered out."""
    return element.get(f"{TABLE}visibility", "visible") != "visible"
