"""What a slide inherits from its layout and master: places, list levels, bullets, sizes."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from claimlint.office.names import A, P
from claimlint.readers.office.package.xml import Element
from claimlint.readers.office.words.attributes import counted, whole

_LIKE = {"ctrTitle": "title", "subTitle": "body", "obj": "body", "tbl": "body", "chart": "body"}
_BULLETS = frozenset({f"{A}buChar", f"{A}buAutoNum", f"{A}buBlip"})
_DEFAULT_SIZE = 18.0


class Inherited(Struct, frozen=True):
    """Layout and master of a slide (None where there is none), and the deck's own text styles."""

    layout: Element | None = None
    master: Element | None = None
    deck: Element | None = None

    def frame(self, kind: str, index: str) -> Element | None:
        """Return the `a:xfrm` that a placeholder without one of its own takes over."""
        return self._nearest(kind, index, f"{P}spPr/{A}xfrm")

    def properties(self, kind: str, index: str) -> Element | None:
        """Return the nearest shape properties that a placeholder takes over."""
        return self._nearest(kind, index, f"{P}spPr")

    def styles(self, kind: str, index: str, *, placeholder: bool) -> tuple[Element, ...]:
        """Return the list styles that a shape's paragraphs inherit, nearest first."""
        found: list[Element] = []
        if placeholder:
            for shape in self._ancestors(kind, index):
                style = shape.find(f"{P}txBody/{A}lstStyle")
                if style is not None:
                    found.append(style)
        if self.master is not None:
            name = "otherStyle"
            if placeholder:
                like = _LIKE.get(kind, kind)
                name = {"title": "titleStyle", "body": "bodyStyle"}.get(like, "otherStyle")
            style = self.master.find(f"{P}txStyles/{P}{name}")
            if style is not None:
                found.append(style)
        if self.deck is not None:
            found.append(self.deck)
        return tuple(found)

    def _nearest(self, kind: str, index: str, path: str) -> Element | None:
        found = (shape.find(path) for shape in self._ancestors(kind, index))
        return next((element for element in found if element is not None), None)

    def _ancestors(self, kind: str, index: str) -> Iterator[Element]:
        for page, wanted in ((self.layout, index), (self.master, "")):
            shape = None if page is None else _match(page, kind, wanted)
            if shape is not None:
                yield shape


class Levels:
    """What the levels of one shape's text look like.

    `styles` are the list styles that hold for it, nearest first; `scale` is by how much it is
    shrunk.
    """

    def __init__(self, styles: tuple[Element, ...], scale: float = 1.0) -> None:
        self._styles = styles
        self._scale = scale
        self._inherited: dict[int, tuple[Element, ...]] = {}

    def marker(self, paragraph: Element) -> Element | None:
        """Return the bullet or number that a paragraph stands behind, or None."""
        for properties in self.properties(paragraph):
            for child in properties:
                if child.tag == f"{A}buNone":
                    return None
                if child.tag in _BULLETS:
                    return child
        return None

    def size(self, paragraph: Element, run: Element | None) -> float:
        """Return the font size of a run in points."""
        own = None if run is None else run.find(f"{A}rPr")
        size = None if own is None else whole(own.get("sz"))
        if size is not None:
            return size / 100 * self._scale
        for properties in self.properties(paragraph):
            default = properties.find(f"{A}defRPr")
            size = None if default is None else whole(default.get("sz"))
            if size is not None:
                return size / 100 * self._scale
        return _DEFAULT_SIZE * self._scale

    def properties(self, paragraph: Element) -> tuple[Element, ...]:
        """Return the paragraph properties that hold for a paragraph, its own first."""
        own = paragraph.find(f"{A}pPr")
        level = _level(own)
        if level not in self._inherited:
            found = (style.find(f"{A}lvl{level}pPr") for style in self._styles)
            self._inherited[level] = tuple(each for each in found if each is not None)
        return self._inherited[level] if own is None else (own, *self._inherited[level])


def depth(paragraph: Element) -> int:
    """Return the list level of a paragraph, from 1."""
    return _level(paragraph.find(f"{A}pPr"))


def _level(properties: Element | None) -> int:
    return 1 if properties is None else counted(properties.get("lvl"), 0, 8) + 1


def _match(page: Element, kind: str, index: str) -> Element | None:
    """Return the placeholder of a page with this index or, failing that, of this type."""
    wanted = _LIKE.get(kind, kind)
    by_kind: Element | None = None
    for shape in page.iter(f"{P}sp"):
        holder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if holder is None:
            continue
        own = holder.get("type", "obj")
        if index and holder.get("idx") == index and own not in ("ftr", "dt", "sldNum"):
            return shape
        if by_kind is None and _LIKE.get(own, own) == wanted:
            by_kind = shape
    return by_kind
