"""What a rule looks for, as loaded: sequences of words, and frames around a verb."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

NUMBER = "<number>"
MULTIPLE = "<multiple>"
PLACEHOLDERS = (NUMBER, MULTIPLE)
"""Forms that stand for a sort of token: `<number>` ("95", "twenty"), `<multiple>` ("10x")."""

Phrase = tuple[str, ...]

WITHIN = 6
"""How many tokens away the company of a verb may stand, where a rule says nothing."""


class Item:
    """One place of a pattern: single forms, phrases of several, or up to `gap` free words.

    A value: equal items hold the same words. The words may be given packed (`Item.packed`); they
    are then read when they are first asked for, because most items of a book are never asked, and
    phrases when their first word is at hand.
    """

    __slots__ = ("_begun", "_packed", "_singles", "gap", "optional")

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
        self._singles = singles
        self._begun: dict[str, str | tuple[Phrase, ...]] = {}
        for phrase in phrases:
            self._begun[phrase[0]] = (*self._beginning(phrase[0]), phrase)

    @classmethod
    def packed(cls, words: str | bytes, *, optional: bool, gap: int) -> Item:
        """Return the item whose words are `words`, as `pack` writes them, or that in UTF-8."""
        item = cls.__new__(cls)
        item.optional, item.gap, item._packed = optional, gap, words
        return item

    def pack(self) -> str:
        """Return the words in one text: a line of the single forms, sorted, and one of the words
        that phrases begin with; then for each of those what follows it, parted by tabs.
        """
        singles = " ".join(sorted(self.singles))
        rests = (
            "\t".join(" ".join(phrase[1:]) for phrase in self._beginning(first))
            for first in self._begun
        )
        return "\n".join((singles, " ".join(self._begun), *rests))

    def _unpack(self) -> None:
        if self._packed is None:
            return
        words = self._packed
        text = words if isinstance(words, str) else words.decode("utf-8")
        singles, firsts, *rests = text.split("\n")
        self._packed = None
        self._singles = frozenset(singles.split())
        self._begun = dict(zip(firsts.split(), rests, strict=True))

    def _beginning(self, first: str) -> tuple[Phrase, ...]:
        """Return the phrases that begin with a word."""
        held = self._begun.get(first, ())
        if isinstance(held, str):
            held = tuple((first, *rest.split()) for rest in held.split("\t"))
            self._begun[first] = held
        return held

    @property
    def singles(self) -> frozenset[str]:
        """Return the forms of which one alone fills the place."""
        self._unpack()
        return self._singles

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """Return the phrases of several words, and the placeholders; those of one beginning stand
        together.
        """
        self._unpack()
        return tuple(phrase for first in self._begun for phrase in self._beginning(first))

    @property
    def forms(self) -> frozenset[str]:
        """Return the forms of all its words."""
        return self.singles.union(*self.phrases)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Item) and self._value() == other._value()

    def __hash__(self) -> int:
        return hash(self._value())

    def _value(self) -> tuple[frozenset[str], tuple[Phrase, ...], bool, int]:
        return self.singles, self.phrases, self.optional, self.gap

    def filled_by(self, forms: frozenset[str]) -> list[Phrase]:
        """Return what fills the place with words among `forms`, in no order."""
        if self._packed is not None:
            self._unpack()
        filled: list[Phrase] = [(single,) for single in self._singles & forms]
        for first in self._begun.keys() & forms:
            filled.extend(filter(forms.issuperset, self._beginning(first)))
        return filled


class At(StrEnum):
    """Where in the unit a sequence must stand."""

    ANYWHERE = "anywhere"
    START = "start"
    END = "end"
    WHOLE = "whole"


class Words(Struct, frozen=True, tag=True):
    """Items that follow one another without a break."""

    items: tuple[Item, ...]
    at: At = At.ANYWHERE
    beside: Item | None = None
    not_beside: Item | None = None

    @property
    def needed(self) -> tuple[Item, ...]:
        """Return the items without which there is no match."""
        return tuple(item for item in self.items if not item.optional and not item.gap)

    @property
    def forms(self) -> frozenset[str]:
        """Return the forms of which a match consists."""
        return frozenset().union(*(item.forms for item in self.items))


class Frame(Struct, frozen=True, tag=True):
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
    within: int = WITHIN
    beside: Item | None = None
    not_beside: Item | None = None

    @property
    def needed(self) -> tuple[Item, ...]:
        """Return the items without which there is no match."""
        parts = (self.verb, self.object, self.subject, self.company)
        return tuple(part for part in parts if part is not None)

    @property
    def forms(self) -> frozenset[str]:
        """Return the forms of which a match consists."""
        return frozenset().union(*(item.forms for item in self.needed))


Pattern = Words | Frame
