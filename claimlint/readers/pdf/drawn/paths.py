"""A path that a page paints: its outline as displayed, and how it is filled."""

from __future__ import annotations

import ctypes
from typing import TypeAlias

import pypdfium2.raw as raw

from claimlint.readers.pdf.drawn.matrices import View, bounds_of, matrix_of
from claimlint.values.boxes import Box, common

_SEGMENTS = 200
"""A path of more segments is a picture, not the rules of a table."""
_CLIPS = 6

Corner: TypeAlias = tuple[float, float, bool]
"""A point of an outline as displayed, and whether nothing straight leads to it."""


class DrawnPath:
    """One path of a page; what is asked of it is asked of pdfium each time."""

    def __init__(self, item: raw.FPDF_PAGEOBJECT, view: View) -> None:
        """`view` shows the form around the path."""
        self._item, self._view = item, view
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(item, fill, stroke)
        self.filled = bool(fill.value)
        self.stroked = bool(stroke.value)

    def box(self) -> Box:
        """Return the box around the path as displayed."""
        return self._view.box(bounds_of(self._item))

    def outline(self) -> tuple[list[Corner], int]:
        """Return the corners of the path, none where it has too many segments, and its curves."""
        count = raw.FPDFPath_CountSegments(self._item)
        if not 0 < count <= _SEGMENTS:
            return [], max(count, 0)
        inner = self._view.within(matrix_of(self._item))
        x, y = ctypes.c_float(), ctypes.c_float()
        corners: list[Corner] = []
        start: tuple[float, float] = (0.0, 0.0)
        curves = 0
        for index in range(count):
            segment = raw.FPDFPath_GetPathSegment(self._item, index)
            kind = raw.FPDFPathSegment_GetType(segment)
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            place = inner.point(x.value, y.value)
            if kind == raw.FPDF_SEGMENT_MOVETO:
                start = place
            curves += kind == raw.FPDF_SEGMENT_BEZIERTO
            broken = kind in (raw.FPDF_SEGMENT_MOVETO, raw.FPDF_SEGMENT_BEZIERTO)
            corners.append((*place, broken))
            if raw.FPDFPathSegment_GetClose(segment):
                corners.append((*start, False))
        return corners, curves

    def clipped(self, box: Box) -> Box:
        """Return what the clip paths of the path leave of its box."""
        clip = raw.FPDFPageObj_GetClipPath(self._item)
        count = raw.FPDFClipPath_CountPaths(clip) if clip else 0
        x, y = ctypes.c_float(), ctypes.c_float()
        for path in range(min(count, _CLIPS)):
            segments = min(raw.FPDFClipPath_CountPathSegments(clip, path), _SEGMENTS)
            if segments < 2:
                continue
            points = []
            for index in range(segments):
                segment = raw.FPDFClipPath_GetPathSegment(clip, path, index)
                raw.FPDFPathSegment_GetPoint(segment, x, y)
                points.append(self._view.point(x.value, y.value))
            xs, ys = [place[0] for place in points], [place[1] for place in points]
            box = common(box, (min(xs), min(ys), max(xs), max(ys)))
        return box

    def fill(self) -> tuple[int, int, int, int] | None:
        """Return red, green, blue and opacity (0 to 255), None for what is no plain colour."""
        parts = [ctypes.c_uint() for _ in range(4)]
        if not raw.FPDFPageObj_GetFillColor(self._item, *parts):
            return None
        red, green, blue, alpha = (part.value for part in parts)
        return red, green, blue, alpha

    def transparent(self) -> bool:
        """Tell whether what was painted before shows through."""
        return bool(raw.FPDFPageObj_HasTransparency(self._item))
