"""Plain text: paragraphs, bullets, headings and rows, told by blank lines and marks."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.readers.interface import Item, Source
from claimlint.readers.plain.passages import passages
from claimlint.readers.text.decoding import text_of
from claimlint.readers.text.places import SourceText


def read(source: Source) -> Iterator[Item]:
    """Yield the passages of a text file, each with its lines and columns.

    Raises:
        UnreadableFile: the bytes are no text.
    """
    text = yield from text_of(source)
    yield from passages(SourceText(text))
