"""Web pages: headings, paragraphs, lists, tables, metadata; what CSS hides is marked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimlint.readers.html.page import Page
from claimlint.readers.interface import Item, Source
from claimlint.readers.text.decoding import text_of
from claimlint.readers.text.places import SourceText

_DECLARED = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})"
    rb"|\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})",
    re.IGNORECASE,
)


def read(source: Source) -> Iterator[Item]:
    """Yield the passages of a web page, each with its lines and columns in the source.

    Scripts, templates and comments are not read (but for comments that speak to claimlint), nor is
    anything that the page loads.

    Raises:
        UnreadableFile: the bytes are no text.
    """
    text = yield from text_of(source, declared_charset(source.data))
    yield from Page(SourceText(text)).read()


def declared_charset(data: bytes) -> str | None:
    """Return the charset that the page itself names."""
    found = _DECLARED.search(data[:4096])
    if found is None:
        return None
    name = (found.group(1) or found.group(2)).decode("ascii")
    # A page that can be read as ASCII is not in UTF-16, whatever it says.
    return "utf-8" if name.lower().startswith("utf-16") else name
