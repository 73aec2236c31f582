"""Markdown: headings, lists, tables, quotes, footnotes, with the places of the source."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.readers.interface import Item, Source
from claimlint.readers.text.decoding import text_of
from claimlint.readers.text.places import Frame, SourceText


def read(source: Source) -> Iterator[Item]:
    """Yield the passages of a Markdown file, each with its lines and columns in the source.

    Comments are read as hidden text; HTML inside is read as the reader of web pages does.

    Raises:
        UnreadableFile: the bytes are no text.
    """
    from claimlint.readers.markdown.blocks import MarkdownText
    from claimlint.readers.markdown.jsx import tags_of_html

    text = yield from text_of(source)
    text = tags_of_html(text.replace("\0", "\ufffd"))
    yield from MarkdownText(SourceText(text), Frame()).read()
