"""Where words were painted: bold type and shadows are made by painting a word twice."""

from __future__ import annotations

from claimlint.readers.pdf.glyphs import Style, Word
from claimlint.readers.pdf.words.packed import Packed

_NEXT = (-1, 0, 1)


class Painted:
    """The words of a page so far, by rows and columns of a fine grid."""

    def __init__(self) -> None:
        self._words: dict[str, set[tuple[int, int]]] = {}
        self._rows: set[int] = set()
        self._packed: dict[int, list[Packed]] = {}

    def again(self, word: Word) -> bool:
        """Tell whether the word was painted before at its place; take note of it if not."""
        cell = _cell(word.style)
        column, row = int(word.x0 // cell), int(word.base // cell)
        places = self._words.get(word.text)
        if places and any((column + dx, row + dy) in places for dx in _NEXT for dy in _NEXT):
            return True
        if any(_holds(other, word.text, column) for other in self._near(row)):
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
        row, rows = int(words.base // cell), self._rows
        if not words.even(2 * cell) or row in rows or row - 1 in rows or row + 1 in rows:
            return False
        if any(_may_meet(words, other) for other in self._near(row)):
            return False
        self._packed.setdefault(row, []).append(words)
        return True

    def _near(self, row: int) -> list[Packed]:
        packed = self._packed
        return [*packed.get(row - 1, ()), *packed.get(row, ()), *packed.get(row + 1, ())]


def _cell(style: Style) -> float:
    return max(1.0, 0.15 * style.size)


def _columns(words: Packed) -> tuple[int, int]:
    """Return the columns of the first and the last word."""
    cell = _cell(words.style)
    return int(words.lefts[0] / 100 // cell), int(words.lefts[-1] / 100 // cell)


def _may_meet(one: Packed, other: Packed) -> bool:
    """Tell whether words of the one and the other may stand in one column or beside it."""
    (first, last), (start, end) = _columns(one), _columns(other)
    return first - 1 <= end + 1 and start - 1 <= last + 1


def _holds(words: Packed, text: str, column: int) -> bool:
    """Tell whether the word stands in this column or beside it."""
    first, last = _columns(words)
    if not first - 1 <= column <= last + 1:
        return False
    cell = _cell(words.style)
    return any(
        other == text and abs(int(left / 100 // cell) - column) <= 1
        for other, left in zip(words.texts, words.lefts, strict=True)
    )
