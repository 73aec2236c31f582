"""Under which forms each pattern is filed, so that a unit asks for few of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from claimlint.rulebook.patterns import Item
from claimlint.rulebook.rules import Rule

Filing = Sequence[Mapping[str, str]]
"""For each of a pattern's rarest places, by form, the numbers of the patterns filed under it, in
their order, as one text. Patterns with fewer places are filed under `ALWAYS` in the others."""

ALWAYS = ""
PLACES = 3

_COMMON = frozenset(
    """the a an and or of to in is are it that for with as on be this by at from not no you your we
    our their they can will when has have its was all any every more most one out up so if but do
    does n't 's , . ai agent agents only just own time work works team people""".split()
)
_COMMON_WEIGHT = 40


def filing_of(rules: Iterable[Rule], first: int = 0) -> Filing:
    """Return the patterns of the rules, by number from `first`, filed under forms of their places.

    Those are the `PLACES` places whose forms are rarest; a unit that lacks a form for one of them
    cannot match.
    """
    filed: list[dict[str, list[str]]] = [{} for _ in range(PLACES)]
    patterns = (pattern for rule in rules for pattern in rule.find)
    for number, pattern in enumerate(patterns, first):
        rarest = sorted(pattern.needed, key=_weight)
        for rank, place in enumerate(filed):
            forms = sorted(_keys(rarest[rank])) if rank < len(rarest) else [ALWAYS]
            for form in forms:
                place.setdefault(form, []).append(str(number))
    return [{form: " ".join(numbers) for form, numbers in place.items()} for place in filed]


def joined(filing: Filing, further: Filing) -> Filing:
    """Return two filings as one; the numbers of `further` lie behind those of `filing`."""
    return [
        {form: f"{old.get(form, '')} {new.get(form, '')}".strip() for form in (*old, *new)}
        for old, new in zip(filing, further, strict=True)
    ]


def _keys(item: Item) -> frozenset[str]:
    """Return the forms of which a unit must hold one, so that the place can be filled."""
    return item.singles | {min(phrase, key=_commonness) for phrase in item.phrases}


def _commonness(form: str) -> tuple[bool, int]:
    """Sort words of a phrase: those of every other sentence last, long ones first."""
    return form in _COMMON, -len(form)


def _weight(item: Item) -> int:
    """Return how often a place will be asked for: common words weigh more than rare ones."""
    return sum(_COMMON_WEIGHT if form in _COMMON else 1 for form in _keys(item))
