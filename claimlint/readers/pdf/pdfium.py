"""Glyphs from pdfium's own interface, one page at a time."""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Iterator, Sequence
from itertools import islice
from math import nan
from typing import TYPE_CHECKING, TypeAlias

from claimlint.readers.pdf.calls import Out, address_of, call
from claimlint.readers.pdf.geometry import Sheet
from claimlint.readers.pdf.glyphs import Glyph
from claimlint.readers.pdf.styles import Styles

if TYPE_CHECKING:
    from types import ModuleType

    import pypdfium2
    from pypdfium2 import PdfTextPage
    from pypdfium2.raw import FPDF_TEXTPAGE

    Page: TypeAlias = pypdfium2.PdfPage

GLYPHS = 200_000
"""No page that a person reads has more."""
HYPHENS = (2, 0xFFFE)
"""What pdfium puts in the place of a hyphen at the end of a line."""
FAR = 1e5
SPACES = frozenset((9, 10, 13, 32, 160))
WRITTEN = frozenset((32, 160))
_PLACE = struct.Struct("=2d4f")
"""A letter's origin and box (left, top, right, bottom), as pdfium writes them."""


def sheet_of(page: Page, number: int, label: str | None) -> Sheet:
    """Return the visible box and rotation of a page."""
    left, bottom, right, top = _visible(page)
    return Sheet(
        number=number,
        left=left,
        bottom=bottom,
        right=right,
        top=top,
        rotation=int(page.get_rotation()) % 360,
        label=label,
    )


def _visible(page: Page) -> tuple[float, float, float, float]:
    """Return the part of the media box that the crop box leaves."""
    media = _straight(page.get_mediabox())
    crop = _straight(page.get_cropbox())
    box = (
        max(media[0], crop[0]),
        max(media[1], crop[1]),
        min(media[2], crop[2]),
        min(media[3], crop[3]),
    )
    return box if box[0] < box[2] and box[1] < box[3] else media


def _straight(
    box: tuple[float, float, float, float],
) -> tuple[float, float, float, float]:
    left, bottom, right, top = box
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def count_of(textpage: PdfTextPage) -> int:
    """Return how many characters the page has."""
    import pypdfium2.raw as raw

    return int(raw.FPDFText_CountChars(textpage.raw))


def characters_of(textpage: PdfTextPage) -> str | None:
    """Return the text of a page, one character for each that `glyphs_of` tells, else None."""
    import pypdfium2.raw as raw

    count = count_of(textpage)
    if not 0 < count <= GLYPHS:
        return None
    buffer = (ctypes.c_ushort * (count + 1))()
    if raw.FPDFText_GetText(textpage.raw, 0, count, buffer) != count + 1:
        return None
    text = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
    return text if len(text) == count else None


def glyphs_of(textpage: PdfTextPage, first: int = 0, last: int = GLYPHS) -> Iterator[Glyph]:
    """Yield the glyphs of a page in the order of the file, at most `GLYPHS` of them.

    pdfium takes ligatures apart, leaves out letters that are painted twice, and puts in spaces
    where it sees a gap. `first` and `last` (excluded) bound them.
    """
    letters = Letters(textpage)
    raw, handle, page = letters.raw, letters.handle, letters.page
    styles = letters.styles
    style_of, place_of = styles.of, letters.place
    letter_of = letters.code
    origin = corner = (nan, nan)
    for index in range(first, min(count_of(textpage), last)):
        code = letter_of(page, index)
        if code in SPACES:
            made = code not in WRITTEN or letters.made(index)
            yield Glyph(" ", 0, 0, 0, 0, 0, 0, styles.last, made)
            continue
        style = style_of(index)
        x, y, left, top, right, bottom = place_of(index)
        if 32 < code < 127:
            text, unmapped = chr(code), False
        else:
            text, unmapped = _character(raw, handle, index, code)
        if not (-FAR < x < FAR and -FAR < y < FAR):
            yield Glyph(text, FAR, FAR, FAR + 1, FAR + 1, FAR, FAR, style, False, unmapped)
            continue
        if (x, y) != origin:
            origin, corner = (x, y), (left, bottom)
        else:
            # Letters that stand in for a drawing (ActualText) share its origin, not their boxes.
            x, y = x + left - corner[0], y + bottom - corner[1]
        yield Glyph(text, left, bottom, right, top, x, y, style, False, unmapped)


class Letters:
    """What pdfium says of single characters of a page."""

    def __init__(self, textpage: PdfTextPage) -> None:
        import pypdfium2.raw as raw

        self.raw, self.handle = raw, textpage.raw
        self.page = address_of(self.handle)
        self.code = call("FPDFText_GetUnicode")
        self._made = call("FPDFText_IsGenerated")
        self._wrong = call("FPDFText_HasUnicodeMapError")
        self._box = call("FPDFText_GetLooseCharBox")
        self._origin = call("FPDFText_GetCharOrigin")
        self._out = Out(_PLACE.size)
        self.styles = Styles(self.page)

    def place(self, index: int) -> tuple[float, ...]:
        """Return a letter's origin and box: x, y, left, top, right, bottom."""
        at = self._out.at
        self._box(self.page, index, at + 16)
        self._origin(self.page, index, at, at + 8)
        return _PLACE.unpack_from(self._out.data)

    def ends(self, first: int, last: int) -> tuple[float, float, float]:
        """Return the origin of one letter and the right edge of another: x, y, right."""
        at = self._out.at
        self._box(self.page, last, at + 16)
        self._origin(self.page, first, at, at + 8)
        x, y, _, _, right, _ = _PLACE.unpack_from(self._out.data)
        return x, y, right

    def ends_of(self, words: Sequence[str], first: int) -> list[tuple[float, ...]] | None:
        """Return the places of words with one space between them, from character `first` on.

        Of each x and y are the origin of its first letter, the box is that of its last. None where
        pdfium put one of the spaces in.
        """
        self._out.grow(len(words) * _PLACE.size)
        page, box, origin, made, at = self.page, self._box, self._origin, self._made, self._out.at
        start = first
        for word in words:
            if first > start and made(page, first - 1):
                return None
            origin(page, first, at, at + 8)
            first += len(word)
            box(page, first - 1, at + 16)
            first, at = first + 1, at + _PLACE.size
        return list(islice(_PLACE.iter_unpack(self._out.data), len(words)))

    def made(self, index: int) -> bool:
        """Tell whether pdfium put the character in, because it saw a gap."""
        return bool(self._made(self.page, index))

    def unmapped(self, index: int) -> bool:
        """Tell whether the font does not say which character it is."""
        return bool(self._wrong(self.page, index) == 1)


def _character(raw: ModuleType, handle: FPDF_TEXTPAGE, index: int, code: int) -> tuple[str, bool]:
    if 32 < code < 127:
        return chr(code), False
    if code in HYPHENS and raw.FPDFText_IsHyphen(handle, index) == 1:
        return "-", False
    strange = code < 32 or 127 <= code < 160 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF
    if strange or code in (0xFFFD, 0xFFFE, 0xFFFF):
        return "\ufffd", True
    private = 0xE000 <= code <= 0xF8FF
    return chr(code), private or raw.FPDFText_HasUnicodeMapError(handle, index) == 1
