"""OpenDocument presentations: the text with its places."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.readers.interface import Item, Source


def read(source: Source) -> Iterator[Item]:
    """Yield the passages of an OpenDocument presentation.

    Macros are never run, links never followed.

    Raises:
        UnreadableFile: no presentation, encrypted, damaged beyond repair, or beyond the limits.

    Source: ISO/IEC 26300, OpenDocument 1.3.
    """
    from claimlint.readers.office.odf import slides

    return slides.read(source)
