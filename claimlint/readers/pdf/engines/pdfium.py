"""Glyphs from pdfium's own interface, one page at a time."""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Iterator, Sequence
from math import nan
from string import ascii_letters

import pypdfium2.raw as raw
from pypdfium2 import PdfPage, PdfTextPage

from claimlint.readers.pdf.engines.pdfium_calls import Out, call, pointer
from claimlint.readers.pdf.engines.styles import Styles
from claimlint.readers.pdf.geometry import Sheet
from claimlint.readers.pdf.glyphs import Glyph
from claimlint.values.boxes import common, straight

GLYPHS = 200_000
"""No page that a person reads has more."""
_HYPHENS = (2, 0xFFFE)
"""What pdfium puts in the place of a hyphen at the end of a line."""
FAR = 1e5
_SWAPPED = (0x5400, 0x6600, 0x7400)
"""T, f and t as Ghostscript 10.0 opens ligatures with them: it names "fi" U+6600 U+6900."""
_SUMS = {0xCF00: "fi", 0xD200: "fl"}
"""What it makes of the last two letters of "ffi" and "ffl"."""
_SPACES = frozenset((9, 10, 13, 32, 160))
WRITTEN = frozenset((32, 160))
_MANY_WORDS = 16
"""A line seldom has more."""
_ORIGIN, _BOX = struct.Struct("=2d"), struct.Struct("=4f")
"""A letter's origin, and its box (left, top, right, bottom), as pdfium writes them."""


def sheet_of(page: PdfPage, number: int, label: str | None) -> Sheet:
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


def _visible(page: PdfPage) -> tuple[float, float, float, float]:
    """Return the part of the media box that the crop box leaves."""
    media = straight(page.get_mediabox())
    box = common(media, straight(page.get_cropbox()))
    return box if box[0] < box[2] and box[1] < box[3] else media


def count_of(textpage: PdfTextPage) -> int:
    """Return how many characters the page has."""
    return int(raw.FPDFText_CountChars(textpage.raw))


def characters_of(textpage: PdfTextPage) -> str | None:
    """Return the text of a page, one character for each that `glyphs_of` tells, else None."""
    count = count_of(textpage)
    if not 0 < count <= GLYPHS:
        return None
    buffer = (ctypes.c_ushort * (count + 1))()
    if raw.FPDFText_GetText(textpage.raw, 0, count, buffer) != count + 1:
        return None
    text = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
    return text if len(text) == count else None


