"""Whether a space parts one word of a plain line from the next, told from left to right."""

from __future__ import annotations

from itertools import pairwise

from claimlint.readers.pdf.engines.pdfium import Letters
from claimlint.readers.pdf.geometry import median
from claimlint.readers.pdf.glyphs import Style
from claimlint.readers.pdf.words.words import MADE_GAP, TRACKED, alike, carries_on
from claimlint.regex import regex

_WORD = regex(r"[^ ]+")
_SAMPLE = 4
"""A word of so many letters tells whether its line is letter-spaced."""


class LineSoFar:
    """The words of a line so far, as far as the next one needs to know them."""

    def __init__(self, line: str, at: int, letters: Letters) -> None:
        self._line, self._at, self._letters = line, at, letters
        self._style: Style | None = None
        self._base = 0.0
        self._even: bool | None = None
        self._after = at
        self._x = self._right = 0.0

    def add(self, after: int, x: float, right: float) -> None:
        """Add a word that starts at `x`, ends at `right`, and whose line goes on at `after`."""
        self._after, self._x, self._right = after, x, right

    def written(self, until: int) -> bool:
        """Tell whether a space that stands in the file follows the last word."""
        return any(not self._letters.made(index) for index in range(self._after, until))

    def parted(self, first: int, x: float, y: float, style: Style) -> bool | None:
        """Tell whether a space parts the last word and the next; None if that is hard to tell."""
        before, self._style = self._style, style
        if before is None:
            self._base = y
            return False
        if x == self._x:  # letters that stand in for a drawing
            return None
        if before is style and first == self._after + 1 and not self._letters.made(self._after):
            return True
        gap = x - self._right
        on = alike(before, style) and carries_on(y - self._base, gap, style.size)
        if not on:
            self._base = y
        if self.written(first):
            return True
        if on and (gap <= MADE_GAP * style.size or not self._evenly_set()):
            return None
        return on

    def _evenly_set(self) -> bool:
        """Tell whether the letters of the line stand close, as those of a word of it show."""
        if self._even is None:
            self._even = False
            words = list(_WORD.finditer(self._line))
            single = sum(len(word[0]) == 1 for word in words)
            word = next((word for word in words if len(word[0]) >= _SAMPLE), None)
            if word is not None and 4 * single <= len(words):  # dots that lead to a number
                self._even = self._close(range(self._at + word.start(), self._at + word.end()))
        return self._even

    def _close(self, indices: range) -> bool:
        places = [self._letters.place(index) for index in indices]
        gaps = [later[0] - earlier[4] for earlier, later in pairwise(places)]
        size = self._letters.styles.of(indices[0]).size
        return median(gaps) <= TRACKED * size
