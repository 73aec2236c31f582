"""A row of tokens with where each form stands, and the ways in which places of a pattern stand.

Where something stands is told by bits, the lowest for the first token: places follow one another
where the end of one is the beginning of the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimlint.detect.unit import FIGURES, matchable
from claimlint.rulebook.patterns import Item, Phrase
from claimlint.rulebook.reading import Token

Way = tuple[str | int, ...]
"""Words that fill the places of a pattern one after another; a number stands for free places."""

_ANYWHERE = -1


class Row:
    """A row of tokens; a `loose` one takes words to follow one another wherever they stand.

    `words` are the forms that each token shows: its own and the placeholder that a figure fills.
    """

    def __init__(self, tokens: tuple[Token, ...], *, loose: bool = False) -> None:
        self.tokens = tokens
        self._loose = loose
        self.words = tuple(map(_words_of, tokens))
        self._places: dict[str, int] = {}
        for place, words in enumerate(self.words):
            for word in words:
                self._places[word] = self._places.get(word, 0) | 1 << place
        self.forms = frozenset(self._places)

    def ways(self, items: Sequence[Item]) -> frozenset[Way]:
        """Return the ways in which the items stand in the row, one after another."""
        begun: list[tuple[Way, int]] = [((), _ANYWHERE)]
        for item in items:
            begun = [
                ((*way, *words), end)
                for way, start in begun
                for words, end in self._fillings(item, start)
            ]
            if not begun:
                return frozenset()
        return frozenset(way for way, _ in begun if way)

    def _fillings(self, item: Item, start: int) -> Iterator[tuple[Way, int]]:
        """Yield what fills an item that begins at one of some places, and where that ends."""
        if item.gap:
            end = start
            for _ in range(item.gap):
                end |= end << 1
            yield (item.gap,), end
            return
        if item.optional:
            yield (), start
        for words in item.filled_by(self.forms):
            end = self._end(words, start)
            if end:
                yield words, end

    def holds(self, item: Item) -> bool:
        """Tell whether a word or phrase of the item stands in the row."""
        if not item.singles.isdisjoint(self.forms):
            return True
        return any(self._behind(words, _ANYWHERE) for words in item.filled_by(self.forms))

    def _end(self, words: Phrase, start: int) -> int:
        return start if self._loose else self._behind(words, start)

    def _behind(self, words: Phrase, start: int) -> int:
        for word in words:
            start = (start & self._places[word]) << 1
        return start


def _words_of(token: Token) -> tuple[str, ...]:
    return (token.form, matchable(token)) if token.kind in FIGURES else (token.form,)
