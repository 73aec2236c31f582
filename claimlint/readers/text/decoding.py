"""From the bytes of a text file to its characters, or to the reason why it is no text."""

from __future__ import annotations

from collections.abc import Generator, Iterator

from claimlint.document import Problem, ProblemCode
from claimlint.errors import UnreadableFile
from claimlint.readers.interface import Source
from claimlint.readers.text.charset import Decoded, decode


def text_of(source: Source, declared: str | None = None) -> Generator[Problem, None, str]:
    """Return the text of a file; yield a problem first where some characters are unknown.

    `declared` is the charset that came with the file, if any did.

    Raises:
        UnreadableFile: the bytes are no text.
    """
    decoded = decode(source.data, declared)
    _refuse_binary(decoded, source.path)
    yield from garbled(decoded)
    return decoded.text


def garbled(decoded: Decoded) -> Iterator[Problem]:
    """Yield a problem where some characters of a text could not be told."""
    if decoded.lost:
        message = f"{decoded.lost} characters could not be told (read as {decoded.charset})"
        yield Problem(code=ProblemCode.GARBLED_TEXT, message=message)


def _refuse_binary(decoded: Decoded, path: str) -> None:
    """Refuse bytes of which a tenth are no text."""
    sample = decoded.text[:65536]
    odd = sum(1 for char in sample if char < " " and char not in "\t\n\r\f\v\x1b")
    odd += sample.count("\ufffd")
    if "\0\0\0" in sample or odd * 10 > max(len(sample), 10):
        raise UnreadableFile(f"{path}: holds no text, whatever its name says", code="unsupported")
