"""Which patterns a unit could match, told by its forms alone; derived from the rules themselves.

A pattern is a candidate where every place that it needs can be filled by forms of the unit. To ask
few patterns, each is filed under the forms of those places of it whose forms are rarest
(`claimlint/rulebook/filing.py`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import accumulate, pairwise
from operator import and_, or_

from msgspec import Struct

from claimlint.detect.units.unit import FIGURES, matchable
from claimlint.rulebook.filing import ALWAYS, PLACES, Filing, Places, filing_of
from claimlint.rulebook.model import Rule, Rules
from claimlint.rulebook.patterns import Pattern
from claimlint.rulebook.reading_form import Token

_MOST = 65_536


class Entry(Struct, frozen=True):
    """A pattern of a rule with its number in the book."""

    rule: Rule
    pattern: Pattern
    number: int


class _Filed(dict[str, int]):
    """For each word the patterns that it can fill alone, as bits, read when asked for.

    Bits stand by place and, of each place, in the book's order, the lowest for the first pattern.
    Now and then all words are let go, for numbers are many.
    """

    def __init__(self, filing: Filing, patterns: int) -> None:
        super().__init__()
        self._filing = filing
        self._patterns = patterns
        self._behind: dict[str, Mapping[str, Places]] = {}
        self._pairs: dict[tuple[str, str], int] = {}

    def __missing__(self, word: str) -> int:
        if len(self) > _MOST:
            self.clear()
        filed = self._filing.get(word)
        if filed is not None:
            self._behind[word] = filed
        self[word] = self._bits(filed[""]) if filed and "" in filed else 0
        return self[word]

    def pairs(self, shown: Iterable[tuple[str, str]]) -> Iterator[int]:
        """Yield the patterns that words can fill side by side; each was asked for alone before."""
        behind, pairs = self._behind, self._pairs
        for pair in shown:
            word, after = pair
            if word in behind and after in behind[word]:
                if pair not in pairs:
                    pairs[pair] = self._bits(behind[word][after])
                yield pairs[pair]

    def filled(self, found: int) -> int:
        """Return the patterns whose places are all filled, as bits."""
        places = (found >> place * self._patterns for place in range(PLACES))
        return reduce(and_, places)

    def _bits(self, places: Places) -> int:
        """Return the numbers of each place as bits."""
        found = 0
        for place, numbers in enumerate(places.split("\t")):
            bits = 0
            for number in numbers.split():
                bits |= 1 << int(number)
            found |= bits << place * self._patterns
        return found


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
        self._filed = _Filed(filing, self._entries.total)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return all patterns, in the book's order."""
        return self._entries.all()

    def candidates(self, tokens: tuple[Token, ...]) -> Sequence[Entry]:
        """Return the patterns that a row of tokens could match, in the book's order."""
        if self._off:
            return self.entries
        filed = self._filed
        words, pairs = _shown(tokens)
        found = reduce(or_, map(filed.__getitem__, words), filed[ALWAYS])
        found = reduce(or_, filed.pairs(pairs), found)
        return [self._entries[number] for number in _numbers(filed.filled(found))]


def _shown(tokens: tuple[Token, ...]) -> tuple[list[str], list[tuple[str, str]]]:
    """Return the forms of tokens, with placeholders that figures fill, and those side by side."""
    words = [token.form for token in tokens]
    pairs = [*pairwise(words)]
    figures = {
        place: matchable(token) for place, token in enumerate(tokens) if token.kind in FIGURES
    }
    for place, figure in figures.items():
        if place > 0:
            pairs.append((words[place - 1], figure))
        if place - 1 in figures:
            pairs.append((figures[place - 1], figure))
        if place + 1 < len(words):
            pairs.append((figure, words[place + 1]))
    return [*words, *figures.values()], pairs


def _numbers(bits: int) -> Iterator[int]:
    """Yield the numbers of the bits that are set, from the lowest."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
