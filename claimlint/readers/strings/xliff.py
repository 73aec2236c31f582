"""XLIFF catalogues: the segments in English, be they the source or the target.

Source: XLIFF 1.2 and 2.0 (OASIS).
"""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.document import Problem, ProblemCode
from claimlint.errors import UnreadableFile
from claimlint.readers.html.characters import attribute, spans_of
from claimlint.readers.html.tokens import Close, Open, Text, tokens
from claimlint.readers.interface import Item, Source
from claimlint.readers.strings.entry import Strings, is_english
from claimlint.readers.text.decoding import text_of
from claimlint.readers.text.places import SourceText, Span

_SIDES = ("source", "target")
_LANGUAGES = {"source": ("source-language", "srclang"), "target": ("target-language", "trglang")}
_HIDDEN = ("ph", "bpt", "ept", "it", "x", "bx", "ex")
"""Elements of inline code: what stands in them is markup of the original, not words."""


def read(source: Source) -> Iterator[Item]:
    """Yield the segments of each side whose language is English, each with its unit's id.

    Raises:
        UnreadableFile: the file is no XLIFF.
    """
    text = yield from text_of(source)
    if "<xliff" not in text[:65536]:
        raise UnreadableFile("is no XLIFF file")
    reading = _Reading(text)
    strings = Strings(SourceText(text))
    for spans, key in reading.segments():
        yield from strings.passage(spans, key)
    for side, language in reading.foreign.items():
        message = f"the {side} is in another language ({language}): not read"
        yield Problem(code=ProblemCode.LANGUAGE, message=message)


class _Reading:
    """One pass over a file; `foreign` are the sides left out, with their languages."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._languages: dict[str, str] = {}
        self.foreign: dict[str, str] = {}

    def segments(self) -> Iterator[tuple[list[Span], str]]:
        """Yield the spans of each segment to read, and the id of its unit."""
        unit, side, hidden = "", "", 0
        spans: list[Span] = []
        for token in tokens(self._text):
            if isinstance(token, Open):
                self._languages_of(token)
                if token.name in ("trans-unit", "unit"):
                    unit = attribute(self._text, token, "id")
                elif token.name in _SIDES and not token.closed:
                    side, spans, hidden = token.name, [], 0
                elif token.name in _HIDDEN and not token.closed:
                    hidden += 1
            elif isinstance(token, Close) and token.name == side:
                if self._wanted(side):
                    yield spans, unit
                side = ""
            elif isinstance(token, Close) and token.name in _HIDDEN:
                hidden = max(0, hidden - 1)
            elif isinstance(token, Text) and side and not hidden:
                spans.extend(spans_of(self._text, token.start, token.end))

    def _languages_of(self, token: Open) -> None:
        for side, names in _LANGUAGES.items():
            for name in names:
                if name in token.attributes:
                    self._languages[side] = attribute(self._text, token, name)

    def _wanted(self, side: str) -> bool:
        language = self._languages.get(side, "")
        if is_english(language):
            return True
        self.foreign[side] = language
        return False
