"""What a rule looks for, as loaded: sequences of words, and frames around a verb."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

NUMBER = "<number>"
MULTIPLE = "<multiple>"
PLACEHOLDERS = (NUMBER, MULTIPLE)
"""Forms that stand for a sort of token: `<number>` ("95", "twenty"), `<multiple>` ("10x")."""

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One place of a pattern: single forms, phrases of several, or up to `gap` free words."""

    singles: frozenset[str] = frozenset()
    phrases: tuple[Phrase, ...] = ()
    optional: bool = False
    gap: int = 0
    _by_first: dict[str, list[Phrase]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_first: dict[str, list[Phrase]] = {}
        for phrase in self.phrases:
            by_first.setdefault(phrase[0], []).append(phrase)
        object.__setattr__(self, "_by_first", by_first)

    def fits(self, forms: frozenset[str]) -> bool:
        """Tell whether a unit that holds these `forms` can fill the place."""
        if self.optional or self.gap or not self.singles.isdisjoint(forms):
            return True
        return any(
            all(word in forms for word in phrase)
            for first in self._by_first.keys() & forms
            for phrase in self._by_first[first]
        )

    def active(self, forms: frozenset[str]) -> tuple[Phrase, ...]:
        """Return the phrases all of whose words are among `forms`, in the order of the list."""
        held = self._by_first.keys() & forms
        if not held:
            return ()
        return tuple(
            phrase
            for phrase in self.phrases
            if phrase[0] in held and all(word in forms for word in phrase)
        )

    @property
    def starters(self) -> frozenset[str]:
        """Return the forms of which a unit must hold one, so that the place can be filled."""
        return self.singles | frozenset(phrase[0] for phrase in self.phrases)


class At(StrEnum):
    """Where in the unit a sequence must stand."""

    ANYWHERE = "anywhere"
    START = "start"
    END = "end"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Words:
    """Items that follow one another without a break."""

    items: tuple[Item, ...]
    at: At = At.ANYWHERE
    beside: Item | None = None
    not_beside: Item | None = None

    @property
    def needed(self) -> tuple[Item, ...]:
        """Return the items without which there is no match."""
        return tuple(item for item in self.items if not item.optional and not item.gap)


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb with its company in one clause, in the order of an English sentence.

    `object` follows the verb, `subject` precedes it, `company` stands on either side, each at most
    `within` tokens away. `subject_not` are forms that the verb's grammatical subject must not be;
    a parse may only reject by it.
    """

    verb: Item
    object: Item | None = None
    subject: Item | None = None
    company: Item | None = None
    subject_not: Item | None = None
    within: int = 6
    beside: Item | None = None
    not_beside: Item | None = None

    @property
    def needed(self) -> tuple[Item, ...]:
        """Return the items without which there is no match."""
        parts = (self.verb, self.object, self.subject, self.company)
        return tuple(part for part in parts if part is not None)


Pattern = Words | Frame
