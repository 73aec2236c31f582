"""Under which heads the cells of a table stand, as they are read one after the other."""

from __future__ import annotations

import re

from msgspec import Struct, field

from claimlint.document import TableCell
from claimlint.regex import regex

LONGEST_HEAD = 300
HEAD_DEPTH = 8
"""Tables in so many tables have heads; those deeper down are layout or an attack."""

_DEFINED = regex(r"\s*[“\"«„][^“”\"»]{1,80}[”\"»“]:?\s*|[^:]{1,60}:\s*", re.DOTALL)
"""A first cell that the rest of its row explains: a defined term in quotes, or a label's colon."""


class Heads(Struct):
    """The heads of the table of a number: its first row, and the first cell of each row.

    Definitions and labels with a colon begin with no row of heads.
    """

    table: int
    row: int = 0
    _over: dict[int, str] = field(default_factory=dict)
    _side: str | None = None
    _without: bool = False

    def next_row(self) -> None:
        """Go to the next row."""
        self.row += 1
        self._side = None

    @property
    def wanted(self) -> bool:
        """Tell whether the next cell holds a head."""
        return self.row == 1 or self._side is None

    def of(self, column: int) -> TableCell:
        """Return where the cell in a column of this row stands."""
        return TableCell(
            table=self.table,
            row=self.row,
            column=column,
            column_head=(self._over.get(column) or None) if self.row > 1 else None,
            row_head=self._side or None,
        )

    def told(self, column: int, text: str) -> None:
        """Take the text of that cell, which is a head of cells to come or none."""
        if self.row == 1 and self._side is None:
            self._without = bool(_DEFINED.fullmatch(text))
        if self.row == 1 and not self._without:
            self._over[column] = text
        if self._side is None:
            self._side = text
