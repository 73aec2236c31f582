"""Where shapes stand on a slide, groups resolved."""

from __future__ import annotations

from msgspec import Struct

from claimlint.office.names import A
from claimlint.readers.office.package.xml import Element
from claimlint.readers.office.words.attributes import whole
from claimlint.values.boxes import Box

EMU_PER_POINT = 12_700


class Transform(Struct, frozen=True):
    """How the coordinates inside a group become those of the slide."""

    scale_x: float = 1.0
    scale_y: float = 1.0
    shift_x: float = 0.0
    shift_y: float = 0.0

    def box(self, x: float, y: float, width: float, height: float) -> Box:
        """Return left, top, right, bottom on the slide, in points."""
        left, top = x * self.scale_x + self.shift_x, y * self.scale_y + self.shift_y
        right, bottom = left + width * self.scale_x, top + height * self.scale_y
        unit = EMU_PER_POINT
        return (left / unit, top / unit, right / unit, bottom / unit)

    def inside(self, frame: Element) -> Transform:
        """Return the transform for the children of a group whose `a:xfrm` is `frame`."""
        off, ext = _pair(frame, "off", "x", "y"), _pair(frame, "ext", "cx", "cy")
        child, size = _pair(frame, "chOff", "x", "y"), _pair(frame, "chExt", "cx", "cy")
        if off is None or ext is None or child is None or size is None:
            return self
        x = ext[0] / size[0] if size[0] else 1.0
        y = ext[1] / size[1] if size[1] else 1.0
        return Transform(
            self.scale_x * x,
            self.scale_y * y,
            (off[0] - child[0] * x) * self.scale_x + self.shift_x,
            (off[1] - child[1] * y) * self.scale_y + self.shift_y,
        )


def box_of(frame: Element | None, transform: Transform) -> Box | None:
    """Return the box of an `a:xfrm` (or `p:xfrm`) on the slide, or None where it says none."""
    if frame is None:
        return None
    off, ext = _pair(frame, "off", "x", "y"), _pair(frame, "ext", "cx", "cy")
    if off is None or ext is None:
        return None
    return transform.box(*off, *ext)


def _pair(frame: Element, name: str, first: str, second: str) -> tuple[int, int] | None:
    element = frame.find(f"{A}{name}")
    if element is None:
        return None
    one, other = whole(element.get(first)), whole(element.get(second))
    return None if one is None or other is None else (one, other)
