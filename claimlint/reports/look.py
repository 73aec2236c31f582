"""How a report is to look, where that is for the reader to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from claimlint.values.picture import Picture


class Shape(Struct, frozen=True):
    """How wide the output is, in columns, and whether it has colours."""

    width: int = 100
    colour: bool = False


class Look(Struct, frozen=True, kw_only=True):
    """`full` shows all fields, questions and wordings; `why` what matched and what context held.

    `pictures` are those of pages, for formats that show them; `slides` asks for those of decks too.
    `folder` is the absolute folder, with "/", that paths are seen from; `extracts` says that
    extracts lie beside paged documents.
    """

    shape: Shape = Shape()
    full: bool = False
    why: bool = False
    slides: bool = False
    pictures: tuple[Picture, ...] = ()
    folder: str = ""
    extracts: bool = False
