"""What many cues look at in one text: its words, the hits of each detector, its labels.

Made once for a unit; what a detector finds is kept, because many fields ask for the same date.
"""

from __future__ import annotations

from claimlint.evidence.detectors.hit import Hit
from claimlint.evidence.detectors.named import DETECTORS
from claimlint.regex import regex

_WORD = regex(r"\w+")
OPENING = 3
"""How many letters of a word are looked at where a cue ends in `*`."""

Labelled = tuple[str, int, int]
"""A label in lower case, and start and end of the value that follows it."""


class Sight:
    """A text with the words in it and what detectors found in it so far."""

    __slots__ = ("_found", "labelled", "openings", "present", "text")

    def __init__(self, text: str, labelled: tuple[Labelled, ...] = ()) -> None:
        self.text = text
        self.labelled = labelled
        self.present = frozenset(word.lower() for word in _WORD.findall(text))
        self.openings = frozenset(
            word[:size] for word in self.present for size in range(1, OPENING + 1)
        )
        self._found: dict[str, tuple[Hit, ...]] = {}

    def hits(self, detector: str) -> tuple[Hit, ...]:
        """Return the hits of a detector in the text."""
        if detector not in self._found:
            self._found[detector] = tuple(DETECTORS[detector](self.text))
        return self._found[detector]
