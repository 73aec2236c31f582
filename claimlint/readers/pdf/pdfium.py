"""Glyphs from pdfium's own interface, one page at a time."""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Callable, Iterator
from math import atan2, degrees, hypot, nan
from typing import TYPE_CHECKING, Any, TypeAlias

from claimlint.readers.pdf.geometry import Sheet
from claimlint.readers.pdf.glyphs import Glyph, Style

if TYPE_CHECKING:
    import pypdfium2

    Page: TypeAlias = pypdfium2.PdfPage

GLYPHS = 200_000
"""No page that a person reads has more."""
BOLD_WEIGHT = 600
FORCE_BOLD = 1 << 18
SYMBOL_FONTS = ("symbol", "wingding", "webding", "dingbat", "awesome")
BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")
HYPHENS = (2, 0xFFFE)
"""What pdfium puts in the place of a hyphen at the end of a line."""
FAR = 1e5
LARGEST = 5_000.0
TALL = 3.0
"""A glyph taller than this many sizes comes from a font with measures of its own."""
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


def count_of(textpage: Any) -> int:
    """Return how many characters the page has."""
    import pypdfium2.raw as raw

    return int(raw.FPDFText_CountChars(textpage.raw))


def characters_of(textpage: Any) -> str | None:
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


def glyphs_of(textpage: Any, first: int = 0, last: int = GLYPHS) -> Iterator[Glyph]:
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
    """What pdfium says of single characters of a page.

    It is asked for each letter: prototypes that take plain numbers and keep the lock cost half.
    """

    def __init__(self, textpage: Any) -> None:
        import pypdfium2.raw as raw

        self.raw, self.handle = raw, textpage.raw
        self.page = ctypes.cast(self.handle, ctypes.c_void_p).value
        self.styles = _Styles(raw, self.handle)
        page, number, out = ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p
        self.code = _bound(raw.FPDFText_GetUnicode, ctypes.c_uint, page, number)
        self._made = _bound(raw.FPDFText_IsGenerated, number, page, number)
        self._wrong = _bound(raw.FPDFText_HasUnicodeMapError, number, page, number)
        self._box = _bound(raw.FPDFText_GetLooseCharBox, number, page, number, out)
        self._origin = _bound(raw.FPDFText_GetCharOrigin, number, page, number, out, out)
        self._out = bytearray(_PLACE.size)
        self._at = ctypes.addressof(ctypes.c_char.from_buffer(self._out))

    def place(self, index: int) -> tuple[float, ...]:
        """Return a letter's origin and box: x, y, left, top, right, bottom."""
        self._box(self.page, index, self._at + 16)
        self._origin(self.page, index, self._at, self._at + 8)
        return _PLACE.unpack_from(self._out)

    def ends(self, first: int, last: int) -> tuple[float, float, float]:
        """Return the origin of one letter and the right edge of another: x, y, right."""
        self._box(self.page, last, self._at + 16)
        self._origin(self.page, first, self._at, self._at + 8)
        x, y, _, _, right, _ = _PLACE.unpack_from(self._out)
        return x, y, right

    def made(self, index: int) -> bool:
        """Tell whether pdfium put the character in, because it saw a gap."""
        return bool(self._made(self.page, index))

    def unmapped(self, index: int) -> bool:
        """Tell whether the font does not say which character it is."""
        return self._wrong(self.page, index) == 1


def _bound(function: Any, *kinds: Any) -> Callable[..., int]:
    address = ctypes.cast(function, ctypes.c_void_p).value
    call: Callable[..., int] = ctypes.PYFUNCTYPE(*kinds)(address or 0)
    return call


class _Styles:
    """Styles of characters, looked up once for each text object of the page."""

    def __init__(self, raw: Any, handle: Any) -> None:
        self._raw, self._handle = raw, handle
        self._page = ctypes.cast(handle, ctypes.c_void_p).value
        # A prototype of our own gives a plain number, which can be a key, and keeps the lock.
        prototype = ctypes.PYFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
        address = ctypes.cast(raw.FPDFText_GetTextObject, ctypes.c_void_p).value
        self._object_of: Callable[[int | None, int], int | None] = prototype(address or 0)
        self._known: dict[int, Style] = {}
        self._address: int | None = None
        self.last = Style(1.0)

    def object_of(self, index: int) -> int | None:
        """Return the address of the text object that the character stands in."""
        return self._object_of(self._page, index)

    def of(self, index: int) -> Style:
        """Return the style of the character at `index`."""
        address = self.object_of(index)
        if address != self._address or address is None:
            self._address = address
            style = self._known.get(address or 0)
            if style is None:
                style = _style(self._raw, self._handle, index, address or 0)
                self._known[address or 0] = style
            self.last = style
        return self.last


def _character(raw: Any, handle: Any, index: int, code: int) -> tuple[str, bool]:
    if 32 < code < 127:
        return chr(code), False
    if code in HYPHENS and raw.FPDFText_IsHyphen(handle, index) == 1:
        return "-", False
    strange = code < 32 or 127 <= code < 160 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF
    if strange or code in (0xFFFD, 0xFFFE, 0xFFFF):
        return "\ufffd", True
    private = 0xE000 <= code <= 0xF8FF
    return chr(code), private or raw.FPDFText_HasUnicodeMapError(handle, index) == 1


def _style(raw: Any, handle: Any, index: int, address: int) -> Style:
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(handle, index, matrix)
    size = _size(raw, handle, index, hypot(matrix.c, matrix.d))
    angle = degrees(atan2(matrix.b, matrix.a))
    quarter = 90.0 * round(angle / 90)
    name, flags = _font(raw, handle, index)
    weight = raw.FPDFText_GetFontWeight(handle, index)
    item = raw.FPDFText_GetTextObject(handle, index)
    mode = raw.FPDFTextObj_GetTextRenderMode(item) if item else 0
    return Style(
        size=size,
        angle=(quarter if abs(angle - quarter) < 3 else float(round(angle))) % 360,
        bold=weight >= BOLD_WEIGHT
        or bool(flags & FORCE_BOLD)
        or any(word in name for word in BOLD_NAMES)
        or mode == raw.FPDF_TEXTRENDERMODE_FILL_STROKE,
        symbol=any(word in name for word in SYMBOL_FONTS),
        mode=mode,
        fill=_fill(raw, handle, index),
        item=address,
    )


def _size(raw: Any, handle: Any, index: int, scale: float) -> float:
    """Return the size as displayed, by the height of the glyph where the font's own misleads."""
    size = abs(raw.FPDFText_GetFontSize(handle, index) * scale)
    rect = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(handle, index, rect)
    height = min(rect.top - rect.bottom, rect.right - rect.left)
    if height > TALL * size:
        size = height
    return min(max(size, 0.1), LARGEST) if size == size else 0.1


def _font(raw: Any, handle: Any, index: int) -> tuple[str, int]:
    buffer, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    raw.FPDFText_GetFontInfo(handle, index, buffer, 128, flags)
    return buffer.value.decode("utf-8", "replace").lower(), flags.value


def _fill(raw: Any, handle: Any, index: int) -> tuple[int, int, int, int]:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not raw.FPDFText_GetFillColor(handle, index, *parts):
        return (0, 0, 0, 255)
    red, green, blue, alpha = (part.value for part in parts)
    return red, green, blue, alpha
