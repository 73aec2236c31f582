"""The second reader: pages as pdfplumber sees them, where pdfium fails."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from claimlint.readers.pdf.drawn.drawing import RULES, Area, Drawing
from claimlint.readers.pdf.engines.pdfium import GLYPHS
from claimlint.readers.pdf.engines.styles import BOLD_NAMES, SYMBOL_FONTS, angle_of
from claimlint.readers.pdf.geometry import Sheet
from claimlint.readers.pdf.glyphs import Glyph, Style
from claimlint.readers.pdf.layout.page_content import PageContent, content_of
from claimlint.readers.pdf.words.words import words_of
from claimlint.values.boxes import Box

if TYPE_CHECKING:
    from pdfplumber.page import Page

_Thing: TypeAlias = Mapping[str, Any]
"""A letter, picture or edge as pdfplumber hands it out."""


def plumbed_content(page: Page, number: int) -> PageContent:
    """Return a page that pdfplumber opened; rotation is already applied, the crop box is not."""
    sheet = Sheet(
        number=number, left=0.0, bottom=0.0, right=float(page.width), top=float(page.height)
    )
    content = content_of(words_of(_glyphs(page.chars), sheet), sheet, _drawing(page))
    page.close()
    return content


def _glyphs(characters: Sequence[_Thing]) -> Iterator[Glyph]:
    styles: dict[tuple[object, ...], Style] = {}
    for character in characters[:GLYPHS]:
        text = character["text"]
        unmapped = text.startswith("(cid:") or not text
        box = (character["x0"], character["y0"], character["x1"], character["y1"])
        matrix = character["matrix"]
        key = (character["fontname"], round(character["size"], 2), matrix[:4])
        style = styles.setdefault(key, _style(character, matrix))
        if text.isspace():
            text = " "
        elif unmapped:
            text = "\ufffd"
        yield Glyph(text, *box, matrix[4], matrix[5], style, False, unmapped)


def _style(character: _Thing, matrix: Sequence[float]) -> Style:
    name = str(character["fontname"]).lower()
    return Style(
        size=max(0.1, float(character["size"])),
        angle=angle_of(matrix[0], matrix[1]),
        bold=any(word in name for word in BOLD_NAMES),
        symbol=any(word in name for word in SYMBOL_FONTS),
    )


def _drawing(page: Page) -> Drawing:
    pictures = [Area(_box(image), 0, None, False, True) for image in page.images]
    rules = [_box(edge) for edge in page.edges[: RULES + 1]]
    return Drawing(rules=rules, areas=pictures, paths=len(page.curves), curves=len(page.curves))


def _box(thing: _Thing) -> Box:
    return (float(thing["x0"]), float(thing["top"]), float(thing["x1"]), float(thing["bottom"]))
