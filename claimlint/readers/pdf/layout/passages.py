"""Paragraphs become passages: text, pieces with boxes, role, size and place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct

from claimlint.document import Location, Part, Passage, Role, TableCell
from claimlint.readers.pdf.geometry import Sheet, median
from claimlint.readers.pdf.glyphs import Word
from claimlint.readers.pdf.layout.lines import Line, glued
from claimlint.readers.pdf.layout.notes import notes_in, text_of_word
from claimlint.readers.pdf.layout.paragraphs import Paragraph
from claimlint.readers.pdf.layout.roles import Look
from claimlint.readers.pdf.words.packed import Packed
from claimlint.values.boxes import Box, hull
from claimlint.values.pieces import Boxed

_SPELT, _WIDER = 4, 1.6
"""So many letters with spaces between them are words; a gap so much wider than usual parts two."""
SAID = {
    Part.HEADER: ", header",
    Part.FOOTER: ", footer",
    Part.FOOTNOTE: ", footnote",
    Part.OCR: ", text in a picture",
}


class Place(Struct, frozen=True, kw_only=True, dict=True):
    """Where on the page a passage stands, beyond its boxes."""

    sheet: Sheet
    part: Part = Part.BODY
    cell: TableCell | None = None
    hidden: str | None = None

    @cached_property
    def label(self) -> str:
        """What a person says: "page 12, table 1, row 2"."""
        if self.cell is not None:
            return f"{self.sheet.name}, table {self.cell.table}, row {self.cell.row}"
        return self.sheet.name + SAID.get(self.part, "")


class Draft(NamedTuple):
    """A paragraph on its way to a passage."""

    paragraph: Paragraph
    place: Place
    look: Look


def passage_of(draft: Draft, index: int) -> Passage:
    """Return the passage of a paragraph; `index` counts those of its page."""
    paragraph, place, look = draft
    text, pieces, whole = text_of(paragraph.lines, skip=_marker(paragraph, look))
    return Passage(
        text=text,
        location=Location(
            label=place.label,
            order=(place.sheet.number, index),
            page=place.sheet.number,
            bbox=whole,
            part=place.part,
            cell=f"R{place.cell.row}C{place.cell.column}" if place.cell else None,
            hidden=place.hidden,
            anchor=place.sheet.anchor,
        ),
        role=look.role,
        level=look.level,
        size=look.size,
        pieces=pieces,
        cell=place.cell,
        notes=() if look.note_id else notes_in(text),
        note_id=look.note_id,
        number=look.number,
    )


def _marker(paragraph: Paragraph, look: Look) -> int:
    """Return how many words of the first line are a drawn bullet, which is no text."""
    drawn = paragraph.bullet is not None and len(paragraph.bullet) == 1
    return 1 if drawn and look.role is Role.BULLET else 0


def text_of(lines: tuple[Line, ...], skip: int = 0) -> tuple[str, Boxed, Box]:
    """Return the text of lines, broken where they end, its words with their boxes, and the hull.

    `skip` words of the first line are left out.
    """
    parts: list[str] = []
    flat: list[int] = []
    boxes: list[Box] = []
    length = 0
    for number, line in enumerate(lines):
        words = line.words[skip:] if skip and not number else line.words
        if isinstance(words, Packed) and words.characters > len(words):
            text, placed = words.text, words.flat(length)
            boxes.append(words.box)
        else:
            text, placed = _text_of_words(tuple(words), line, length)
            boxes += (word.box for word in words)
        parts.append(text)
        flat += placed
        length += len(text) + 1
    return "\n".join(parts), Boxed.packed(flat), hull(boxes)


def _text_of_words(words: Sequence[Word], line: Line, start: int) -> tuple[str, list[int]]:
    """Return the text of words, and the words as `Boxed` holds them."""
    text = ""
    flat: list[int] = []
    before: Word | None = None
    wide = _wide_gap(words)
    for word in words:
        if before is not None and not glued(before, word):
            text += "  " if word.x0 - before.x1 > wide else " "
        at = start + len(text)
        text += text_of_word(word, line)
        left, top, right, bottom = (round(100 * side) for side in word.box)
        flat += (at, 1, top, bottom, left, right, start + len(text) - at)
        before = word
    return text, flat


def _wide_gap(words: Sequence[Word]) -> float:
    """Return how wide a gap parts words whose letters are spaced out ("N O   H U M A N S")."""
    if len(words) < _SPELT or any(len(word.text) > 1 for word in words):
        return float("inf")
    return _WIDER * median(right.x0 - left.x1 for left, right in pairwise(words))


def letters(text: str) -> str:
    """Return the letters and figures of a text in lower case, by which two spellings are one."""
    return "".join(char for char in text.lower() if char.isalnum())
