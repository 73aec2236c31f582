"""PDF: characters from pdfium, layout by geometry, pdfplumber for tables and as second reader."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.readers.interface import Item, Source


def read(source: Source) -> Iterator[Item]:
    """Yield what a PDF says, page by page, in reading order.

    Pages count from 1; boxes are points from the top left corner of the page as displayed. A
    location's `anchor` leads from there to the file's own coordinates.

    Raises:
        UnreadableFile: encrypted with a password, without pages, or damaged beyond both readers.

    Source: ISO 32000-1.
    """
    from claimlint.readers.pdf.file import items_of

    yield from items_of(source)
