"""A row of tokens with the places of each form, and where the items of a pattern stand in it.

Where something stands is told by bits, the lowest for the first token: places follow one another
where the end of one is the beginning of the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimlint.detect.units.unit import FIGURES, matchable
from claimlint.rulebook.patterns import Item, Phrase
from claimlint.rulebook.reading_form import Token

Way = tuple[str | tuple[int, int], ...]
"""Words that fill the places of a pattern one after another; two numbers stand for free places, at
least and at most.
"""

_ANYWHERE = -1


class TokenRow:
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
                begun = [each for way in begun for each in self._gapped(*way, item.gap)]
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

    def _gapped(self, way: Way, end: int, gap: int) -> Iterator[tuple[Way, int]]:
        """Yield a way with each number of free places up to `gap`: of places that may be left out
        spaCy tries each choice. A loose row cannot tell them apart.
        """
        if self._loose:
            yield (*way, (0, gap)), end
            return
        yield way, end
        for free in range(1, gap + 1):
            yield (*way, (free, free)), end << free

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
