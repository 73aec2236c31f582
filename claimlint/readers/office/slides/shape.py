"""One shape of a slide: its element, what kind it is, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from claimlint.readers.office.slides.geometry import Transform
from claimlint.values.boxes import Box

if TYPE_CHECKING:
    from claimlint.readers.office.package.xml import Element


class Shape(Struct, frozen=True, kw_only=True):
    """One shape; `kind` is its placeholder's type ("" for none), `box` in points on the slide."""

    element: Element
    transform: Transform
    box: Box | None
    kind: str = ""
    index: str = ""
    placeholder: bool = False
    name: str = ""
    alt: tuple[str, ...] = ()
    hidden: bool = False
