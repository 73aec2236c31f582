"""Cells of a worksheet, row by row, with the reason why one would not be seen."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from claimlint.document import Location, Part
from claimlint.office.names import S
from claimlint.readers.office.package import xml
from claimlint.readers.office.package.xml import Element
from claimlint.readers.office.sheets.values import Formats, rich, unescaped
from claimlint.readers.office.words.attributes import YES, counted

_ROW, _COLUMN = f"{S}row", f"{S}col"
_ADDRESS = re.compile(r"([A-Za-z]{1,3})(\d{1,7})")
_COLUMNS = 16_384
_PAINTED = (b"<tablePart ", b"<conditionalFormatting", b"<picture ")
"""What lays colours below the cells of a sheet that their own styles do not tell."""
_LARGEST = 10**10
_BEHIND_ROWS = 1_048_577
"""The order of what is told behind the cells: a sheet has one row less."""
LONGEST_TITLE = 80


class Cell(Struct, frozen=True):
    """One cell with something in it; row and column count from 1."""

    row: int
    column: int
    text: str
    hidden: str | None = None
    number: bool = False

    @property
    def address(self) -> str:
        """Return what a person calls the cell: "B7"."""
        return f"{_letters(self.column)}{self.row}"


class Sheet(Struct):
    """One sheet: its part, its title, its number from 1, and what was read last behind its cells.

    `within` stands before the cells in the addresses of a part that holds several sheets.
    """

    name: str
    title: str
    number: int
    hidden: str | None
    within: str = ""
    sequence: int = 0

    @property
    def label(self) -> str:
        """Return what a person calls the sheet."""
        return f'sheet "{self.title}"'

    def of(self, cell: Cell) -> Location:
        """Return the location of a cell."""
        return Location(
            label=f"{self.label}, cell {cell.address}",
            order=(self.number, cell.row, cell.column),
            sheet=self.title,
            cell=cell.address,
            part=Part.TABLE,
            hidden=self.hidden or cell.hidden,
            anchor=f"{self.name}#{self.within}{cell.address}",
        )

    def place(self, what: str, part: Part) -> Location:
        """Return the location of something behind the cells."""
        self.sequence += 1
        return Location(
            label=f"{self.label}, {what}",
            order=(self.number, _BEHIND_ROWS, self.sequence),
            sheet=self.title,
            part=part,
            hidden=self.hidden,
            anchor=self.name,
        )


class Unread(Struct):
    """What of a sheet could not be read: why its part breaks off, and formulas without a value."""

    fault: str | None = None
    formulas: int = 0

    def damaged(self, fault: str) -> None:
        """Keep what is wrong with the part."""
        self.fault = fault


def rows(
    data: bytes, shared: Sequence[str], formats: Formats, unread: Unread
) -> Iterator[list[Cell]]:
    """Yield the cells of each row that holds any, and keep in `unread` what could not be read.

    Raises:
        BadXml: the part is hostile.
    """
    hidden: set[int] = set()
    number = 0
    plain = not any(mark in data for mark in _PAINTED)
    for element in xml.events(data, _ROW, _COLUMN, told=unread.damaged):
        if element.tag == _COLUMN:
            if element.get("hidden") in YES:
                first, last = (
                    counted(element.get("min"), 0, _LARGEST),
                    counted(element.get("max"), 0, _LARGEST),
                )
                if len(hidden) < _COLUMNS:
                    hidden.update(range(first, min(last, _COLUMNS) + 1))
            continue
        number = counted(element.get("r"), number + 1, _LARGEST)
        unseen = "hidden row" if element.get("hidden") in YES else None
        found = []
        for column, entry in _columns(element):
            cell = _cell(entry, number, column, shared, formats, unseen, hidden)
            if cell is None:
                unread.formulas += _not_computed(entry)
                continue
            if plain and not cell.hidden and formats.white(entry.get("s")):
                cell = replace(cell, hidden="white on white")
            found.append(cell)
        if found:
            yield found


def _columns(row: Element) -> Iterator[tuple[int, Element]]:
    column = 0
    for entry in row.iterchildren(f"{S}c"):
        address = _ADDRESS.fullmatch(entry.get("r", ""))
        column = _column_of(address.group(1)) if address is not None else column + 1
        yield column, entry


def _cell(
    entry: Element,
    row: int,
    column: int,
    shared: Sequence[str],
    formats: Formats,
    unseen: str | None,
    hidden: Container[int],
) -> Cell | None:
    kind, style = entry.get("t", "n"), entry.get("s")
    text = _text(entry, kind, style, shared, formats)
    if not text.strip():
        return None
    if unseen is None and column in hidden:
        unseen = "hidden column"
    if unseen is None and formats.invisible(style):
        unseen = "hidden by its number format"
    return Cell(row, column, text, unseen, kind in ("n", "d", "b"))


def _text(
    entry: Element, kind: str, style: str | None, shared: Sequence[str], formats: Formats
) -> str:
    if kind == "inlineStr":
        inline = entry.find(f"{S}is")
        return "" if inline is None else rich(inline)
    value = entry.findtext(f"{S}v") or ""
    if kind == "s":
        index = counted(value.strip(), -1, _LARGEST)
        return shared[index] if 0 <= index < len(shared) else ""
    if kind == "n":
        return formats.shown(value, style)
    if kind == "b":
        return "TRUE" if value == "1" else "FALSE"
    return "" if kind == "e" else unescaped(value)


def _not_computed(entry: Element) -> bool:
    """Tell whether a cell holds a formula that no program has computed yet."""
    # An office program that computes an empty text says that it is a text.
    bare = entry.get("t", "n") == "n" and not entry.findtext(f"{S}v")
    return bare and entry.find(f"{S}f") is not None


def _letters(column: int) -> str:
    """Return the letters of a column that counts from 1."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _column_of(name: str) -> int:
    """Return the number of a column from its letters, from 1."""
    number = 0
    for letter in name.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
