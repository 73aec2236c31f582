"""Paragraphs become passages: text, pieces with boxes, role, size and place."""

from __future__ import annotations

from dataclasses import dataclass

from claimlint.document import Location, Part, Passage, Piece, Role, TableCell, hull
from claimlint.readers.pdf.geometry import Sheet
from claimlint.readers.pdf.lines import Line, text_of
from claimlint.readers.pdf.paragraphs import Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where on the page a passage stands, beyond its boxes."""

    part: Part = Part.BODY
    suffix: str = ""
    hidden: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What the typography of a paragraph says."""

    role: Role = Role.PARAGRAPH
    level: int = 0
    size: float | None = None
    number: str | None = None
    notes: tuple[str, ...] = ()
    note_id: str | None = None


def passage_of(
    paragraph: Paragraph,
    sheet: Sheet,
    place: Place,
    look: Look,
    cell: TableCell | None = None,
) -> Passage:
    """Return the passage of a paragraph; its `order` holds the page only."""
    text, pieces = _text(paragraph.lines, skip=_marker(paragraph, look))
    boxes = tuple(piece.box for piece in pieces if piece.box is not None)
    return Passage(
        text=text,
        location=Location(
            label=sheet.name + place.suffix,
            order=(sheet.number,),
            page=sheet.number,
            bbox=hull(boxes) if boxes else None,
            part=place.part,
            hidden=place.hidden,
            anchor=sheet.anchor,
        ),
        role=look.role,
        level=look.level,
        size=look.size,
        pieces=pieces,
        cell=cell,
        notes=look.notes,
        note_id=look.note_id,
        number=look.number,
    )


def _marker(paragraph: Paragraph, look: Look) -> int:
    """Return how many words of the first line are a drawn bullet, which is no text."""
    drawn = paragraph.bullet is not None and len(paragraph.bullet) == 1
    return 1 if drawn and look.role is Role.BULLET else 0


def _text(lines: tuple[Line, ...], skip: int) -> tuple[str, tuple[Piece, ...]]:
    text, pieces = "", []
    for number, line in enumerate(lines):
        part, starts = text_of(line)
        words = list(zip(line.words, starts, strict=True))
        cut = 0
        if number == 0 and skip:
            cut, words = words[skip][1], words[skip:]
            part = part[cut:]
        if text:
            text += "\n"
        offset = len(text) - cut
        text += part
        pieces += [
            Piece(offset + start, offset + start + len(word.text), box=word.box)
            for word, start in words
        ]
    return text, tuple(pieces)
