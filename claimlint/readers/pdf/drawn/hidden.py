"""Which words a person would not see, and why."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from msgspec import Struct, field

from claimlint.readers.pdf.drawn.drawing import Area, Colour, Drawing
from claimlint.readers.pdf.drawn.shown import Shown
from claimlint.readers.pdf.geometry import Sheet
from claimlint.readers.pdf.glyphs import Style, Word
from claimlint.readers.pdf.words.packed import Packed, Stretch, words_in
from claimlint.values.boxes import Box

_INVISIBLE = 3
"""The text rendering mode that paints nothing."""
_STROKED = (1, 5)
_CLIPPING = 7
_TINY = 2.5
_FAINT = 8
_NEAR = 12
"""Colours that differ by no more than this in each part look the same."""
_PAGE_SIZE = 0.6
"""A picture that covers this share of the page is a scan."""
WHITE: Colour = (255, 255, 255)


_AREAS = 300
"""Of the painted areas of a page the largest are looked at."""


class Sight(Struct, frozen=True):
    """What hides words on one page.

    `unseen` are the objects on hidden layers; `scan` says that the page is a picture of its text;
    `shown` is asked where it takes a look at the page to tell.
    """

    sheet: Sheet
    order: Mapping[int, int]
    areas: tuple[Area, ...]
    unseen: frozenset[int] = frozenset()
    scan: bool = False
    shown: Shown | None = None
    looks: dict[tuple[object, ...], str | None] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        sheet: Sheet,
        drawing: Drawing,
        off: Container[str],
        *,
        scan: bool,
        shown: Shown | None = None,
    ) -> Sight:
        """Return what hides words on the page of a drawing; the layers named `off` do."""
        large = sorted(drawing.areas, key=lambda area: -_size(area.box))[:_AREAS]
        return cls(
            sheet=sheet,
            order={} if drawing.cut else drawing.order,
            areas=tuple(sorted(large, key=lambda area: area.order)),
            unseen=frozenset(item for item, name in drawing.layers.items() if name in off),
            scan=scan,
            shown=shown,
        )

    def reasons(self, stretches: Iterable[Stretch]) -> Iterator[tuple[Stretch, str | None]]:
        """Yield the stretches, taken apart where need be, with why a person would not see them."""
        for one in stretches:
            if not isinstance(one, Packed):
                yield one, self.reason(one)
            elif self.areas or self._edge(one) or _transparent(one.style):
                yield from ((word, self.reason(word)) for word in one)
            else:
                yield one, self._on_bare_paper(one.style)

    def _edge(self, words: Packed) -> bool:
        """Tell whether some of the words may stand beyond the edge of the page."""
        left, top, right, bottom = words.box
        return not (
            left >= 0 and right <= self.sheet.width and 0 <= (top + bottom) / 2 <= self.sheet.height
        )

    def reason(self, word: Word) -> str | None:
        """Return why a person would not see the word, or None."""
        if _outside(word.box, self.sheet):
            return "off the page"
        if self.areas or _transparent(word.style):
            return self._unseen(word.style, word.box)
        return self._on_bare_paper(word.style)

    def _on_bare_paper(self, style: Style) -> str | None:
        """Return the reason where nothing is painted: words of one look are seen or not."""
        item = style.item
        look = (style.size, style.mode, style.fill, item in self.unseen, item in self.order)
        if look not in self.looks:
            self.looks[look] = self._unseen(style, (0.0, 0.0, 0.0, 0.0))
        return self.looks[look]

    def _unseen(self, style: Style, box: Box) -> str | None:
        if style.item in self.unseen:
            return "hidden layer"
        if self.scan:
            return None
        if style.mode == _INVISIBLE:
            return "invisible text"
        if style.size < _TINY * min(1.0, min(self.sheet.width, self.sheet.height) / 300):
            return "tiny text"
        if style.mode in _STROKED or style.mode == _CLIPPING:
            return None
        if _transparent(style):
            # Browsers lay it over letters that are cut out of a gradient, or over a shadow.
            inked = self.shown is not None and self.shown.ink(box)
            return None if inked else "transparent text"
        return self._on_its_ground(style, box)

    def _on_its_ground(self, style: Style, box: Box) -> str | None:
        """Compare a word with what was painted below it, and see what was painted above."""
        colour = style.fill[:3]
        order = self.order.get(style.item)
        if order is None:
            return None
        below: Area | None = None
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        for area in self.areas:
            ground = area.box
            if not (ground[0] <= x <= ground[2] and ground[1] <= y <= ground[3]):
                continue
            if area.order < order:
                alike = area.colour is not None and _same(colour, area.colour)
                below = area if area.boxy or not alike else below
            elif area.solid and not area.picture and _covers(area.box, box):
                return "covered by a shape"
        paper = WHITE if below is None else below.colour
        if paper is None or not _same(colour, paper):
            return None
        if paper == WHITE and below is not None and self._on_a_pattern(box):
            return None
        return "white on white" if _same(colour, WHITE) else "same colour as its background"

    def _on_a_pattern(self, box: Box) -> bool:
        """Tell whether what is called white is none: pdfium calls gradients and patterns so."""
        return self.shown is not None and not self.shown.looks(box, WHITE)


def _transparent(style: Style) -> bool:
    return style.fill[3] <= _FAINT and style.mode not in (_INVISIBLE, *_STROKED, _CLIPPING)


def scanned(words: Iterable[Stretch], sheet: Sheet, drawing: Drawing) -> bool:
    """Tell whether a page is a picture with its text laid invisibly over or under it."""
    if drawing.pictures(sheet) < _PAGE_SIZE:
        return False
    last = max((area.order for area in drawing.areas if area.picture), default=-1)
    unseen = seen = 0
    for word in words_in(words):
        under = drawing.order.get(word.style.item, last + 1) < last
        if word.style.mode == _INVISIBLE or under:
            unseen += len(word.text)
        else:
            seen += len(word.text)
    return unseen > 4 * seen


def _outside(box: Box, sheet: Sheet) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return not (0 <= x <= sheet.width and 0 <= y <= sheet.height)


def _size(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _covers(area: Box, box: Box) -> bool:
    """Tell whether an area hides most of a word, not only its middle."""
    edge = 0.15 * (box[2] - box[0])
    return area[0] <= box[0] + edge and area[2] >= box[2] - edge


def _same(one: Colour, other: Colour) -> bool:
    return all(abs(a - b) <= _NEAR for a, b in zip(one, other, strict=True))
