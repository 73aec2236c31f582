"""Plain text: paragraphs, bullets and headings, told by blank lines and marks."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.document import Passage
from claimlint.errors import UnreadableFile
from claimlint.readers.contract import Item, Source
from claimlint.readers.web.charset import decode
from claimlint.readers.web.places import SourceText, Span, location_of

FORMAT = "text"
SUFFIXES = (".txt", ".text")
IN_PROCESS = True


def read(source: Source) -> Iterator[Item]:
    """Yield the paragraphs of a text file, each with its lines and columns."""
    if b"\0\0" in source.data[:4096]:
        raise UnreadableFile(f"{source.path}: not a text file", code="unsupported")
    text = SourceText(decode(source.data).text)
    start = 0
    for block in text.text.split("\n\n"):
        if block.strip():
            lead = len(block) - len(block.lstrip())
            span = Span(start + lead, start + len(block.rstrip()))
            words, pieces = text.cut((span,))
            yield Passage(text=words, location=location_of(pieces, (start,)), pieces=pieces)
        start += len(block) + 2
