"""What a rule is, and many of them, however they were read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, cached_property
from typing import Generic, TypeVar, overload

from msgspec import Struct

from claimlint.rulebook.patterns import Pattern, Phrase
from claimlint.terms import Confidence, DocumentKind, InList
from claimlint.values.notes import SourceNote

WordLists = Mapping[str, tuple[Phrase, ...]]
"""Named lists of phrases, in all their written forms; a rule names one as `$name`."""

_Entry = TypeVar("_Entry")


class Example(Struct, frozen=True):
    """A sentence of a rule file. `because` is the reason of a near miss, else empty.

    `text` of a flag example still has its `[[marks]]`. `lead` is the heading or stem above it.
    """

    text: str
    because: str = ""
    lead: str = ""


class Rule(Struct, frozen=True, kw_only=True):
    """What is looked for and why; `label` is a category, a clause label, or a topic's position.

    A clause that `empties_claims` leaves nothing of them, where its label is one that can.
    """

    id: str
    label: str
    says: str
    why: str
    find: tuple[Pattern, ...]
    unless: tuple[str, ...]
    despite: tuple[str, ...] = ()
    aspect: str | None = None
    confidence: Confidence = Confidence.HIGH
    needs: tuple[str, ...] = ()
    because: str = ""
    suppressible: bool = True
    in_lists: tuple[InList, ...] = ()
    empties_claims: bool = True
    sources: tuple[SourceNote, ...] = ()
    flag: tuple[Example, ...] = ()
    passes: tuple[Example, ...] = ()
    file: str = ""


class Count(Struct, frozen=True, kw_only=True):
    """How often the words of a list stand in a thousand: at least so often, under so often.

    `times` names other lists and how many times as often as theirs the words have to stand.
    """

    words: str
    at_least: float = 0.0
    under: float | None = None
    times: tuple[tuple[str, float], ...] = ()


class Sign(Struct, frozen=True, kw_only=True):
    """What shows that a paper is of a kind; all that it asks for has to hold.

    `title` and `opening` name word lists, `shape` is one of `claimlint.rulebook.yaml.signs.SHAPES`.
    From the share `sells_from` of units with claims on, a paper of that sign sells all the same.
    Of fewer than `units_from` units it says nothing. Where `binds` is false, clauses in the paper
    are talk of the clauses of others. `flag` are papers that it decides on, a passage a line, and
    `passes` those that come near and do not show it.
    """

    id: str
    kind: DocumentKind
    says: str
    title: str = ""
    opening: str = ""
    shape: str = ""
    nameless: bool = False
    units_from: int = 0
    counts: tuple[Count, ...] = ()
    sells_from: float | None = None
    binds: bool = True
    why: str = ""
    flag: tuple[str, ...] = ()
    passes: tuple[Example, ...] = ()


class Kept(Sequence[_Entry], Generic[_Entry]):
    """Entries that are opened when the first of them is asked for."""

    def __init__(self, opened: Callable[[], tuple[_Entry, ...]]) -> None:
        self._opened = opened

    @cached_property
    def _all(self) -> tuple[_Entry, ...]:
        return self._opened()

    @overload
    def __getitem__(self, index: int) -> _Entry: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[_Entry]: ...
    def __getitem__(self, index: int | slice) -> _Entry | Sequence[_Entry]:
        return self._all[index]

    def __len__(self) -> int:
        return len(self._all)


class Rules(Sequence[Rule]):
    """Rules in the order of their book, each opened when it is asked for.

    `ids` are their ids and `patterns` says how many patterns each has: that is known unopened.
    """

    def __init__(
        self,
        ids: Sequence[str],
        patterns: Sequence[int],
        opened: Callable[[int], Rule],
        forms: Callable[[], frozenset[str]] | None = None,
    ) -> None:
        """`forms` returns what the property of that name does, where no rule need be opened."""
        self.ids = ids
        self.patterns = patterns
        self._opened = cache(opened)
        self._forms = forms

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> Rules:
        """Return rules that are at hand."""
        held = tuple(rules)
        patterns = [len(rule.find) for rule in held]
        return cls([rule.id for rule in held], patterns, held.__getitem__)

    @cached_property
    def _by_id(self) -> dict[str, int]:
        return {rule_id: index for index, rule_id in enumerate(self.ids)}

    @cached_property
    def forms(self) -> frozenset[str]:
        """Return the forms of which matches of the rules consist."""
        if self._forms is not None:
            return self._forms()
        return frozenset().union(*(pattern.forms for rule in self for pattern in rule.find))

    def named(self, rule_id: str) -> Rule:
        """Return the rule of that id; raises `KeyError` where there is none."""
        return self._opened(self._by_id[rule_id])

    @overload
    def __getitem__(self, index: int) -> Rule: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Rule]: ...
    def __getitem__(self, index: int | slice) -> Rule | Sequence[Rule]:
        places = range(len(self.ids))[index]
        return self._opened(places) if isinstance(places, int) else [*map(self._opened, places)]

    def __len__(self) -> int:
        return len(self.ids)
