"""Words of one line in one look, packed: most of them are never asked for one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from operator import sub
from typing import TypeAlias, overload

from claimlint.readers.pdf.glyphs import Style, Word
from claimlint.values.boxes import Box

WIDE = 1.0
"""A gap of this many ems may be a gutter."""
BACK = -0.35
"""A word that starts so many ems before the end of another does not follow it."""


class Packed:
    """Upright words on one base line, one space after each but perhaps the last.

    `lefts` and `rights` are their edges in hundredths of a point, as displayed; `top`, `bottom`,
    `base` and `box` are those of all of them. `characters` says how many they have, `narrowest` how
    wide the narrowest is, in hundredths, and `ordered` that none starts before the end of the one
    before it.
    """

    __slots__ = (
        "_first",
        "_gaps",
        "_last",
        "base",
        "bottom",
        "box",
        "characters",
        "lefts",
        "narrowest",
        "ordered",
        "rights",
        "spaced",
        "style",
        "text",
        "texts",
        "top",
    )

    def __init__(
        self,
        text: str,
        texts: list[str],
        lefts: list[int],
        rights: list[int],
        high: tuple[float, float, float],
        style: Style,
        *,
        spaced: bool,
    ) -> None:
        """`text` holds `texts`, its words, with a space between them; `high`: top, bottom, base."""
        self.text = text
        self.texts = texts
        self.lefts = lefts
        self.rights = rights
        self.top, self.bottom, self.base = high
        self.style = style
        self.spaced = spaced
        self.characters = len(text) - len(lefts) + 1
        gaps = list(map(sub, lefts[1:], rights))
        self._gaps = (min(gaps), max(gaps)) if gaps else None
        self.narrowest: int = min(map(sub, rights, lefts))
        self.ordered = self.narrowest >= 0 and (self._gaps is None or self._gaps[0] >= 0)
        left, right = (lefts[0], rights[-1]) if self.ordered else (min(lefts), max(rights))
        self.box: Box = left / 100, self.top, right / 100, self.bottom
        self._first: Word | None = None
        self._last: Word | None = None

    def end_in_space(self) -> None:
        """Note that a space follows the last word."""
        self.spaced = True
        self._first = self._last = None

    @property
    def x0(self) -> float:
        """The left edge of the first word."""
        return self.lefts[0] / 100

    @property
    def opening(self) -> float:
        """How wide the first word is."""
        return self.rights[0] / 100 - self.lefts[0] / 100

    def even(self, least: float) -> bool:
        """Tell whether each word surely follows the one before, `least` points after its start."""
        if self._gaps is None:
            return True
        size, (closest, widest) = 100 * self.style.size, self._gaps
        if not (BACK * size + 1 < closest and widest < WIDE * size - 1):
            return False
        steps = self.narrowest + closest
        return steps > 100 * least or bool(min(map(sub, self.lefts[1:], self.lefts)) > 100 * least)

    def flat(self, start: int) -> list[int]:
        """Return the words as `Boxed` holds them, where the text of the first begins at `start`."""
        high, low = round(100 * self.top), round(100 * self.bottom)
        sizes = map(len, self.texts)
        return [start, len(self.texts), high, low, *self.lefts, *self.rights, *sizes]

    def __len__(self) -> int:
        return len(self.lefts)

    @overload
    def __getitem__(self, index: int) -> Word: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Word, ...]: ...
    def __getitem__(self, index: int | slice) -> Word | tuple[Word, ...]:
        if isinstance(index, slice):
            return tuple(self)[index]
        if index == 0:
            if self._first is None:
                self._first = self._at(0)
            return self._first
        if index == -1:
            if self._last is None:
                self._last = self._at(-1)
            return self._last
        return self._at(index)

    def _at(self, index: int) -> Word:
        spaced = self.spaced or index not in (-1, len(self.lefts) - 1)
        return self._word(self.texts[index], self.lefts[index], self.rights[index], spaced)

    def __iter__(self) -> Iterator[Word]:
        last = len(self.lefts) - 1
        for index, (text, left, right) in enumerate(
            zip(self.texts, self.lefts, self.rights, strict=True)
        ):
            yield self._word(text, left, right, self.spaced or index < last)

    def _word(self, text: str, left: int, right: int, spaced: bool, /) -> Word:
        x0, x1, top, bottom = left / 100, right / 100, self.top, self.bottom
        box = (x0, top, x1, bottom)
        return Word(text, box, x0, top, x1, bottom, self.base, self.style, 0, spaced)


Stretch: TypeAlias = Word | Packed
"""What a page is told in: a word, or the packed words of a line."""


def weights_of(stretches: Iterable[Stretch]) -> Iterator[tuple[float, int]]:
    """Yield the sizes of the type, each with the number of characters that are set in it."""
    for one in stretches:
        yield one.style.size, one.characters if isinstance(one, Packed) else len(one.text)


def words_in(stretches: Iterable[Stretch]) -> Iterator[Word]:
    """Yield the words one by one."""
    return chain.from_iterable(one if isinstance(one, Packed) else (one,) for one in stretches)
