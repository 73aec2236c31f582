"""Markdown: headings, lists, tables, quotes, footnotes, with the places of the source."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.readers.formats.text import garbled, refuse_binary
from claimlint.readers.interface import Item, Source
from claimlint.readers.web.charset import decode
from claimlint.readers.web.places import Frame, SourceText


def read(source: Source) -> Iterator[Item]:
    """Yield the passages of a Markdown file, each with its lines and columns in the source.

    Comments are read as hidden text; HTML inside is read as the reader of web pages does.

    Raises:
        UnreadableFile: the bytes are no text.
    """
    from claimlint.readers.web.jsx import tags_of_html
    from claimlint.readers.web.markdown import MarkdownText

    decoded = decode(source.data)
    refuse_binary(decoded, source.path)
    yield from garbled(decoded)
    text = tags_of_html(decoded.text.replace("\0", "\ufffd"))
    yield from MarkdownText(SourceText(text), Frame()).read()
