"""Which patterns a unit could match, told by its forms alone; derived from the rules themselves.

A pattern is a candidate where every place that it needs can be filled by forms of the unit. To ask
few patterns, each is filed under the forms of those places of it whose forms are rarest
(`claimlint/rulebook/filing.py`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from itertools import accumulate
from operator import or_

from msgspec import Struct

from claimlint.detect.token_row import Row
from claimlint.rulebook.filing import ALWAYS, Filing, Places, filing_of
from claimlint.rulebook.model import Rule, Rules
from claimlint.rulebook.patterns import Pattern
from claimlint.rulebook.reading import Token

_MOST = 65_536


class Entry(Struct, frozen=True):
    """A pattern of a rule with its number in the book."""

    rule: Rule
    pattern: Pattern
    number: int


Bits = tuple[int, ...]
"""By place, patterns as bits, the lowest for the first of the book."""


class _Behind(dict[str, Bits]):
    """For what follows one word, the patterns that the words can fill, worked out when asked for.

    `filed` tells what may be asked: nothing is what the word alone can fill.
    """

    def __init__(self, filed: Mapping[str, Places]) -> None:
        super().__init__()
        self.filed = filed

    def __missing__(self, word: str) -> Bits:
        self[word] = tuple(map(_bits, self.filed[word]))
        return self[word]


class _Begun(dict[str, _Behind]):
    """For each word what stands behind it; now and then all are let go, for numbers are many."""

    def __init__(self, filing: Filing) -> None:
        super().__init__()
        self._filing = filing

    def __missing__(self, word: str) -> _Behind:
        if len(self) > _MOST:
            self.clear()
        self[word] = _Behind(self._filing.get(word, {}))
        return self[word]

    def fillable(self, row: Row) -> list[Bits]:
        """Return what the words of a row, and those that stand side by side, can fill."""
        found = [self[ALWAYS][""]]
        before: tuple[_Behind, ...] = ()
        for words in row.words:
            here = tuple(map(self.__getitem__, words))
            found.extend(each[""] for each in here if "" in each.filed)
            found.extend(each[word] for each in before for word in words if word in each.filed)
            before = here
        return found


class _Entries(dict[int, Entry]):
    """The patterns of rules by their numbers, each opened when it is first asked for."""

    def __init__(self, rules: Rules) -> None:
        super().__init__()
        self._rules = rules
        self._ends = tuple(accumulate(rules.patterns))

    def __missing__(self, number: int) -> Entry:
        place = bisect_right(self._ends, number)
        rule = self._rules[place]
        self[number] = Entry(rule, rule.find[number - self._ends[place]], number)
        return self[number]

    def all(self) -> tuple[Entry, ...]:
        """Return all of them, in the book's order."""
        return tuple(self[number] for number in range(self._ends[-1] if self._ends else 0))


class Prefilter:
    """All patterns, filed under the forms of their rarest places; with `off` it lets all pass."""

    def __init__(
        self, rules: Sequence[Rule], filing: Filing | None = None, *, off: bool = False
    ) -> None:
        self._off = off
        self._entries = _Entries(rules if isinstance(rules, Rules) else Rules.of(rules))
        self._begun = _Begun(filing_of(rules) if filing is None else filing)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return all patterns, in the book's order."""
        return self._entries.all()

    def row(self, tokens: tuple[Token, ...]) -> Row:
        """Return the row of the tokens in which patterns are looked for."""
        return Row(tokens, loose=self._off)

    def candidates(self, row: Row) -> tuple[Entry, ...]:
        """Return the patterns that a row could match, in the book's order."""
        if self._off:
            return self.entries
        left = -1
        for place in zip(*self._begun.fillable(row), strict=True):
            left &= reduce(or_, place)
            if not left:
                return ()
        return tuple(self._entries[number] for number in _numbers(left))


def _bits(numbers: str) -> int:
    """Return the bits of numbers that are written in their order."""
    places = [int(number) for number in numbers.split()]
    packed = bytearray((places[-1] >> 3) + 1 if places else 0)
    for place in places:
        packed[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(packed, "little")


def _numbers(bits: int) -> Iterator[int]:
    """Yield the numbers of the bits that are set, from the lowest."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
