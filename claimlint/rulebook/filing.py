"""Under which forms each pattern is filed, so that a unit asks for few of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cache
from itertools import pairwise

from claimlint.rulebook.model import Rule
from claimlint.rulebook.patterns import Item, Pattern, Phrase, Words

Places = str
"""The numbers of patterns in order; a tab parts each of their rarest places from the next."""

Filing = Mapping[str, Mapping[str, Places]]
"""By the first word of a form and what follows it, nothing for the word alone: the patterns filed
under it. A phrase is filed under two of its words that stand side by side, as one form with a space
between. Patterns with fewer places are filed under `ALWAYS` in the others."""

ALWAYS = ""
UNORDERED = "<unordered>"
"""Where patterns are filed, as a first place, whose places stand in any order."""
PLACES = 3

_COMMON = frozenset(
    """the a an and or of to in is are it that for with as on be this by at from not no you your we
    our their they can will when has have its was all any every more most one out up so if but do
    does n't 's , . ai agent agents only just own time work works team people""".split()
)
_COMMON_WEIGHT = 40


def filing_of(rules: Iterable[Rule], first: int = 0) -> Filing:
    """Return the patterns of the rules, by number from `first`, filed under forms of their places.

    Those are the `PLACES` places whose forms are rarest, in the order of the pattern; a unit that
    lacks a form for one of them, or has none behind that of the place before, cannot match.
    """
    filed: dict[str, tuple[list[str], ...]] = {}
    patterns = (pattern for rule in rules for pattern in rule.find)
    for number, pattern in enumerate(patterns, first):
        unordered = () if isinstance(pattern, Words) else ((0, {UNORDERED}),)
        told = str(number)
        for place, forms in (*enumerate(_rarest(pattern)), *unordered):
            for form in forms:
                places = filed.get(form)
                if places is None:
                    places = filed[form] = tuple([] for _ in range(PLACES))
                places[place].append(told)
    filed.setdefault(UNORDERED, ([],) * PLACES)
    filed.setdefault(ALWAYS, ([],) * PLACES)
    return _by_first_word((form, "\t".join(map(" ".join, filed[form]))) for form in sorted(filed))


def _rarest(pattern: Pattern) -> Iterator[Set[str]]:
    """Yield the forms of the rarest places of a pattern, in its order."""
    keys = [*map(_keys, pattern.needed)]
    rarest = sorted(range(len(keys)), key=lambda place: _weight(keys[place]))[:PLACES]
    yield from (keys[place] for place in sorted(rarest))
    yield from (PLACES - len(rarest)) * [{ALWAYS}]


def _by_first_word(forms: Iterable[tuple[str, Places]]) -> dict[str, dict[str, Places]]:
    """Return what is filed under forms as a filing."""
    found: dict[str, dict[str, Places]] = {}
    for form, places in forms:
        word, _, rest = form.partition(" ")
        found.setdefault(word, {})[rest] = places
    return found


def forms_of(filing: Filing) -> Iterator[tuple[str, Places]]:
    """Yield the forms of a filing with what is filed under them."""
    for word, filed in filing.items():
        yield from ((f"{word} {rest}" if rest else word, filed[rest]) for rest in filed)


def joined(filing: Filing, further: Filing) -> Filing:
    """Return two filings as one; the numbers of `further` lie behind those of `filing`."""
    none = "\t" * (PLACES - 1)
    old, new = dict(forms_of(filing)), dict(forms_of(further))
    return _by_first_word(
        (form, _one_behind_the_other(old.get(form, none), new.get(form, none)))
        for form in dict.fromkeys((*old, *new))
    )


def _one_behind_the_other(places: Places, further: Places) -> Places:
    both = zip(places.split("\t"), further.split("\t"), strict=True)
    return "\t".join(f"{before} {behind}".strip() for before, behind in both)


def _keys(item: Item) -> frozenset[str]:
    """Return the forms of which a unit must hold one, so that the place can be filled."""
    return item.singles | set(map(_key, item.phrases))


def _key(phrase: Phrase) -> str:
    """Return the rarest two words of a phrase that stand side by side, or the one that it has."""
    if len(phrase) > 2:
        return min(map(" ".join, pairwise(phrase)), key=_commonness)
    return " ".join(phrase)


@cache
def _commonness(form: str) -> tuple[int, int]:
    """Sort pairs of words: those of every other sentence last, long ones first."""
    return sum(word in _COMMON for word in form.split(" ")), -len(form)


def _weight(keys: frozenset[str]) -> int:
    """Return how often a place will be asked for: common words weigh more than rare ones."""
    return len(keys) + (_COMMON_WEIGHT - 1) * len(keys & _COMMON)
