"""Which patterns a unit could match, told by its forms alone; derived from the rules themselves.

A pattern is a candidate where every place that it needs can be filled by forms of the unit. To ask
few patterns, each is filed under the forms of that place of it whose forms are rarest
(`claimlint/rulebook/filing.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimlint.rulebook.filing import Filing, filing_of
from claimlint.rulebook.patterns import Pattern
from claimlint.rulebook.rules import Rule


@dataclass(frozen=True, slots=True)
class Entry:
    """A pattern of a rule with its number in the book."""

    rule: Rule
    pattern: Pattern
    number: int


class Prefilter:
    """All patterns, filed under the forms of their rarest place."""

    def __init__(self, rules: Sequence[Rule], filing: Filing | None = None) -> None:
        pairs = ((rule, pattern) for rule in rules for pattern in rule.find)
        self.entries = tuple(
            Entry(rule, pattern, number) for number, (rule, pattern) in enumerate(pairs)
        )
        self._filing = filing or filing_of(rules)

    def candidates(self, forms: frozenset[str]) -> tuple[Entry, ...]:
        """Return the patterns that a unit with these forms could match, in the book's order."""
        filing, entries = self._filing, self.entries
        near = {number for form in forms & filing.keys() for number in filing[form].split()}
        found = (entries[number] for number in sorted(map(int, near)))
        return tuple(e for e in found if all(item.fits(forms) for item in e.pattern.needed))
