"""What a rule looks for, as loaded: sequences of words, and frames around a verb."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

NUMBER = "<number>"
MULTIPLE = "<multiple>"
PLACEHOLDERS = (NUMBER, MULTIPLE)
"""Forms that stand for a sort of token: `<number>` ("95", "twenty"), `<multiple>` ("10x")."""

Phrase = tuple[str, ...]


class Item:
    """One place of a pattern: single forms, phrases of several, or up to `gap` free words.

    A value: equal items hold the same words. The words may be given packed (`Item.packed`); they
    are then read when they are first asked for, because most items of a book are never asked.
    """

    __slots__ = ("_by_first", "_packed", "_phrases", "_singles", "gap", "optional")

    def __init__(
        self,
        singles: frozenset[str] = frozenset(),
        phrases: tuple[Phrase, ...] = (),
        optional: bool = False,
        gap: int = 0,
    ) -> None:
        self.optional = optional
        self.gap = gap
        self._packed: str | bytes | None = None
        self._hold(singles, phrases)

    @classmethod
    def packed(cls, words: str | bytes, *, optional: bool, gap: int) -> Item:
        """Return the item whose words are `words`, as `pack` writes them, or that in UTF-8."""
        item = cls.__new__(cls)
        item.optional, item.gap, item._packed = optional, gap, words
        return item

    def pack(self) -> str:
        """Return the words in one text: a line a phrase, the single forms first, sorted."""
        lines = (*sorted(self.singles), *(" ".join(phrase) for phrase in self.phrases))
        return "\n".join(lines)

    def _hold(self, singles: frozenset[str], phrases: tuple[Phrase, ...]) -> None:
        by_first: dict[str, list[Phrase]] = {}
        for phrase in phrases:
            by_first.setdefault(phrase[0], []).append(phrase)
        self._singles, self._phrases, self._by_first = singles, phrases, by_first

    def _unpack(self) -> None:
        if self._packed is None:
            return
        words = self._packed
        text = words if isinstance(words, str) else words.decode("utf-8")
        lines = [tuple(line.split(" ")) for line in text.split("\n") if line]
        alone = [line for line in lines if len(line) == 1 and line[0] not in PLACEHOLDERS]
        rest = lines[len(alone) :]
        self._packed = None
        self._hold(frozenset(word for (word,) in alone), tuple(rest))

    @property
    def singles(self) -> frozenset[str]:
        """Return the forms of which one alone fills the place."""
        self._unpack()
        return self._singles

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """Return the phrases of several words, and the placeholders, in the order of the list."""
        self._unpack()
        return self._phrases

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Item) and self._value() == other._value()

    def __hash__(self) -> int:
        return hash(self._value())

    def _value(self) -> tuple[frozenset[str], tuple[Phrase, ...], bool, int]:
        return self.singles, self.phrases, self.optional, self.gap

    def fits(self, forms: frozenset[str]) -> bool:
        """Tell whether a unit that holds these `forms` can fill the place."""
        if self._packed is not None:
            self._unpack()
        if self.optional or self.gap or not self._singles.isdisjoint(forms):
            return True
        if not self._by_first:
            return False
        return any(
            all(word in forms for word in phrase)
            for first in self._by_first.keys() & forms
            for phrase in self._by_first[first]
        )

    def filled_by(self, forms: frozenset[str]) -> Iterator[Phrase]:
        """Yield what fills the place with words among `forms`, in no order."""
        if self._packed is not None:
            self._unpack()
        for word in self._singles & forms:
            yield (word,)
        for first in self._by_first.keys() & forms if self._by_first else ():
            for phrase in self._by_first[first]:
                if forms.issuperset(phrase):
                    yield phrase


class At(StrEnum):
    """Where in the unit a sequence must stand."""

    ANYWHERE = "anywhere"
    START = "start"
    END = "end"
    WHOLE = "whole"


class Words(Struct, frozen=True):
    """Items that follow one another without a break."""

    items: tuple[Item, ...]
    at: At = At.ANYWHERE
    beside: Item | None = None
    not_beside: Item | None = None

    @property
    def needed(self) -> tuple[Item, ...]:
        """Return the items without which there is no match."""
        return tuple(item for item in self.items if not item.optional and not item.gap)


class Frame(Struct, frozen=True):
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
