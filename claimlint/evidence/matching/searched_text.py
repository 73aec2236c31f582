"""What many cues look at in one text: its words, the hits of each detector, its labels.

Made once for a unit; what a detector finds is kept, because many fields ask for the same date.
"""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from sys import intern
from types import MappingProxyType
from typing import Protocol

from msgspec import Struct

from claimlint.evidence.detectors.hit import Hit
from claimlint.evidence.detectors.named import DETECTORS, PAIRED, SIGNS, WORDED
from claimlint.evidence.detectors.signs import TESTS, Sign, is_numeric
from claimlint.evidence.matching.places import Places
from claimlint.regex import regex

_WORD = regex(r"\w+")
OPENING = 3
"""How many letters of a word are looked at where a cue ends in `*`."""

_KNOWN = 4096

Labelled = tuple[str, int, int]
"""A label in lower case, and start and end of the value that follows it."""


class SearchedText:
    """A text with the words in it and what detectors found in it so far."""

    __slots__ = ("_found", "_signed", "_words", "labelled", "text")

    def __init__(self, text: str, labelled: tuple[Labelled, ...] = ()) -> None:
        self.text = text
        self.labelled = labelled
        self._found: dict[str, tuple[Hit, ...]] | None = None
        self._words: tuple[str, ...] | None = None
        self._signed: dict[Sign, frozenset[str]] | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """Return the words of the text in lower case as they follow one another."""
        if self._words is None:
            self._words = tuple(_words_in(self.text))
        return self._words

    def hits(self, detector: str) -> tuple[Hit, ...]:
        """Return the hits of a detector in the text."""
        if self._found is None:
            self._found = {}
        if detector not in self._found:
            self._found[detector] = (
                tuple(DETECTORS[detector](self.text)) if self.able(detector) else ()
            )
        return self._found[detector]

    def able(self, detector: str) -> bool:
        """Tell whether the text shows what a detector cannot do without."""
        if detector in PAIRED and self.text.isascii() and sum(map(is_numeric, self.words)) < 2:
            return not PAIRED[detector].isdisjoint(self.words)
        if detector not in SIGNS or self.signed(SIGNS[detector]):
            return True
        return not WORDED.get(detector, frozenset()).isdisjoint(self.words)

    def signed(self, sign: Sign) -> frozenset[str]:
        """Return the words of the text that can be such: any, where letters may fold into it."""
        if self._signed is None:
            self._signed = {}
        if sign not in self._signed:
            able = filter(TESTS[sign], self.words) if self.text.isascii() else self.words
            self._signed[sign] = frozenset(able)
        return self._signed[sign]


class _SearchedTexts(dict[int, SearchedText]):
    """The texts of units by their numbers, each made when it is first asked for."""

    def __init__(
        self, units: Sequence[_Text], labelled: Mapping[int, tuple[Labelled, ...]]
    ) -> None:
        super().__init__()
        self._units = units
        self._labelled = labelled

    def __missing__(self, place: int) -> SearchedText:
        made = self[place] = SearchedText(self._units[place].text, self._labelled.get(place, ()))
        return made


class _Text(Protocol):
    """A unit, or whatever else has a text."""

    @property
    def text(self) -> str: ...


class _Label(Struct, frozen=True):
    text: str


class Index:
    """The units of a document by their words, so that cues are tried where they can stand.

    `words` and `labels` give by word and label the numbers of the units that hold it, `openings`
    the words that open so. `kept` holds what was worked out about the document, by who asked.
    """

    def __init__(
        self,
        units: Sequence[_Text],
        labelled: Mapping[int, tuple[Labelled, ...]] = MappingProxyType({}),
    ) -> None:
        """`labelled` are the labels of the units that have any."""
        self._units = units
        self.texts = _SearchedTexts(units, labelled)
        # Few units are asked for their words again: those of a long document are not all kept.
        self.words = _filed((n, set(_words_in(unit.text))) for n, unit in enumerate(units))
        self.labels = _filed((n, {label for label, _, _ in own}) for n, own in labelled.items())
        self.kept: dict[Hashable, Places] = {}

    @cached_property
    def of_labels(self) -> Index:
        """Return the labels of the document as texts of their own."""
        return Index(tuple(map(_Label, self.labels)))

    @cached_property
    def openings(self) -> Mapping[str, Sequence[str]]:
        """Return by their first letters, up to three, the words of the document."""
        found: dict[str, list[str]] = {}
        for word in self.words:
            for opening in _openings(word):
                found.setdefault(opening, []).append(word)
        return found

    def holding(self, sign: Sign) -> Places:
        """Return the numbers of the units in which a word can be such."""
        found = self.kept.get(sign)
        if found is None:
            words = filter(TESTS[sign], self.words)
            found = Places.of(place for word in words for place in self.words[word])
            found |= Places.of(n for n, u in enumerate(self._units) if not u.text.isascii())
            self.kept[sign] = found
        return found

    @property
    def all(self) -> Places:
        """Return the numbers of all units."""
        return Places.to(len(self._units))


def _words_in(text: str) -> Iterable[str]:
    """Return the words in lower case, those of other texts as the same objects."""
    if text.isascii():
        return map(intern, _WORD.findall(text.lower()))
    return (intern(word.lower()) for word in _WORD.findall(text))


@lru_cache(maxsize=_KNOWN)
def _openings(word: str) -> tuple[str, ...]:
    return tuple(word[:size] for size in range(1, min(OPENING, len(word)) + 1))


def _filed(told: Iterable[tuple[int, Iterable[str]]]) -> Mapping[str, Sequence[int]]:
    found: dict[str, array[int]] = {}
    for number, words in told:
        for word in words:
            if word in found:
                found[word].append(number)
            else:
                found[word] = array("I", (number,))
    return found
