"""A row of tokens with the places of each form, and where the items of a pattern stand in it.

Where something stands is told by bits, the lowest for the first token: places follow one another
where the end of one is the beginning of the next.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.detect.units.unit import FIGURES, matchable
from claimlint.rulebook.patterns import Item, Phrase
from claimlint.rulebook.reading_form import Token

Way = tuple[str | int, ...]
"""Words that fill the places of a pattern one after another; a number stands for free places."""

_ANYWHERE = -1


class Row:
    """A row of tokens; a `loose` one takes words to follow one another wherever they stand."""

    def __init__(self, tokens: tuple[Token, ...], *, loose: bool = False) -> None:
        self.tokens = tokens
        self._loose = loose
        self._places: dict[str, int] = {}
        for place, token in enumerate(tokens):
            self._places[token.form] = self._places.get(token.form, 0) | 1 << place
            if token.kind in FIGURES:
                figure = matchable(token)
                self._places[figure] = self._places.get(figure, 0) | 1 << place
        self.forms = frozenset(self._places)

    def ways(self, items: Sequence[Item]) -> frozenset[Way]:
        """Return the ways in which the items stand in the row, one after another."""
        begun: list[tuple[Way, int]] = [((), _ANYWHERE)]
        for item in items:
            if item.gap:
                begun = [((*way, item.gap), _reach(end, item.gap)) for way, end in begun]
                continue
            standing = self._standing(item)
            further = [
                ((*way, *words), end)
                for way, start in begun
                for words, at in standing
                if (end := (start & at) << len(words))
            ]
            begun = begun + further if item.optional else further
            if not begun:
                return frozenset()
        return frozenset(way for way, _ in begun if way)

    def holds(self, item: Item) -> bool:
        """Tell whether a word or phrase of the item stands in the row."""
        return any(map(self._begins, item.filled_by(self.forms)))

    def _standing(self, item: Item) -> list[tuple[Phrase, int]]:
        """Return what fills an item in the row, with the places where it begins."""
        filled = item.filled_by(self.forms)
        if self._loose:
            return [(words, _ANYWHERE) for words in filled]
        return [(words, self._begins(words)) for words in filled]

    def _begins(self, words: Phrase) -> int:
        """Return the places where words begin that follow one another."""
        begins = self._places[words[0]]
        for step in range(1, len(words)):
            begins &= self._places[words[step]] >> step
        return begins


def _reach(end: int, gap: int) -> int:
    """Return the places up to so many behind an end."""
    for _ in range(gap):
        end |= end << 1
    return end
