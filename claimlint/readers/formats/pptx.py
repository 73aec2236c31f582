"""Decks (.pptx, .pptm, .ppsx, .potx): read from the XML itself, in the order a person reads."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.readers.interface import Item, Source


def read(source: Source) -> Iterator[Item]:
    """Yield the passages of a deck, slide by slide, with notes, comments, charts and tables.

    Slides count from 1, hidden ones too. Macros are never run, links never followed. Text in
    pictures is not read.

    Raises:
        UnreadableFile: no deck, encrypted, damaged beyond repair, or beyond the limits.

    Source: ECMA-376 part 1, PresentationML.
    """
    from claimlint.readers.office import legacy
    from claimlint.readers.office.slides import deck

    return legacy.read(source) if legacy.old(source.data) else deck.read(source)
