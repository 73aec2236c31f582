"""Shapes of a slide, layout, master or notes page: what kind each is and where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from claimlint.office.names import MC, A, P
from claimlint.office.ooxml import chosen
from claimlint.readers.office.package.walk import Walk
from claimlint.readers.office.package.xml import Element
from claimlint.readers.office.slides.cards import with_labels
from claimlint.readers.office.slides.geometry import Transform, box_of
from claimlint.readers.office.slides.inherit import Inherited
from claimlint.readers.office.slides.order import in_reading_order
from claimlint.readers.office.words.attributes import YES
from claimlint.values.boxes import Box

_GROUP = f"{P}grpSp"
_SHAPES = frozenset(
    {f"{P}sp", f"{P}pic", f"{P}graphicFrame", f"{P}cxnSp", f"{P}contentPart", _GROUP}
)
TITLES = ("title", "ctrTitle")
MARGINS = ("ftr", "dt", "sldNum", "hdr")
_BODIES = ("body", "obj")
_NAMES = ("title", "descr", "hidden")


class Shape(Struct, frozen=True, kw_only=True):
    """One shape; `kind` is its placeholder's type ("" for none), `box` in points on the slide."""

    element: Element
    transform: Transform
    box: Box | None
    kind: str = ""
    index: str = ""
    placeholder: bool = False
    alt: tuple[str, ...] = ()
    hidden: bool = False


def shapes(root: Element, inherited: Inherited) -> Iterator[Shape]:
    """Yield the shapes of a page in reading order: titles, subtitle, the rest, then margins.

    Groups are resolved: their shapes come together, where the group stands.
    """
    tree = root.find(f"{P}cSld/{P}spTree")
    if tree is None:
        tree = next(root.iter(f"{P}spTree"), None)
    if tree is None:
        return
    walk = Walk(iter(_level(tree, Transform(), inherited, hidden=False)))
    for shape in walk:
        yield shape
        if shape.element.tag == _GROUP:
            level = _level(shape.element, shape.transform, inherited, hidden=shape.hidden)
            walk.enter(iter(level))


def _level(
    parent: Element, transform: Transform, inherited: Inherited, *, hidden: bool
) -> list[Shape]:
    found = [_shape(element, transform, inherited, hidden) for element in _children(parent)]
    ordered = in_reading_order(found, lambda shape: shape.box)
    return with_labels(sorted(ordered, key=_rank), _said, lambda shape: shape.box)


def _said(shape: Shape) -> str:
    """Return what a shape says, nothing for titles and margins."""
    body = shape.element.find(f"{P}txBody")
    if body is None or (shape.placeholder and shape.kind not in _BODIES):
        return ""
    return " ".join("".join(text.text or "" for text in body.iter(f"{A}t")).split())


def _rank(shape: Shape) -> int:
    if shape.kind in TITLES:
        return 0
    if shape.kind == "subTitle":
        return 1
    return 3 if shape.kind in MARGINS else 2


def _children(parent: Element) -> Iterator[Element]:
    walk = Walk(iter(parent))
    for element in walk:
        if element.tag in _SHAPES:
            yield element
        elif element.tag == f"{MC}AlternateContent":
            walk.enter(chosen(element))


def _shape(element: Element, transform: Transform, inherited: Inherited, hidden: bool) -> Shape:
    properties = next(element.iter(f"{P}cNvPr"), None)
    placeholder = element.find(f"*/{P}nvPr/{P}ph")
    kind = "" if placeholder is None else placeholder.get("type", "obj")
    index = "" if placeholder is None else placeholder.get("idx", "")
    frame = _frame(element)
    if frame is None and placeholder is not None:
        frame = inherited.frame(kind, index)
    said = {} if properties is None else {key: properties.get(key, "") for key in _NAMES}
    return Shape(
        element=element,
        transform=transform.inside(frame)
        if element.tag == _GROUP and frame is not None
        else transform,
        box=box_of(frame, transform),
        kind=kind,
        index=index,
        placeholder=placeholder is not None,
        alt=tuple(text for text in (said.get("title", ""), said.get("descr", "")) if text.strip()),
        hidden=hidden or said.get("hidden", "") in YES,
    )


def _frame(element: Element) -> Element | None:
    for path in (f"{P}xfrm", f"{P}spPr/{A}xfrm", f"{P}grpSpPr/{A}xfrm"):
        frame = element.find(path)
        if frame is not None:
            return frame
    return None
