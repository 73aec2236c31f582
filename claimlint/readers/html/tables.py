"""Tables of a page while they are read: where a cell stands, and under which heads."""

from __future__ import annotations

from msgspec import Struct, field

from claimlint.document import TableCell
from claimlint.readers.tables import LONGEST_HEAD

_WIDEST = 100
_TALLEST = 1_000


class Cell(Struct):
    """One cell while it is open."""

    row: int
    column: int
    width: int


class Table(Struct):
    """One table. `number` counts the tables that hold data from 1; layout tables have None."""

    number: int | None
    row: int = 0
    column: int = 0
    heads: dict[int, str] = field(default_factory=dict)
    side: str = ""
    _until: dict[int, tuple[int, int]] = field(default_factory=dict)

    def next_row(self) -> None:
        """Start a row."""
        self.row += 1
        self.column = 0
        self.side = ""

    def next_cell(self, width: str, height: str) -> Cell:
        """Start a cell that spans as many columns and rows as its attributes say."""
        if not self.row:
            self.next_row()
        self.column += 1
        while self._until.get(self.column, (0, 0))[0] >= self.row:
            self.column = self._until[self.column][1]
        cell = Cell(self.row, self.column, _count(width, _WIDEST))
        self.column += cell.width - 1
        last = self.row + _count(height, _TALLEST) - 1
        if last > self.row:
            beyond = cell.column + cell.width
            for column in range(cell.column, beyond):
                self._until[column] = (last, beyond)
        return cell

    def place(self, cell: Cell, text: str) -> TableCell | None:
        """Return where a passage in `cell` stands; its text becomes a head for those to come."""
        if self.number is None:
            return None
        placed = TableCell(
            table=self.number,
            row=cell.row,
            column=cell.column,
            column_head=self.heads.get(cell.column) if cell.row > 1 else None,
            row_head=self.side or None if cell.column > 1 else None,
        )
        if cell.row == 1:
            for column in range(cell.column, cell.column + cell.width):
                self.heads[column] = _joined(self.heads.get(column, ""), text)
        if cell.column == 1:
            self.side = _joined(self.side, text)
        return placed


def _count(value: str, most: int) -> int:
    digits = value.strip()[:4]
    return min(max(int(digits), 1), most) if digits.isascii() and digits.isdigit() else 1


def _joined(before: str, text: str) -> str:
    return f"{before} {text}".strip()[:LONGEST_HEAD]
