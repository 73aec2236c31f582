"""What is drawn on a page besides its text: rules, areas and pictures."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Iterator
from ctypes import c_void_p
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from msgspec import Struct, field

from claimlint.readers.pdf.geometry import Sheet
from claimlint.readers.pdf.layers import layer_of
from claimlint.readers.pdf.pdfium_calls import call, pointer
from claimlint.values.boxes import Box

if TYPE_CHECKING:
    from types import ModuleType

    from pypdfium2 import PdfPage
    from pypdfium2.raw import FPDF_PAGE, FPDF_PAGEOBJECT

OBJECTS = 20_000
SEGMENTS = 200
"""A path of more segments is a picture, not the rules of a table."""
RULES = 6_000
NESTED = 6
STRAIGHT = 1.5
LONGEST = 20_000.0
_END = -1
"""No address."""

Colour: TypeAlias = tuple[int, int, int]
Matrix: TypeAlias = tuple[float, float, float, float, float, float]

PLAIN: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


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
    wide = min(box[2], sheet.width) - max(box[0], 0.0)
    high = min(box[3], sheet.height) - max(box[1], 0.0)
    return max(wide, 0.0) * max(high, 0.0)


def drawing_of(page: PdfPage, sheet: Sheet) -> Drawing:
    """Return what is drawn on a page, forms taken apart, at most `OBJECTS` objects of it."""
    import pypdfium2.raw as raw

    found = Drawing()
    for order, (item, kind, matrix) in enumerate(_objects(page.raw)):
        if order >= OBJECTS:
            found.cut = True
            break
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            found.order[item] = order
            if layer := layer_of(raw, item):
                found.layers[item] = layer
            continue
        handle = ctypes.cast(item, raw.FPDF_PAGEOBJECT)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            _add_path(raw, handle, order, _Eye(sheet, matrix), found)
        elif kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING):
            box = _Eye(sheet, matrix).box(_bounds(raw, handle))
            picture = kind == raw.FPDF_PAGEOBJ_IMAGE
            found.areas.append(Area(box, order, None, picture, picture))
    return found


def _objects(page: FPDF_PAGE) -> Iterator[tuple[int, int, Matrix]]:
    """Yield the addresses of the objects and their types in the order of painting.

    With each comes the matrix of the forms around it.
    """
    import pypdfium2.raw as raw

    kind_of = call("FPDFPageObj_GetType")
    count = min(raw.FPDFPage_CountObjects(page), OBJECTS + 1)
    stack = [(map(call("FPDFPage_GetObject"), repeat(pointer(page)), range(count)), PLAIN)]
    while stack:
        queue, matrix = stack[-1]
        item = next(queue, _END)
        if item == _END:
            stack.pop()
            continue
        kind = kind_of(c_void_p(item))
        if kind == raw.FPDF_PAGEOBJ_FORM and len(stack) <= NESTED:
            form = ctypes.cast(item, raw.FPDF_PAGEOBJECT)
            inner = min(raw.FPDFFormObj_CountObjects(form), OBJECTS + 1)
            parts = map(call("FPDFFormObj_GetObject"), repeat(c_void_p(item)), range(inner))
            stack.append((parts, _times(_matrix(raw, form), matrix)))
        yield item or 0, kind, matrix


def _matrix(raw: ModuleType, item: FPDF_PAGEOBJECT) -> Matrix:
    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(item, matrix):
        return PLAIN
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    k, p, m, n, x, y = outer
    return (
        a * k + b * m,
        a * p + b * n,
        c * k + d * m,
        c * p + d * n,
        e * k + f * m + x,
        e * p + f * n + y,
    )


class _Eye(NamedTuple):
    """Sees the inside of a form as it is displayed."""

    sheet: Sheet
    matrix: Matrix

    def point(self, x: float, y: float) -> tuple[float, float]:
        a, b, c, d, e, f = self.matrix
        return self.sheet.point(a * x + c * y + e, b * x + d * y + f)

    def box(self, bounds: Box) -> Box:
        left, bottom, right, top = bounds
        corners = [self.point(x, y) for x in (left, right) for y in (bottom, top)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return min(xs), min(ys), max(xs), max(ys)


def _bounds(raw: ModuleType, item: FPDF_PAGEOBJECT) -> Box:
    edges = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(item, *edges)
    left, bottom, right, top = (edge.value for edge in edges)
    return left, bottom, right, top


def _add_path(
    raw: ModuleType, item: FPDF_PAGEOBJECT, order: int, eye: _Eye, found: Drawing
) -> None:
    found.paths += 1
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, fill, stroke)
    if not fill.value and not stroke.value:
        return
    box = eye.box(_bounds(raw, item))
    points, curved = _points(raw, item, eye)
    found.curves += curved
    if fill.value:
        _add_area(raw, item, order, eye, box, found, rectangle=_rectangle(points, box))
        if min(box[2] - box[0], box[3] - box[1]) <= STRAIGHT:
            _add_rule(found, _middle(box))
            return
    if len(found.rules) > RULES:
        return
    for (x0, y0, _), (x1, y1, moved) in itertools.pairwise(points):
        if not moved and (abs(x0 - x1) <= STRAIGHT or abs(y0 - y1) <= STRAIGHT):
            _add_rule(found, (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))


def _add_rule(found: Drawing, box: Box) -> None:
    if 4 <= max(box[2] - box[0], box[3] - box[1]) <= LONGEST:
        found.rules.append(box)


def _middle(box: Box) -> Box:
    """Return the middle line of a thin filled box."""
    x0, y0, x1, y1 = box
    if x1 - x0 < y1 - y0:
        return (x0 + x1) / 2, y0, (x0 + x1) / 2, y1
    return x0, (y0 + y1) / 2, x1, (y0 + y1) / 2


def _points(
    raw: ModuleType, item: FPDF_PAGEOBJECT, eye: _Eye
) -> tuple[list[tuple[float, float, bool]], int]:
    """Return the corners of a path as displayed (and whether each is moved to), and its curves."""
    count = raw.FPDFPath_CountSegments(item)
    if not 0 < count <= SEGMENTS:
        return [], max(count, 0)
    inner = _Eye(eye.sheet, _times(_matrix(raw, item), eye.matrix))
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float, bool]] = []
    start: tuple[float, float] = (0.0, 0.0)
    curves = 0
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        place = inner.point(x.value, y.value)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = place
        curves += kind == raw.FPDF_SEGMENT_BEZIERTO
        broken = kind in (raw.FPDF_SEGMENT_MOVETO, raw.FPDF_SEGMENT_BEZIERTO)
        points.append((*place, broken))
        if raw.FPDFPathSegment_GetClose(segment):
            points.append((*start, False))
    return points, curves


def _rectangle(points: list[tuple[float, float, bool]], box: Box) -> bool:
    """Tell whether a path is the outline of its own box."""
    if not 4 <= len(points) <= 6:
        return False
    return all(
        min(abs(x - box[0]), abs(x - box[2])) < 1 and min(abs(y - box[1]), abs(y - box[3])) < 1
        for x, y, _ in points
    )


def _clipped(raw: ModuleType, item: FPDF_PAGEOBJECT, eye: _Eye, box: Box) -> Box:
    """Return what the clip paths of an object leave of its box."""
    clip = raw.FPDFPageObj_GetClipPath(item)
    count = raw.FPDFClipPath_CountPaths(clip) if clip else 0
    x, y = ctypes.c_float(), ctypes.c_float()
    for path in range(min(count, NESTED)):
        segments = min(raw.FPDFClipPath_CountPathSegments(clip, path), SEGMENTS)
        if segments < 2:
            continue
        points = []
        for index in range(segments):
            segment = raw.FPDFClipPath_GetPathSegment(clip, path, index)
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            points.append(eye.point(x.value, y.value))
        xs, ys = [place[0] for place in points], [place[1] for place in points]
        box = (
            max(box[0], min(xs)),
            max(box[1], min(ys)),
            min(box[2], max(xs)),
            min(box[3], max(ys)),
        )
    return box


def _add_area(
    raw: ModuleType,
    item: FPDF_PAGEOBJECT,
    order: int,
    eye: _Eye,
    box: Box,
    found: Drawing,
    *,
    rectangle: bool,
) -> None:
    parts = [ctypes.c_uint() for _ in range(4)]
    box = _clipped(raw, item, eye, box)
    if box[0] >= box[2] or box[1] >= box[3]:
        return
    if not raw.FPDFPageObj_GetFillColor(item, *parts):
        found.areas.append(Area(box, order, None, False))
        return
    red, green, blue, alpha = (part.value for part in parts)
    if alpha < 128:
        return
    solid = rectangle and alpha == 255 and not raw.FPDFPageObj_HasTransparency(item)
    found.areas.append(Area(box, order, (red, green, blue), solid, boxy=rectangle))
