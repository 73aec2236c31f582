"""Drawings that stand where no page is: nobody sees them, in print or on the screen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from claimlint.office.names import WP, V, W
from claimlint.readers.office.package.xml import Element
from claimlint.readers.office.words.attributes import POINTS, YES, whole

_EMU = 12_700.0
_TWENTIETHS = 20.0
_LARGEST = 22 * 72.0
"""Word allows no page longer or wider than 22 inches."""
_AXES = (("H", "cx", "x", "w"), ("V", "cy", "y", "h"))
_SIDES = (("left", "width", "horizontal"), ("top", "height", "vertical"))
_ENTRY = re.compile(r"([a-z-]+)\s*:\s*([^;]{1,40})")
_LENGTH = re.compile(r"(-?\d{1,7}(?:\.\d{0,6})?)(pt|in|cm|mm|px|pc)?")


class _Side(NamedTuple):
    """One axis of a drawing in points; `fixed` if it counts from the edge of the page."""

    start: float
    length: float
    page: float
    fixed: bool

    @property
    def outside(self) -> bool:
        """Tell whether it is off the page wherever the text beside it may stand."""
        first = 0.0 if self.fixed else -self.page
        return self.start + self.length <= first or self.start >= self.page


def off_page(element: Element) -> bool:
    """Tell whether a drawing (`w:drawing`, `w:pict`) stands off the page as a whole."""
    anchor = element.find(f"{WP}anchor")
    if anchor is not None:
        return any(side.outside for side in _placed(anchor))
    shape = next(
        (child for child in element if child.tag.startswith(V) and child.get("style")), None
    )
    return shape is not None and any(side.outside for side in _styled(shape))


def _placed(anchor: Element) -> Iterator[_Side]:
    extent, simple = anchor.find(f"{WP}extent"), anchor.find(f"{WP}simplePos")
    for axis, size, coordinate, edge in _AXES:
        length = 0 if extent is None else whole(extent.get(size)) or 0
        position = anchor.find(f"{WP}position{axis}")
        if anchor.get("simplePos") in YES and simple is not None:
            start, fixed = whole(simple.get(coordinate)), True
        elif position is not None:
            start = whole(position.findtext(f"{WP}posOffset"))
            fixed = position.get("relativeFrom") == "page"
        else:
            continue
        if start is not None:
            yield _Side(start / _EMU, length / _EMU, _page(anchor, edge), fixed)


def _styled(shape: Element) -> Iterator[_Side]:
    style = dict(_ENTRY.findall(shape.get("style", "")[:2_000].lower()))
    if style.get("position", "").strip() != "absolute":
        return
    for (edge, size, axis), (_, _, _, name) in zip(_SIDES, _AXES, strict=True):
        start = _points(style.get(f"margin-{edge}")) or _points(style.get(edge))
        if start is not None:
            fixed = style.get(f"mso-position-{axis}-relative", "").strip() == "page"
            length = _points(style.get(size)) or 0.0
            yield _Side(start, length, _page(shape, name), fixed)


def _points(text: str | None) -> float | None:
    found = None if text is None else _LENGTH.match(text.strip())
    return None if found is None else float(found.group(1)) * POINTS[found.group(2) or "px"]


def _page(element: Element, edge: str) -> float:
    """Return the width (`w`) or height (`h`) of the last section's pages, the largest if unknown.

    The section is the last child of the body, so that no search is needed.
    """
    root = element.getroottree().getroot()
    body = root.find(f"{W}body")
    last = None if body is None or not len(body) else body[-1]
    size = None if last is None else last.find(f"{W}pgSz")
    value = None if size is None else whole(size.get(f"{W}{edge}"))
    return value / _TWENTIETHS if value else _LARGEST
