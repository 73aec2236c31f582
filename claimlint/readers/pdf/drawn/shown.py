"""What a page looks like where a word stands, for what the file says of its objects is not all."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from pypdfium2 import PdfiumError, PdfPage

from claimlint.readers.pdf.drawn.drawing import Colour
from claimlint.readers.pdf.geometry import Sheet
from claimlint.values.boxes import Box

_PIXELS = 2_000_000
_ALIKE = 24
"""Colours that differ by no more than this in each part are one ground."""
_SOME, _MOST = 3, 4
"""Of six places around a word; a letter may touch its corner."""
_INK = 60
_LOOKS = 60
"""About so many places across and down a word are looked at."""
_SHARE = 0.03
"""Letters cover at least this share of the box around them."""


class _Picture(NamedTuple):
    data: bytes
    width: int
    height: int
    stride: int
    channels: int


class Shown:
    """A page as it is displayed; it is painted, small, when somebody asks for the first time."""

    def __init__(self, page: PdfPage, sheet: Sheet) -> None:
        self._page, self._sheet = page, sheet

    def looks(self, box: Box, colour: Colour) -> bool:
        """Tell whether the ground around a word has that colour, or may have it."""
        return sum(_alike(colour, other) for other in self._around(box)) >= _SOME

    def ink(self, box: Box) -> bool:
        """Tell whether something is painted where a word stands, on an even ground."""
        around = self._around(box)
        ground = max(around, key=lambda one: sum(_alike(one, other) for other in around))
        if sum(_alike(ground, other) for other in around) < _MOST:
            return False
        left, top, right, bottom = self._place(box)
        across, down = max(1, (right - left) // _LOOKS), max(1, (bottom - top) // _LOOKS)
        places = [
            (x, y) for x in range(left, right + 1, across) for y in range(top, bottom + 1, down)
        ]
        inked = sum(_differ(ground, self._colour(x, y)) > _INK for x, y in places)
        return inked >= _SHARE * len(places)

    def _around(self, box: Box) -> list[Colour]:
        """Return the colours at the corners of a word and before and behind it."""
        left, top, right, bottom = self._place(box)
        before, behind = max(left - 1, 0), min(right + 1, self._picture.width - 1)
        middle = (top + bottom) // 2
        corners = [(x, y) for x in (left, right) for y in (top, bottom)]
        return [self._colour(x, y) for x, y in (*corners, (before, middle), (behind, middle))]

    @cached_property
    def _scale(self) -> float:
        area = self._sheet.width * self._sheet.height
        return float(min(1.0, (_PIXELS / area) ** 0.5)) if area > 0 else 1.0

    @cached_property
    def _picture(self) -> _Picture:
        try:
            bitmap = self._page.render(scale=self._scale, may_draw_forms=False, draw_annots=False)
        except PdfiumError:
            return _Picture(b"\xff\xff\xff", 1, 1, 3, 3)
        shape = (bitmap.width, bitmap.height, bitmap.stride, bitmap.n_channels)
        found = _Picture(bytes(bitmap.buffer), *shape)
        bitmap.close()
        return found

    def _place(self, box: Box) -> tuple[int, int, int, int]:
        """Return the box in pixels."""
        left, top, right, bottom = (round(side * self._scale) for side in box)
        across, down = self._picture.width - 1, self._picture.height - 1
        return (
            min(max(left, 0), across),
            min(max(top, 0), down),
            min(max(right, 0), across),
            min(max(bottom, 0), down),
        )

    def _colour(self, x: int, y: int) -> Colour:
        picture = self._picture
        at = y * picture.stride + x * picture.channels
        blue, green, red = picture.data[at : at + 3]
        return red, green, blue


def _alike(one: Colour, other: Colour) -> bool:
    return _differ(one, other) <= _ALIKE


def _differ(one: Colour, other: Colour) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))
