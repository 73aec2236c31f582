"""Which patterns a unit could match, told by its forms alone; derived from the rules themselves.

A pattern is a candidate where every place that it needs can be filled by forms of the unit. To ask
few patterns, each is filed under the forms of that place of it whose forms are rarest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from claimlint.rulebook.patterns import Item, Pattern
from claimlint.rulebook.rules import Rule

_COMMON = frozenset(
    """the a an and or of to in is are it that for with as on be this by at from not no you your we
    our their they can will when has have its was all any every more most one out up so if but do
    does n't 's , . ai agent agents only just own time work works team people""".split()
)
_COMMON_WEIGHT = 40


@dataclass(frozen=True, slots=True)
class Entry:
    """A pattern of a rule with its number in the book."""

    rule: Rule
    pattern: Pattern
    number: int


class Prefilter:
    """All patterns, filed under the forms of their rarest place."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._filed: dict[str, list[Entry]] = defaultdict(list)
        pairs = ((rule, pattern) for rule in rules for pattern in rule.find)
        self.entries = tuple(
            Entry(rule, pattern, number) for number, (rule, pattern) in enumerate(pairs)
        )
        for entry in self.entries:
            anchor = min(entry.pattern.needed, key=_weight)
            for form in sorted(anchor.starters):
                self._filed[form].append(entry)

    def candidates(self, forms: frozenset[str]) -> tuple[Entry, ...]:
        """Return the patterns that a unit with these forms could match, in the book's order."""
        near = {entry.number: entry for form in forms for entry in self._filed.get(form, ())}
        return tuple(
            near[number]
            for number in sorted(near)
            if all(item.fits(forms) for item in near[number].pattern.needed)
        )


def _weight(item: Item) -> int:
    """Return how often a place will be asked for: common words weigh more than rare ones."""
    return sum(_COMMON_WEIGHT if form in _COMMON else 1 for form in item.starters)
