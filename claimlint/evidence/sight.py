"""What many cues look at in one text: its words, the hits of each detector, its labels.

Made once for a unit; what a detector finds is kept, because many fields ask for the same date.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from claimlint.evidence.detectors.hit import Hit
from claimlint.evidence.detectors.named import DETECTORS, NUMERIC
from claimlint.evidence.detectors.numbers import NUMBER_WORDS
from claimlint.regex import regex

_WORD = regex(r"\w+")
_DIGIT = regex(r"\d")
OPENING = 3
"""How many letters of a word are looked at where a cue ends in `*`."""

Labelled = tuple[str, int, int]
"""A label in lower case, and start and end of the value that follows it."""


class Sight:
    """A text with the words in it and what detectors found in it so far."""

    __slots__ = ("_found", "_numbered", "labelled", "openings", "present", "text")

    def __init__(self, text: str, labelled: tuple[Labelled, ...] = ()) -> None:
        self.text = text
        self.labelled = labelled
        self.present = frozenset(word.lower() for word in _WORD.findall(text))
        self.openings = frozenset(
            word[:size] for word in self.present for size in range(1, OPENING + 1)
        )
        self._found: dict[str, tuple[Hit, ...]] = {}
        self._numbered: bool | None = None

    def hits(self, detector: str) -> tuple[Hit, ...]:
        """Return the hits of a detector in the text."""
        if detector not in self._found:
            able = detector not in NUMERIC or self.holds_number
            self._found[detector] = tuple(DETECTORS[detector](self.text)) if able else ()
        return self._found[detector]

    @property
    def holds_number(self) -> bool:
        """Tell whether a number can stand in the text; other letters may fold into plain ones."""
        if self._numbered is None:
            spelt = not NUMBER_WORDS.isdisjoint(self.present) or not self.text.isascii()
            self._numbered = spelt or _DIGIT.search(self.text) is not None
        return self._numbered


class Index:
    """The sights of a document by their words, so that cues are tried where they can stand."""

    def __init__(self, sights: Sequence[Sight]) -> None:
        self._all = range(len(sights))
        self._words = _filed(sight.present for sight in sights)
        self._openings = _filed(sight.openings for sight in sights)
        self._labelled = [number for number, sight in enumerate(sights) if sight.labelled]

    def holding(
        self, words: Iterable[str], openings: Iterable[str], *, labelled: bool = False
    ) -> list[int]:
        """Return the numbers of the sights that hold one of the words or openings, or a label."""
        found: set[int] = set(self._labelled if labelled else ())
        for word in words:
            found.update(self._words.get(word, ()))
        for opening in openings:
            found.update(self._openings.get(opening, ()))
        return sorted(found)

    @property
    def all(self) -> range:
        """Return the numbers of all sights."""
        return self._all


def _filed(told: Iterable[frozenset[str]]) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, words in enumerate(told):
        for word in words:
            found.setdefault(word, []).append(number)
    return found
