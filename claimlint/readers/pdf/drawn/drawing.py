"""What is drawn on a page besides its text: rules, areas and pictures."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Iterator
from ctypes import c_void_p
from itertools import repeat
from typing import NamedTuple, TypeAlias

import pypdfium2.raw as raw
from msgspec import Struct, field
from pypdfium2 import PdfPage

from claimlint.readers.pdf.drawn.layers import layer_of
from claimlint.readers.pdf.drawn.matrices import PLAIN, Matrix, View, bounds_of, matrix_of, times
from claimlint.readers.pdf.drawn.paths import Corner, DrawnPath
from claimlint.readers.pdf.engines.pdfium_calls import call, pointer
from claimlint.readers.pdf.geometry import Sheet
from claimlint.values.boxes import Box, hull, overlap, straight

_OBJECTS = 20_000
RULES = 6_000
_NESTED = 6
_STRAIGHT = 1.5
_LONGEST = 20_000.0
_END = -1
"""No address."""

Colour: TypeAlias = tuple[int, int, int]


class Area(NamedTuple):
    """A painted area as displayed; `colour` is None for pictures, shadings and patterns.

    `order` counts the objects of the page in the order of painting; `solid` says that it is a
    rectangle that hides what was painted before, `boxy` that it fills its whole box.
    """

    box: Box
    order: int
    colour: Colour | None
    solid: bool
    picture: bool = False
    boxy: bool = True


class Drawing(Struct):
    """The drawn objects of one page.

    `rules` are horizontal and vertical lines as displayed; `order` tells when the text object at
    an address was painted, `layers` on which layer; `cut` says that the page has more objects
    than were looked at.
    """

    rules: list[Box] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    order: dict[int, int] = field(default_factory=dict)
    layers: dict[int, str] = field(default_factory=dict)
    paths: int = 0
    curves: int = 0
    cut: bool = False

    def pictures(self, sheet: Sheet) -> float:
        """Return the share of the page that its largest picture covers."""
        page = sheet.width * sheet.height or 1.0
        shares = [_on_page(area.box, sheet) / page for area in self.areas if area.picture]
        return min(1.0, max(shares, default=0.0))


def _on_page(box: Box, sheet: Sheet) -> float:
    page = (0.0, 0.0, sheet.width, sheet.height)
    return max(overlap(box, page, 0), 0.0) * max(overlap(box, page, 1), 0.0)


def drawing_of(page: PdfPage, sheet: Sheet) -> Drawing:
    """Return what is drawn on a page, forms taken apart, so many objects of it at most."""
    found = Drawing()
    for order, (item, kind, matrix) in enumerate(_objects(page.raw)):
        if order >= _OBJECTS:
            found.cut = True
            break
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            found.order[item] = order
            if layer := layer_of(item):
                found.layers[item] = layer
            continue
        handle = ctypes.cast(item, raw.FPDF_PAGEOBJECT)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            _add_path(DrawnPath(handle, View(sheet, matrix)), order, found)
        elif kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING):
            box = View(sheet, matrix).box(bounds_of(handle))
            picture = kind == raw.FPDF_PAGEOBJ_IMAGE
            found.areas.append(Area(box, order, None, picture, picture))
    return found


def _objects(page: raw.FPDF_PAGE) -> Iterator[tuple[int, int, Matrix]]:
    """Yield the addresses of the objects and their types in the order of painting.

    With each comes the matrix of the forms around it.
    """
    kind_of = call("FPDFPageObj_GetType")
    count = min(raw.FPDFPage_CountObjects(page), _OBJECTS + 1)
    stack = [(map(call("FPDFPage_GetObject"), repeat(pointer(page)), range(count)), PLAIN)]
    while stack:
        queue, matrix = stack[-1]
        item = next(queue, _END)
        if item == _END:
            stack.pop()
            continue
        kind = kind_of(c_void_p(item))
        if kind == raw.FPDF_PAGEOBJ_FORM and len(stack) <= _NESTED:
            form = ctypes.cast(item, raw.FPDF_PAGEOBJECT)
            inner = min(raw.FPDFFormObj_CountObjects(form), _OBJECTS + 1)
            parts = map(call("FPDFFormObj_GetObject"), repeat(c_void_p(item)), range(inner))
            stack.append((parts, times(matrix_of(form), matrix)))
        yield item or 0, kind, matrix


def _add_path(path: DrawnPath, order: int, found: Drawing) -> None:
    found.paths += 1
    if not path.filled and not path.stroked:
        return
    box = path.box()
    corners, curves = path.outline()
    found.curves += curves
    if path.filled:
        if path.stroked and corners and not curves:  # the line around it makes its box larger
            box = hull([(x, y, x, y) for x, y, _ in corners])
        area = _area(path, order, box, boxy=_rectangle(corners, box))
        if area is not None:
            found.areas.append(area)
        if min(box[2] - box[0], box[3] - box[1]) <= _STRAIGHT:
            _add_rule(found, _middle(box))
            return
    if len(found.rules) > RULES:
        return
    for (x0, y0, _), (x1, y1, broken) in itertools.pairwise(corners):
        if not broken and (abs(x0 - x1) <= _STRAIGHT or abs(y0 - y1) <= _STRAIGHT):
            _add_rule(found, straight((x0, y0, x1, y1)))


def _add_rule(found: Drawing, box: Box) -> None:
    if 4 <= max(box[2] - box[0], box[3] - box[1]) <= _LONGEST:
        found.rules.append(box)


def _middle(box: Box) -> Box:
    """Return the middle line of a thin filled box."""
    x0, y0, x1, y1 = box
    if x1 - x0 < y1 - y0:
        return (x0 + x1) / 2, y0, (x0 + x1) / 2, y1
    return x0, (y0 + y1) / 2, x1, (y0 + y1) / 2


def _rectangle(corners: list[Corner], box: Box) -> bool:
    """Tell whether a path is the outline of its own box."""
    if not 4 <= len(corners) <= 6:
        return False
    return all(
        min(abs(x - box[0]), abs(x - box[2])) < 1 and min(abs(y - box[1]), abs(y - box[3])) < 1
        for x, y, _ in corners
    )


def _area(path: DrawnPath, order: int, box: Box, *, boxy: bool) -> Area | None:
    """Return what a path fills of its box, None where nothing is seen of it."""
    box = path.clipped(box)
    if box[0] >= box[2] or box[1] >= box[3]:
        return None
    fill = path.fill()
    if fill is None:
        return Area(box, order, None, solid=False)
    red, green, blue, alpha = fill
    if alpha < 128:
        return None
    solid = boxy and alpha == 255 and not path.transparent()
    return Area(box, order, (red, green, blue), solid, boxy=boxy)
