"""A picture of a page, as reports get it: a value, not a file."""

from __future__ import annotations

from msgspec import Struct


class Picture(Struct, frozen=True, kw_only=True):
    """One page or slide as a PNG. `document` is its path in the report, `page` counts from 1.

    `width` and `height` are those of the page as displayed, in points: the boxes of locations
    are measured in them.
    """

    document: str
    page: int
    png: bytes
    width: float
    height: float
