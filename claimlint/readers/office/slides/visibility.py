"""Why nobody would see the text of a slide: hidden, off it, transparent, tiny."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.office.names import A, P
from claimlint.readers.office.package.xml import Element
from claimlint.readers.office.slides.colours import UNKNOWN, WHITE, Ink, Palette, background
from claimlint.readers.office.slides.geometry import Transform, box_of
from claimlint.readers.office.slides.inherit import Inherited, Levels
from claimlint.readers.office.slides.shapes import Shape
from claimlint.values.boxes import Box, overlap

_TINY = 4.0
"""Points: below that nobody reads."""
_FAINT = 0.1
_CROWDED = 300
_PAINTED = (f"{P}sp", f"{P}pic", f"{P}graphicFrame")


class Visibility:
    """What lies behind the text of one page; `size` is its width and height in points."""

    def __init__(
        self, root: Element, inherited: Inherited, palette: Palette, size: tuple[float, float]
    ) -> None:
        self.root = root
        self.inherited = inherited
        self.palette = palette
        self.size = size
        self._layers: list[tuple[Element, Box | None]] | None = None
        self._colours: dict[Element, str | None] = {}

    def of_shape(self, shape: Shape) -> str | None:
        """Return why nobody would see a shape, or None."""
        if shape.hidden:
            return "hidden shape"
        if shape.box is not None and not _overlap(shape.box, (0.0, 0.0, *self.size)):
            return "off the slide"
        return None

    def of_run(
        self, shape: Shape, paragraph: Element, run: Element, levels: Levels, *, in_table: bool
    ) -> str | None:
        """Return why nobody would see a run of a shape's text, or None."""
        if levels.size(paragraph, run) < _TINY:
            return "tiny text"
        ink = self._ink(paragraph, run, levels)
        if ink is None:
            return None
        if ink.opacity <= _FAINT:
            return "transparent text"
        if in_table or ink.colour in (None, UNKNOWN) or ink.colour != self._behind(shape):
            return None
        return "white on white" if ink.colour == WHITE else "text in the colour of its background"

    def _ink(self, paragraph: Element, run: Element, levels: Levels) -> Ink | None:
        own = run.find(f"{A}rPr")
        ink = self.palette.fill(own)
        if ink is not None:
            outlined = own is not None and own.find(f"{A}ln") is not None
            return Ink(UNKNOWN) if ink.colour is None and outlined else ink
        for properties in levels.properties(paragraph):
            ink = self.palette.fill(properties.find(f"{A}defRPr"))
            if ink is not None:
                return ink
        return None

    def _behind(self, shape: Shape) -> str | None:
        """Return the colour behind a shape's text, `UNKNOWN` where it cannot be told simply."""
        if shape.element not in self._colours:
            self._colours[shape.element] = self._colour(shape)
        return self._colours[shape.element]

    def _colour(self, shape: Shape) -> str | None:
        ink = self._fill(shape.element)
        if ink is None and shape.placeholder:
            ink = self.palette.fill(self.inherited.properties(shape.kind, shape.index))
        if ink is not None and ink.colour is not None:
            return ink.colour if ink.opacity > 1 - _FAINT else UNKNOWN
        if self._covers(shape):
            return UNKNOWN
        pages = (self.root, self.inherited.layout, self.inherited.master)
        return background(pages, self.palette)

    def _fill(self, element: Element) -> Ink | None:
        ink = self.palette.fill(element.find(f"{P}spPr"))
        if ink is not None:
            return ink
        reference = element.find(f"{P}style/{A}fillRef")
        if reference is None or reference.get("idx", "0") == "0":
            return None
        return self.palette.ink(reference[0]) if len(reference) else Ink(UNKNOWN)

    def _covers(self, shape: Shape) -> bool:
        """Tell whether something painted may lie between the shape and the background."""
        if self._layers is None:
            self._layers = list(self._painted())
        if shape.box is None or len(self._layers) > _CROWDED:
            return bool(self._layers)
        for element, box in self._layers:
            if element is shape.element:
                return False
            if box is None or _overlap(box, shape.box):
                return True
        return False

    def _painted(self) -> Iterator[tuple[Element, Box | None]]:
        """Yield all that paints, from the back to the front, with its box where it is plain."""
        for page in (self.inherited.master, self.inherited.layout, self.root):
            for element in () if page is None else page.iter(*_PAINTED):
                if element.tag == f"{P}sp" and not self._paints(element):
                    continue
                frame = next(element.iter(f"{A}xfrm", f"{P}xfrm"), None)
                grouped = next(element.iterancestors(f"{P}grpSp"), None) is not None
                yield element, None if grouped else box_of(frame, Transform())

    def _paints(self, element: Element) -> bool:
        ink = self._fill(element)
        return ink is not None and ink.colour is not None


def _overlap(one: Box, other: Box) -> bool:
    return overlap(one, other, 0) > 0 and overlap(one, other, 1) > 0
