"""Rich texts (.rtf): paragraphs, tables, headers, notes, tracked changes."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.readers.interface import Item, Source


def read(source: Source) -> Iterator[Item]:
    """Yield the passages of a rich text. Embedded objects are told, not read.

    Raises:
        UnreadableFile: no rich text, or nested beyond all measure.

    Source: Rich Text Format specification 1.9.1.
    """
    from claimlint.readers.office.rtf import document

    return document.read(source)
