"""Catalogues of gettext: the strings in English, be they the source or the translation.

Source: the GNU gettext manual, "The Format of PO Files".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimlint.document import Problem, ProblemCode
from claimlint.readers.interface import Item, Source
from claimlint.readers.strings.entry import Strings, is_english
from claimlint.readers.text.decoding import text_of
from claimlint.readers.text.places import SourceText, Span, spans_of
from claimlint.regex import regex

_LINE = regex(
    r"^[ \t]*(?:(?P<word>msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)[ \t]+)?"
    r'"(?P<text>(?:[^"\\\r\n]|\\.)*)"[ \t\r]*$',
    re.MULTILINE,
)
_LANGUAGE = regex(r"^Language:[ \t]*([A-Za-z_-]*)", re.MULTILINE)
_ESCAPE = regex(r"\\(?:[0-7]{1,3}|x[0-9a-fA-F]{1,2}|.)")
_READ = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}


def read(source: Source) -> Iterator[Item]:
    """Yield the source strings, and the translations where the catalogue's language is English.

    Comments, contexts and obsolete entries are not read.

    Raises:
        UnreadableFile: the bytes are no text.
    """
    source_text = yield from text_of(source)
    strings = Strings(SourceText(source_text))
    language = ""
    told: set[str] = set()
    for word, spans in _entries(source_text):
        text = "".join(
            source_text[span.start : span.end] if span.text is None else span.text for span in spans
        )
        if word == "msgid":
            told = {text}
        if word.startswith("msgstr") and "" in told:
            found = _LANGUAGE.search(text)
            language = language or (found[1] if found else "")
            continue
        if word == "msgctxt" or (word.startswith("msgstr") and not is_english(language)):
            continue
        if word.startswith("msgstr") and text in told:
            continue
        yield from strings.passage(spans, word)
    if not is_english(language):
        message = f"the translations are in another language ({language}); only sources are read"
        yield Problem(code=ProblemCode.LANGUAGE, message=message)


def _entries(text: str) -> Iterator[tuple[str, list[Span]]]:
    """Yield the word and the spans of each string; strings on the lines below belong to it."""
    word, spans = "", list[Span]()
    last = 0
    for found in _LINE.finditer(text):
        apart = bool(text[last : found.start()].strip())
        last = found.end()
        if found["word"] or apart:
            if word:
                yield word, spans
            word, spans = found["word"] or "", []
        if word:
            spans.extend(spans_of(text, found.span("text"), _ESCAPE, _meant))
    if word:
        yield word, spans


def _meant(found: re.Match[str]) -> str:
    return _READ.get(found.group()[1:], "\ufffd")
