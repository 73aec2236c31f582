"""Where the inside of a drawn object stands on the page as it is displayed."""

from __future__ import annotations

import ctypes
from typing import NamedTuple, TypeAlias

import pypdfium2.raw as raw

from claimlint.readers.pdf.geometry import Sheet
from claimlint.values.boxes import Box

Matrix: TypeAlias = tuple[float, float, float, float, float, float]

PLAIN: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class View(NamedTuple):
    """Shows what lies under a matrix, such as the inside of a form, as it is displayed."""

    sheet: Sheet
    matrix: Matrix

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return a point of the object as displayed."""
        a, b, c, d, e, f = self.matrix
        return self.sheet.point(a * x + c * y + e, b * x + d * y + f)

    def box(self, bounds: Box) -> Box:
        """Return left, bottom, right and top edge of the object as a box that is displayed."""
        left, bottom, right, top = bounds
        corners = [self.point(x, y) for x in (left, right) for y in (bottom, top)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return min(xs), min(ys), max(xs), max(ys)

    def within(self, inner: Matrix) -> View:
        """Return the view of what has a matrix of its own inside this one."""
        return View(self.sheet, times(inner, self.matrix))


def matrix_of(item: raw.FPDF_PAGEOBJECT) -> Matrix:
    """Return the matrix of an object, the plain one where it has none."""
    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(item, matrix):
        return PLAIN
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """Return the matrix of what lies under `inner` inside what lies under `outer`."""
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


def bounds_of(item: raw.FPDF_PAGEOBJECT) -> Box:
    """Return left, bottom, right and top edge of an object."""
    edges = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(item, *edges)
    left, bottom, right, top = (edge.value for edge in edges)
    return left, bottom, right, top
