"""Which words a person would not see, and why."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from msgspec import Struct, field

from claimlint.boxes import Box
from claimlint.readers.pdf.drawing import Area, Colour, Drawing
from claimlint.readers.pdf.geometry import Sheet
from claimlint.readers.pdf.glyphs import Style, Word
from claimlint.readers.pdf.packed import Packed, Stretch, words_in

INVISIBLE = 3
"""The text rendering mode that paints nothing."""
STROKED = (1, 5)
CLIPPING = 7
TINY = 2.5
NEAR = 12
"""Colours that differ by no more than this in each part look the same."""
PAGE_SIZE = 0.6
"""A picture that covers this share of the page is a scan."""
WHITE: Colour = (255, 255, 255)


AREAS = 300
"""Of the painted areas of a page the largest are looked at."""


class Sight(Struct, frozen=True):
    """What hides words on one page.

    `unseen` are the objects on hidden layers; `scan` says that the page is a picture of its text.
    """

    sheet: Sheet
    order: Mapping[int, int]
    areas: tuple[Area, ...]
    unseen: frozenset[int] = frozenset()
    scan: bool = False
    looks: dict[Style, str | None] = field(default_factory=dict)

    @classmethod
    def of(cls, sheet: Sheet, drawing: Drawing, off: Container[str], *, scan: bool) -> Sight:
        """Return what hides words on the page of a drawing; the layers named `off` do."""
        large = sorted(drawing.areas, key=lambda area: -_size(area.box))[:AREAS]
        return cls(
            sheet=sheet,
            order={} if drawing.cut else drawing.order,
            areas=tuple(sorted(large, key=lambda area: area.order)),
            unseen=frozenset(item for item, name in drawing.layers.items() if name in off),
            scan=scan,
        )

    def reasons(self, stretches: Iterable[Stretch]) -> Iterator[tuple[Stretch, str | None]]:
        """Yield the stretches, taken apart where need be, with why a person would not see them."""
        for one in stretches:
            if isinstance(one, Packed) and (self.areas or self._edge(one)):
                yield from ((word, self.reason(word)) for word in one)
            else:
                yield one, self.reason(one[0] if isinstance(one, Packed) else one)

    def _edge(self, words: Packed) -> bool:
        """Tell whether some of the words may stand beyond the edge of the page."""
        left, right = min(words.lefts) / 100, max(words.rights) / 100
        return _outside((left, words.top, left, words.bottom), self.sheet) or _outside(
            (right, words.top, right, words.bottom), self.sheet
        )

    def reason(self, word: Word) -> str | None:
        """Return why a person would not see the word, or None."""
        if _outside(word.box, self.sheet):
            return "off the page"
        if self.areas:
            return self._unseen(word)
        if word.style not in self.looks:  # on bare paper words of one style are seen or not
            self.looks[word.style] = self._unseen(word)
        return self.looks[word.style]

    def _unseen(self, word: Word) -> str | None:
        style = word.style
        if style.item in self.unseen:
            return "hidden layer"
        if self.scan:
            return None
        if style.mode == INVISIBLE:
            return "invisible text"
        if style.size < TINY * min(1.0, min(self.sheet.width, self.sheet.height) / 300):
            return "tiny text"
        if style.mode in STROKED or style.mode == CLIPPING:
            return None
        if style.fill[3] <= 8:
            return "transparent text"
        return self._on_its_ground(word)

    def _on_its_ground(self, word: Word) -> str | None:
        """Compare a word with what was painted below it, and see what was painted above."""
        colour = word.style.fill[:3]
        order = self.order.get(word.style.item)
        if order is None:
            return None
        below: Area | None = None
        for area in self.areas:
            if not _inside(word.box, area.box):
                continue
            if area.order < order:
                alike = area.colour is not None and _same(colour, area.colour)
                below = area if area.boxy or not alike else below
            elif area.solid and not area.picture and _covers(area.box, word.box):
                return "covered by a shape"
        ground = WHITE if below is None else below.colour
        if ground is None or not _same(colour, ground):
            return None
        return "white on white" if _same(colour, WHITE) else "same colour as its background"


def scanned(words: Iterable[Stretch], sheet: Sheet, drawing: Drawing) -> bool:
    """Tell whether a page is a picture with its text laid invisibly over or under it."""
    if drawing.pictures(sheet) < PAGE_SIZE:
        return False
    last = max((area.order for area in drawing.areas if area.picture), default=-1)
    unseen = seen = 0
    for word in words_in(words):
        under = drawing.order.get(word.style.item, last + 1) < last
        if word.style.mode == INVISIBLE or under:
            unseen += len(word.text)
        else:
            seen += len(word.text)
    return unseen > 4 * seen


def _outside(box: Box, sheet: Sheet) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return not (0 <= x <= sheet.width and 0 <= y <= sheet.height)


def _size(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _inside(box: Box, area: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return area[0] <= x <= area[2] and area[1] <= y <= area[3]


def _covers(area: Box, box: Box) -> bool:
    """Tell whether an area hides most of a word, not only its middle."""
    edge = 0.15 * (box[2] - box[0])
    return area[0] <= box[0] + edge and area[2] >= box[2] - edge


def _same(one: Colour, other: Colour) -> bool:
    return all(abs(a - b) <= NEAR for a, b in zip(one, other, strict=True))
