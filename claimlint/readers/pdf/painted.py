"""Where words were painted: bold type and shadows are made by painting a word twice."""

from __future__ import annotations

from typing import NamedTuple

from claimlint.readers.pdf.glyphs import Style, Word
from claimlint.readers.pdf.packed import Packed

_NEXT = (-1, 0, 1)


class _Laid(NamedTuple):
    """Packed words with the columns of the first and the last one."""

    words: Packed
    cell: float
    first: int
    last: int

    def holds(self, text: str, column: int) -> bool:
        """Tell whether the word stands in this column or beside it."""
        if not self.first - 1 <= column <= self.last + 1:
            return False
        return any(
            other == text and abs(int(left / 100 // self.cell) - column) <= 1
            for other, left in zip(self.words.texts, self.words.lefts, strict=True)
        )


class Painted:
    """The words of a page so far, by rows and columns of a fine grid."""

    def __init__(self) -> None:
        self._words: dict[str, set[tuple[int, int]]] = {}
        self._rows: set[int] = set()
        self._packed: dict[int, list[_Laid]] = {}

    def again(self, word: Word) -> bool:
        """Tell whether the word was painted before at its place; take note of it if not."""
        cell = _cell(word.style)
        column, row = int(word.x0 // cell), int(word.base // cell)
        places = self._words.get(word.text)
        if places and any((column + dx, row + dy) in places for dx in _NEXT for dy in _NEXT):
            return True
        if any(laid.holds(word.text, column) for laid in self._near(row)):
            return True
        if places is None:
            self._words[word.text] = {(column, row)}
        else:
            places.add((column, row))
        self._rows.add(row)
        return False

    def takes(self, words: Packed) -> bool:
        """Tell whether packed words surely stand alone at their places; take note of them if so."""
        cell = _cell(words.style)
        row = int(words.base // cell)
        if not words.even(2 * cell) or any(row + away in self._rows for away in _NEXT):
            return False
        laid = _Laid(
            words, cell, int(words.lefts[0] / 100 // cell), int(words.lefts[-1] / 100 // cell)
        )
        for other in self._near(row):
            if laid.first - 1 <= other.last + 1 and other.first - 1 <= laid.last + 1:
                return False
        self._packed.setdefault(row, []).append(laid)
        return True

    def _near(self, row: int) -> list[_Laid]:
        return [laid for away in _NEXT for laid in self._packed.get(row + away, ())]


def _cell(style: Style) -> float:
    return max(1.0, 0.15 * style.size)
