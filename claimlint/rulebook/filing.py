"""Under which forms each pattern is filed, so that a unit asks for few of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claimlint.rulebook.patterns import Item
from claimlint.rulebook.rules import Rule

Filing = Mapping[str, str]
"""For each form the numbers of the patterns filed under it, in their order, as one text."""

_COMMON = frozenset(
    """the a an and or of to in is are it that for with as on be this by at from not no you your we
    our their they can will when has have its was all any every more most one out up so if but do
    does n't 's , . ai agent agents only just own time work works team people""".split()
)
_COMMON_WEIGHT = 40


def filing_of(rules: Iterable[Rule]) -> Filing:
    """Return the patterns of the rules, by number from 0, filed under the forms of one place each.

    That place is the one whose forms are rarest.
    """
    filed: dict[str, list[str]] = {}
    patterns = (pattern for rule in rules for pattern in rule.find)
    for number, pattern in enumerate(patterns):
        for form in sorted(min(pattern.needed, key=_weight).starters):
            filed.setdefault(form, []).append(str(number))
    return {form: " ".join(numbers) for form, numbers in filed.items()}


def _weight(item: Item) -> int:
    """Return how often a place will be asked for: common words weigh more than rare ones."""
    return sum(_COMMON_WEIGHT if form in _COMMON else 1 for form in item.starters)
