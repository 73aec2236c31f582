"""How the characters of a page look, told once for each text object."""

from __future__ import annotations

import struct
from ctypes import c_ulong, c_void_p
from math import atan2, degrees, hypot
from typing import NamedTuple

from claimlint.readers.pdf.engines.pdfium_calls import Out, call
from claimlint.readers.pdf.glyphs import Style

_BOLD_WEIGHT = 600
_FORCE_BOLD = 1 << 18
SYMBOL_FONTS = ("symbol", "wingding", "webding", "dingbat", "awesome")
BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")
LARGEST = 5_000.0
_TALL = 3.0
"""A glyph taller than this many sizes comes from a font with measures of its own."""
_BLACK = (0, 0, 0, 255)
_FILL_STROKE = 2
_LOOK = struct.Struct("=6f4f4I")
"""A matrix, a box (left, top, right, bottom) and a colour, as pdfium writes them."""
_BOX, _RED = 24, 40
_NAME = 128
_FONT = struct.Struct(f"={_NAME}si")


class _Font(NamedTuple):
    bold: bool
    symbol: bool


class Styles:
    """Styles of the characters of a page, looked up once for each of its text objects."""

    def __init__(self, page: c_void_p) -> None:
        self._page = page
        self._object_of = call("FPDFText_GetTextObject")
        self._matrix = call("FPDFText_GetMatrix")
        self._box = call("FPDFText_GetLooseCharBox")
        self._colour = call("FPDFText_GetFillColor")
        self._size = call("FPDFText_GetFontSize")
        self._mode = call("FPDFTextObj_GetTextRenderMode")
        self._font_of = call("FPDFTextObj_GetFont")
        self._out = out = Out(max(_LOOK.size, _FONT.size))
        self._at = out.at(0), out.at(_BOX), tuple(map(out.at, range(_RED, _LOOK.size, 4)))
        self._fonts: dict[int, _Font] = {}
        self._known: dict[int, Style] = {}
        self._address: int | None = None
        self.last = Style(1.0)

    def object_of(self, index: int) -> int | None:
        """Return the address of the text object that the character stands in."""
        address: int | None = self._object_of(self._page, index)
        return address

    def of_all(self, first: int, last: int) -> Style | None:
        """Return the style of the characters from `first` to `last`; None if of several objects.

        An object that holds both of them holds all between them.
        """
        address = self.object_of(first)
        if first != last and address != self.object_of(last):
            return None
        return self._style_at(first, address)

    def of(self, index: int) -> Style:
        """Return the style of the character at `index`."""
        return self._style_at(index, self.object_of(index))

    def _style_at(self, index: int, address: int | None) -> Style:
        if address != self._address or address is None:
            self._address = address
            style = self._known.get(address or 0)
            if style is None:
                style = self._known[address or 0] = self._style(index, address or 0)
            self.last = style
        return self.last

    def _style(self, index: int, address: int) -> Style:
        page, (matrix, box, colour) = self._page, self._at
        self._out.clear()
        self._matrix(page, index, matrix)
        self._box(page, index, box)
        filled = self._colour(page, index, *colour)
        a, b, c, d, _, _, left, top, right, bottom, *fill = _LOOK.unpack_from(self._out.data)
        size = abs(self._size(page, index) * hypot(c, d))
        font = self._font(index, address)
        mode = self._mode(c_void_p(address)) if address else 0
        return Style(
            size=_bounded(size, min(top - bottom, right - left)),
            angle=angle_of(a, b),
            bold=font.bold or mode == _FILL_STROKE,
            symbol=font.symbol,
            mode=mode,
            fill=(fill[0], fill[1], fill[2], fill[3]) if filled else _BLACK,
            item=address,
        )

    def _font(self, index: int, address: int) -> _Font:
        """Return what the font of a character says, asked once a page."""
        handle = self._font_of(c_void_p(address)) if address else None
        font = self._fonts.get(handle or 0)
        if font is None or not handle:
            font = self._fonts[handle or 0] = self._described(index)
        return font

    def _described(self, index: int) -> _Font:
        self._out.clear()
        name, flags = self._out.at(0), self._out.at(_NAME)
        call("FPDFText_GetFontInfo")(self._page, index, name, c_ulong(_NAME), flags)
        weight = call("FPDFText_GetFontWeight")(self._page, index)
        raw, bits = _FONT.unpack_from(self._out.data)
        called = raw.partition(b"\0")[0].decode("utf-8", "replace").lower()
        return _Font(
            bold=weight >= _BOLD_WEIGHT
            or bool(bits & _FORCE_BOLD)
            or any(word in called for word in BOLD_NAMES),
            symbol=any(word in called for word in SYMBOL_FONTS),
        )


def angle_of(a: float, b: float) -> float:
    """Return the angle of text under a matrix that opens with `a` and `b`, in whole degrees."""
    angle = degrees(atan2(b, a))
    quarter = 90.0 * round(angle / 90)
    return (quarter if abs(angle - quarter) < 3 else float(round(angle))) % 360


def _bounded(size: float, height: float) -> float:
    """Return the size as displayed, by the height of the glyph where the font's own misleads."""
    if height > _TALL * size:
        size = height
    return min(max(size, 0.1), LARGEST) if size == size else 0.1
