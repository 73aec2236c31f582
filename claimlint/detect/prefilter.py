"""Which patterns a unit could match, told by its forms alone; derived from the rules themselves.

A pattern is a candidate where every place that it needs can be filled by forms of the unit. To ask
few patterns, each is filed under the forms of those places of it whose forms are rarest
(`claimlint/rulebook/filing.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimlint.detect.unit import FIGURES, matchable
from claimlint.rulebook.filing import ALWAYS, Filing, filing_of
from claimlint.rulebook.patterns import Item, Pattern, Words
from claimlint.rulebook.reading import Token
from claimlint.rulebook.rules import Rule


@dataclass(frozen=True, slots=True)
class Entry:
    """A pattern of a rule with its number in the book."""

    rule: Rule
    pattern: Pattern
    number: int


class _Place:
    """One place of all patterns: for each form the patterns that it can fill, as bits."""

    def __init__(self, filed: Mapping[str, str]) -> None:
        self._filed = filed
        self._bits: dict[str, int] = {}
        self._always = self._of(ALWAYS)

    def filled(self, forms: frozenset[str]) -> int:
        """Return the patterns whose place one of the forms can fill."""
        found = self._always
        for form in forms & self._filed.keys():
            found |= self._of(form)
        return found

    def _of(self, form: str) -> int:
        bits = self._bits.get(form)
        if bits is None:
            bits = sum(1 << int(number) for number in self._filed.get(form, "").split())
            self._bits[form] = bits
        return bits


class Prefilter:
    """All patterns, filed under the forms of their rarest places; with `off` it lets all pass."""

    def __init__(
        self, rules: Sequence[Rule], filing: Filing | None = None, *, off: bool = False
    ) -> None:
        self._off = off
        pairs = ((rule, pattern) for rule in rules for pattern in rule.find)
        self.entries = tuple(
            Entry(rule, pattern, number) for number, (rule, pattern) in enumerate(pairs)
        )
        self._needed: dict[int, tuple[Item, ...]] = {}
        self._steps: dict[int, tuple[tuple[Item, int], ...]] = {}
        self._places = [_Place(filed) for filed in filing or filing_of(rules)]

    def candidates(self, forms: frozenset[str]) -> tuple[Entry, ...]:
        """Return the patterns that a unit with these forms could match, in the book's order."""
        if self._off:
            return self.entries
        left = -1
        for place in self._places:
            left &= place.filled(forms)
            if not left:
                return ()
        return tuple(
            self.entries[number]
            for number in _numbers(left)
            if all(item.fits(forms) for item in self._needed_by(number))
        )

    def in_order(self, entry: Entry, forms: frozenset[str], row: Sequence[Token]) -> bool:
        """Tell whether words that can open the places stand in their order, and near enough.

        Only sequences of words are looked at; what passes may still not match.
        """
        if self._off or not isinstance(entry.pattern, Words):
            return True
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

    def _needed_by(self, number: int) -> tuple[Item, ...]:
        needed = self._needed.get(number)
        if needed is None:
            needed = self._needed[number] = self.entries[number].pattern.needed
        return needed


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