def glyphs_of(letters: Letters, first: int = 0, last: int = GLYPHS) -> Iterator[Glyph]:
    """Yield the glyphs of a page in the order of the file, at most `GLYPHS` of them.

    pdfium takes ligatures apart, leaves out letters that are painted twice, and puts in spaces
    where it sees a gap. `first` and `last` (excluded) bound them.
    """
    page, styles = letters.page, letters.styles
    style_of, place_of, letter_of = styles.of, letters.place, letters.code
    origin = corner = (nan, nan)
    for index in range(first, min(letters.count, last)):
        code = letter_of(page, index)
        if code in _SPACES:
            made = code not in WRITTEN or letters.made(index)
            yield Glyph(" ", 0, 0, 0, 0, 0, 0, styles.last, made)
            continue
        style = style_of(index)
        x, y, left, top, right, bottom = place_of(index)
        if 32 < code < 127:
            text, unmapped = chr(code), False
        else:
            text, unmapped = _character(letters, index, code)
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
        self.page = pointer(textpage.raw)
        self.count = count_of(textpage)
        self.code = call("FPDFText_GetUnicode")
        self._made = call("FPDFText_IsGenerated")
        self._wrong = call("FPDFText_HasUnicodeMapError")
        self._hyphen = call("FPDFText_IsHyphen")
        self._box = call("FPDFText_GetLooseCharBox")
        self._origin = call("FPDFText_GetCharOrigin")
        self._one = self._words = _Places(1)
        self.styles = Styles(self.page)

    def place(self, index: int) -> tuple[float, ...]:
        """Return a letter's origin and box: x, y, left, top, right, bottom."""
        ((x, y, box),) = self._one.pointers
        self._box(self.page, index, box)
        self._origin(self.page, index, x, y)
        return (*_ORIGIN.unpack(self._one.origins), *_BOX.unpack(self._one.boxes))

    def ends(self, first: int, last: int) -> tuple[float, float, float]:
        """Return the origin of one letter and the right edge of another: x, y, right."""
        ((x, y, box),) = self._one.pointers
        self._box(self.page, last, box)
        self._origin(self.page, first, x, y)
        x, y = _ORIGIN.unpack(self._one.origins)
        return x, y, _BOX.unpack(self._one.boxes)[2]

    def ends_of(
        self, words: Sequence[str], first: int
    ) -> tuple[list[float], list[float], list[float]] | None:
        """Return where words with one space between them stand, from character `first` on.

        Told are x and y of each one's first letter, and the right edge of its last. None where
        pdfium put one of the spaces in.
        """
        page, box, origin, made = self.page, self._box, self._origin, self._made
        if len(words) > self._words.room:
            self._words = _Places(max(_MANY_WORDS, 2 * len(words)))
        at = first
        for word, (x, y, edges) in zip(words, self._words.pointers, strict=False):
            if at > first and made(page, at - 1):
                return None
            origin(page, at, x, y)
            at += len(word)
            box(page, at - 1, edges)
            at += 1
        return self._words.told(len(words))

    def made(self, index: int) -> bool:
        """Tell whether pdfium put the character in, because it saw a gap."""
        return bool(self._made(self.page, index))

    def hyphen(self, index: int) -> bool:
        """Tell whether the character stands for a hyphen at the end of a line."""
        return bool(self._hyphen(self.page, index) == 1)

    def unmapped(self, index: int) -> bool:
        """Tell whether the font does not say which character it is."""
        return bool(self._wrong(self.page, index) == 1)


class _Places:
    """Room for the origins of letters and for the boxes of letters, one each a word."""

    def __init__(self, room: int) -> None:
        self.room = room
        origins, boxes = Out(room * _ORIGIN.size), Out(room * _BOX.size)
        self.origins, self.boxes = origins.data, boxes.data
        self._places: memoryview[float] = memoryview(origins.data).cast("d")
        self._sides: memoryview[float] = memoryview(boxes.data).cast("f")
        self.pointers = tuple(
            (origins.at(place), origins.at(place + 8), boxes.at(place))
            for place in range(0, len(origins.data), _ORIGIN.size)
        )

    def told(self, count: int) -> tuple[list[float], list[float], list[float]]:
        """Return x and y of the first origins, and the right edges of the first boxes."""
        xs, ys = self._places[0 : 2 * count : 2], self._places[1 : 2 * count : 2]
        return list(xs), list(ys), list(self._sides[2 : 4 * count : 4])


def _swapped(letters: Letters, index: int, code: int) -> str | None:
    """Return what a letter of a ligature is whose two bytes a program swapped, or None."""
    before = letters.code(letters.page, index - 1) if index else 0
    after = letters.code(letters.page, index + 1) if index + 1 < letters.count else 0
    following = code if before in _SWAPPED else after if code in _SWAPPED else 0
    if following & 0xFF or not (following in _SUMS or chr(following >> 8) in ascii_letters):
        return None
    return _SUMS.get(code) or chr(code >> 8)


def _character(letters: Letters, index: int, code: int) -> tuple[str, bool]:
    """Return a letter beyond ASCII, and whether the font does not say which one it is."""
    if code in _HYPHENS and letters.hyphen(index):
        return "-", False
    strange = code < 32 or 127 <= code < 160 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF
    if strange or code in (0xFFFD, 0xFFFE, 0xFFFF):
        return "\ufffd", True
    if not code & 0xFF and (meant := _swapped(letters, index, code)) is not None:
        return meant, False
    private = 0xE000 <= code <= 0xF8FF
    return chr(code), private or letters.unmapped(index)
