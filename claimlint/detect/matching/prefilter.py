"""Which patterns a unit could match, told by its forms alone; derived from the rules themselves.

A pattern is a candidate where every place that it needs can be filled by forms of the unit, one
behind the other where they stand in an order. To ask few patterns, each is filed under the forms of
those places of it whose forms are rarest (`claimlint/rulebook/filing.py`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from types import MappingProxyType

from msgspec import Struct

from claimlint.detect.units.unit import FIGURES, matchable
from claimlint.rulebook.filing import ALWAYS, PLACES, UNORDERED, Filing, Places, filing_of
from claimlint.rulebook.model import Rule, Rules
from claimlint.rulebook.patterns import Pattern
from claimlint.rulebook.reading_form import Token

_MOST = 65_536


class Entry(Struct, frozen=True):
    """A pattern of a rule with its number in the book."""

    rule: Rule
    pattern: Pattern
    number: int


Bits = tuple[int, int, int]
"""Of each of their places the patterns, as bits in the book's order, the lowest for the first."""

_NONE: Bits = (0, 0, 0)
_NOTHING: Mapping[str, Places] = MappingProxyType({})


class _Filed(dict[str, Bits]):
    """For each word the patterns that it can fill alone, read when asked for.

    Now and then all words are let go, for numbers are many.
    """

    def __init__(self, filing: Filing) -> None:
        super().__init__()
        self._filing = filing
        self._behind: dict[str, Mapping[str, Places]] = {}
        self._pairs: dict[tuple[str, str], Bits] = {}

    def __missing__(self, word: str) -> Bits:
        if len(self) > _MOST:
            self.clear()
        filed = self._behind[word] = self._filing.get(word, _NOTHING)
        self[word] = _bits(filed[""]) if "" in filed else _NONE
        return self[word]

    def along(self, tokens: tuple[Token, ...]) -> list[Bits]:
        """Return for each token what it can fill, alone or with the one behind it.

        A figure fills placeholders, too.
        """
        words = [token.form for token in tokens]
        found = [self[word] for word in words]
        figures = _figures(tokens)
        for place, figure in figures.items():
            found[place] = _either(found[place], self[figure])
        behind = self._behind
        for place, (word, after) in enumerate(pairwise(words)):
            if after in behind[word]:
                found[place] = _either(found[place], self._pair(word, after))
        for place, word, after in _beside(words, figures):
            if after in behind[word]:
                found[place] = _either(found[place], self._pair(word, after))
        return found

    def _pair(self, word: str, after: str) -> Bits:
        """Return what two words can fill side by side, of those that can."""
        pair = word, after
        if pair not in self._pairs:
            self._pairs[pair] = _bits(self._behind[word][after])
        return self._pairs[pair]


class _Entries(dict[int, Entry]):
    """The patterns of rules by their numbers, each opened when it is first asked for."""

    def __init__(self, rules: Rules) -> None:
        super().__init__()
        self._rules = rules
        self._ends = tuple(accumulate(rules.patterns))
        self.total = sum(rules.patterns)

    def __missing__(self, number: int) -> Entry:
        place = bisect_right(self._ends, number)
        rule = self._rules[place]
        self[number] = Entry(rule, rule.find[number - self._ends[place]], number)
        return self[number]

    def all(self) -> tuple[Entry, ...]:
        """Return all of them, in the book's order."""
        return tuple(self[number] for number in range(self.total))


class Prefilter:
    """All patterns, filed under the forms of their rarest places; with `off` it lets all pass."""

    def __init__(
        self, rules: Sequence[Rule], filing: Filing | None = None, *, off: bool = False
    ) -> None:
        self._off = off
        self._entries = _Entries(rules if isinstance(rules, Rules) else Rules.of(rules))
        filing = filing_of(rules) if filing is None else filing
        self._filed = _Filed(filing)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return all patterns, in the book's order."""
        return self._entries.all()

    def candidates(self, tokens: tuple[Token, ...]) -> Sequence[Entry]:
        """Return the patterns that a row of tokens could match, in the book's order."""
        if self._off:
            return self.entries
        first, second, third = self._filed[ALWAYS]
        unordered = self._filed[UNORDERED][0]
        behind_first, behind_second = first | unordered, second | unordered
        for one, two, three in self._filed.along(tokens):
            if three:
                third |= three & behind_second
            if two:
                second |= two & behind_first
                behind_second |= second
            if one:
                first |= one
                behind_first |= one
        return [self._entries[number] for number in _numbers(first & second & third)]


def _figures(tokens: tuple[Token, ...]) -> dict[int, str]:
    """Return the placeholders that figures fill, by the places of the figures."""
    return {place: matchable(token) for place, token in enumerate(tokens) if token.kind in FIGURES}


def _beside(words: list[str], figures: Mapping[int, str]) -> Iterator[tuple[int, str, str]]:
    """Yield what stands beside placeholders for figures, with the place where the two begin."""
    for place, figure in figures.items():
        if place > 0:
            yield place - 1, words[place - 1], figure
        if place - 1 in figures:
            yield place - 1, figures[place - 1], figure
        if place + 1 < len(words):
            yield place, figure, words[place + 1]


def _either(bits: Bits, others: Bits) -> Bits:
    return bits[0] | others[0], bits[1] | others[1], bits[2] | others[2]


def _bits(places: Places) -> Bits:
    """Return the numbers of each place as bits."""
    found = [0] * PLACES
    for place, numbers in enumerate(places.split("\t")):
        for number in numbers.split():
            found[place] |= 1 << int(number)
    return found[0], found[1], found[2]


def _numbers(bits: int) -> Iterator[int]:
    """Yield the numbers of the bits that are set, from the lowest."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
