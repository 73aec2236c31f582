"""Plain text: paragraphs, bullets, headings and rows, told by blank lines and marks."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.document import Problem, ProblemCode
from claimlint.errors import UnreadableFile
from claimlint.readers.interface import Item, Source
from claimlint.readers.web.charset import Decoded, decode
from claimlint.readers.web.places import SourceText
from claimlint.readers.web.plain import passages


def read(source: Source) -> Iterator[Item]:
    """Yield the passages of a text file, each with its lines and columns.

    Raises:
        UnreadableFile: the bytes are no text.
    """
    decoded = decode(source.data)
    refuse_binary(decoded, source.path)
    yield from garbled(decoded)
    yield from passages(SourceText(decoded.text))


def refuse_binary(decoded: Decoded, path: str) -> None:
    """Refuse what is no text.

    Raises:
        UnreadableFile: a tenth of the characters are no text.
    """
    sample = decoded.text[:65536]
    odd = sum(1 for char in sample if char < " " and char not in "\t\n\r\f\v\x1b")
    odd += sample.count("\ufffd")
    if "\0\0\0" in sample or odd * 10 > max(len(sample), 10):
        raise UnreadableFile(f"{path}: holds no text, whatever its name says", code="unsupported")


def garbled(decoded: Decoded) -> Iterator[Problem]:
    """Yield a problem where some characters of a text could not be told."""
    if decoded.lost:
        message = f"{decoded.lost} characters could not be told (read as {decoded.charset})"
        yield Problem(code=ProblemCode.GARBLED_TEXT, message=message)
