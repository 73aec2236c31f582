"""What pages of the manual are made of."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from claimlint.values.notes import SourceNote


class Style(StrEnum):
    """What a block of a page is."""

    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    MARKED = "marked"
    LINES = "lines"


class Block(Struct, frozen=True):
    """A line or paragraph of a page; `MARKED` items hold `[[words]]`, `LINES` are shown as laid."""

    style: Style
    text: str


def sources(noted: tuple[SourceNote, ...]) -> Iterator[Block]:
    """Yield where something was seen, and how."""
    if not noted:
        return
    yield Block(Style.HEADING, "Sources")
    for source in noted:
        date = f", {source.date}" if source.date else ""
        seen = f" (seen in {source.seen_in})" if source.seen_in else ""
        how = f" – {source.seen_as}" if source.seen_as else ""
        yield Block(Style.ITEM, f"{source.title}, {source.body}{date}{seen}{how}")
