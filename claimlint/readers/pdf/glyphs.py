"""Glyphs and words: what both PDF libraries are brought to before any layout."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from claimlint.values.boxes import Box


class Style(NamedTuple):
    """How a run of glyphs looks; `angle` counts degrees against the clock, in PDF coordinates.

    `item` is the address of its object in the page, 0 where unknown.
    """

    size: float
    angle: float = 0.0
    bold: bool = False
    symbol: bool = False
    mode: int = 0
    fill: tuple[int, int, int, int] = (0, 0, 0, 255)
    item: int = 0


class Glyph(NamedTuple):
    """One character, its box and its origin on the base line, in PDF coordinates (y upwards).

    A space has no style of its own to speak of; `made` says that no space stands in the file and
    that the library saw a gap. `unmapped` says that the font does not tell which character it is.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    x: float
    y: float
    style: Style
    made: bool = False
    unmapped: bool = False


class Word(NamedTuple):
    """Glyphs without a gap. `box` is as displayed, `x0` to `bottom` in the frame of its direction.

    In that frame text runs from left to right and lines from top to bottom; for upright text it is
    the page as displayed. `base` is the base line there. `spaced` says that a space follows.
    """

    text: str
    box: Box
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    style: Style
    turn: int
    spaced: bool
    unmapped: int = 0

    def home(self, boxes: Iterable[Box]) -> Box | None:
        """Return the first of the boxes in which the middle of the word lies."""
        x, y = (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2
        for box in boxes:
            if box[0] <= x <= box[2] and box[1] <= y <= box[3]:
                return box
        return None
