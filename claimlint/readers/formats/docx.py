"""Word documents (.docx, .docm, .dotx): read from the XML itself, so that nothing is left out."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.readers.interface import Item, Source


def read(source: Source) -> Iterator[Item]:
    """Yield the passages of a Word document: headers, body, footers, notes, comments.

    Macros are never run, links never followed, linked pictures and files never loaded.

    Raises:
        UnreadableFile: no Word document, encrypted, damaged beyond repair, or beyond the limits.

    Source: ECMA-376 part 1, WordprocessingML.
    """
    from claimlint.readers.office import legacy
    from claimlint.readers.office.word import document

    return legacy.read(source) if legacy.old(source.data) else document.read(source)
