"""Footnotes: markers in the text, and the small print that explains them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimlint.readers.pdf.glyphs import Word
from claimlint.readers.pdf.layout.lines import Line
from claimlint.readers.text.notes import FIGURES, LEVEL, MARKER, MARKS, RAISED, SIGNS
from claimlint.regex import regex

UNITS = frozenset(("m", "cm", "mm", "km", "ft", "in", "mi", "R", "r", "x", "e", "CO", "10"))
"""What a raised figure makes a power or a formula of, not a note."""
SMALL = 0.92
"""Small print is at most this large, relative to the body."""

_MARKER = regex(MARKER)
_LETTER = rf"[^\W\d_{FIGURES}]"
_IN_TEXT = regex(
    r"(?<=[\w.,;:!?%)’”\"])(?P<sign>[*†‡]{1,3})(?=[\s,;:)!?]|\.?\Z|\.\s)"
    rf"|(?P<before>(?<!{_LETTER}){_LETTER}+|(?<!\d)\d+|[^\s\w])"
    rf"(?P<digits>[{FIGURES}]{{1,2}}(?:,[{FIGURES}]{{1,2}})*)"
    r"|(?<=\S)\s?\[(?P<bracket>\d{1,2})\]"
)


def raised(word: Word, line: Line) -> bool:
    """Tell whether a word is a superscript figure or sign of its line."""
    if word.style.size > 0.85 * line.size or line.base - word.base < 0.12 * line.size:
        return False
    return all(letter.isdigit() or letter in SIGNS + "," for letter in word.text)


def text_of_word(word: Word, line: Line) -> str:
    """Return the text of a word, a superscript figure with the characters made for it.

    As a plain figure it would change the number before it: "99.2" and a raised "1" are not 99.21.
    """
    return word.text.translate(RAISED) if raised(word, line) else word.text


def notes_in(text: str) -> tuple[str, ...]:
    """Return the footnote markers that stand in `text`, in order, raised figures as plain ones."""
    if MARKS.isdisjoint(text):
        return ()
    if "**" in text:
        text = text.replace("**", "  ")
    return tuple(_markers(text))


def _markers(text: str) -> Iterator[str]:
    for match in _IN_TEXT.finditer(text):
        if match["digits"]:
            if match["before"] not in UNITS:
                yield from match["digits"].translate(LEVEL).split(",")
        else:
            yield match["sign"] or match["bracket"]


def note_id_of(lines: Sequence[Line]) -> str | None:
    """Return the marker that a paragraph opens with, if it opens with one."""
    first = lines[0].words[0]
    match = _MARKER.match(text_of_word(first, lines[0]))
    if match is None:
        return None
    alone = match.end() == len(first.text)
    if alone and len(lines[0].words) == 1 and len(lines) == 1:
        return None
    return match[0].translate(LEVEL).strip("[]")
