"""One string of a catalogue as a passage, called by its key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimlint.document import Passage, Problem, ProblemCode
from claimlint.readers.strings.markup import shown
from claimlint.readers.text.places import Frame, SourceText, Span

_WORDS = re.compile(r"[^\W\d_]\S*\s+\S*[^\W\d_]")
_LONGEST_KEY = 80


class Strings:
    """Makes the passages of one catalogue, numbered as they come."""

    def __init__(self, source: SourceText) -> None:
        self._source = source
        self._number = 0

    def passage(self, spans: Iterable[Span], key: str) -> Iterator[Passage]:
        """Yield the string as a passage, if it holds two words or more."""
        text, pieces = self._source.cut(shown(self._source.text, tuple(spans)))
        if not pieces or not _WORDS.search(text):
            return
        self._number += 1
        name = key if len(key) <= _LONGEST_KEY else f"{key[:_LONGEST_KEY]}…"
        detail = f", {name}" if name else ""
        place = self._source.location(pieces, Frame(), self._number, detail=detail)
        yield Passage(text=text, location=place, pieces=pieces)


def deeper_not_read(most: int) -> Problem:
    """Return the problem that values lie deeper than `most` levels, from where on none is read."""
    message = f"values more than {most} levels deep are not read"
    return Problem(code=ProblemCode.TOO_DEEP, message=message)


def is_english(language: str) -> bool:
    """Tell whether a language tag is that of English, or none."""
    return not language or language.lower().replace("_", "-").split("-")[0] == "en"
