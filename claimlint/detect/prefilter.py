"""Which patterns a unit could match, told by its forms alone; derived from the rules themselves.

A pattern is a candidate where every place that it needs can be filled by forms of the unit. To ask
few patterns, each is filed under the forms of those places of it whose forms are rarest
(`claimlint/rulebook/filing.py`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import accumulate
from operator import or_

from msgspec import Struct

from claimlint.detect.unit import FIGURES, matchable, pairs_of
from claimlint.rulebook.filing import ALWAYS, Filing, filing_of
from claimlint.rulebook.model import Rule, Rules
from claimlint.rulebook.patterns import Item, Pattern, Words
from claimlint.rulebook.reading import Token

_MOST = 65_536


class Entry(Struct, frozen=True):
    """A pattern of a rule with its number in the book."""

    rule: Rule
    pattern: Pattern
    number: int


class _Bits(dict[str, tuple[int, ...]]):
    """For each form, by place, the patterns that it can fill, as bits; nothing where it fills none.

    Worked out when a form is first asked for. Pairs of words are many: now and then all are let go.
    """

    def __init__(self, filing: Filing) -> None:
        super().__init__()
        self._filing = filing

    def __missing__(self, form: str) -> tuple[int, ...]:
        if len(self) > _MOST:
            self.clear()
        places = self._filing.get(form, ())
        self[form] = tuple(sum(1 << int(number) for number in each.split()) for each in places)
        return self[form]


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
        self._steps: dict[int, tuple[tuple[Item, int], ...]] = {}
        self._bits = _Bits(filing_of(rules) if filing is None else filing)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return all patterns, in the book's order."""
        return self._entries.all()

    def candidates(self, forms: frozenset[str], row: tuple[Token, ...]) -> tuple[Entry, ...]:
        """Return the patterns that a row with these forms could match, in the book's order."""
        if self._off:
            return self.entries
        rows = [row for row in map(self._bits.__getitem__, (ALWAYS, *forms, *pairs_of(row))) if row]
        left = -1
        for place in zip(*rows, strict=True):
            left &= reduce(or_, place)
            if not left:
                return ()
        return tuple(self._entries[number] for number in _numbers(left))

    def in_order(self, entry: Entry, forms: frozenset[str], row: Sequence[Token]) -> bool:
        """Tell whether all places can be filled, those of a sequence in order and near enough.

        What passes may still not match.
        """
        if self._off:
            return True
        if not isinstance(entry.pattern, Words):
            return all(item.fits(forms) for item in entry.pattern.needed)
        steps = self._steps.get(entry.number)
        if steps is None:
            steps = self._steps[entry.number] = tuple(_steps(entry.pattern))
        before: list[int] | None = None
        for item, reach in steps:
            opening = item.opened_by(forms)
            here = [i for i, token in enumerate(row) if _opens(token, opening)]
            if before is not None:
                here = [i for i in here if any(0 < i - start <= reach for start in before)]
            if not here:
                return False
            before = here
        return True


def _numbers(bits: int) -> Iterator[int]:
    """Yield the numbers of the bits that are set, from the lowest."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def _steps(pattern: Words) -> Iterator[tuple[Item, int]]:
    """Yield each place that must be filled, and how far from the one before it may begin."""
    reach = 0
    for item in pattern.items:
        if item.optional or item.gap:
            reach += item.longest
        else:
            yield item, reach
            reach = item.longest


def _opens(token: Token, opening: frozenset[str]) -> bool:
    return token.form in opening or (token.kind in FIGURES and matchable(token) in opening)
