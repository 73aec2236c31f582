"""Mails: the subject, the text that a person sees, and the attachments by their own readers."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import Message

from msgspec.structs import replace

from claimlint.document import Part, Passage, Problem, ProblemCode, Role
from claimlint.readers.interface import Item, Source
from claimlint.readers.mail.contents import contents
from claimlint.readers.mail.parts import leaves, parsed, sheets, subject
from claimlint.readers.mail.tnef import opened
from claimlint.readers.plain import passages as plain
from claimlint.readers.text.places import Frame, SourceText, Span
from claimlint.regex import regex

_FOLD = regex(r"[ \t]*\r?\n[ \t]+")


def read(source: Source) -> Iterator[Item]:
    """Yield the passages of a mail, then those of its attachments.

    Lines are those of the file, except where the text was sent in an encoding: then they are those
    of the decoded text and the label says so. Of a text sent in two forms the HTML adds only what
    the plain one does not say. Addresses and other headers are not read. A file that opens with no
    header is read as the text that it is.

    Raises:
        UnreadableFile: the bytes are neither a mail nor text.
    """
    message = _parsed(source)
    if isinstance(message, Problem):
        yield message
        yield from plain.read(source)
        return
    yield from _subject(source)
    whole = SourceText(source.data.decode("latin-1"))
    parts = opened(leaves(message, source.data))
    yield from contents(source, parts, whole, tuple(sheets(message)))


def _parsed(source: Source) -> Message | Problem:
    """Return the mail, or the problem for which the file is read as plain text."""
    try:
        message = parsed(source.data)
    except RecursionError:
        told = "its parts are nested too deep; it was read as plain text, codings and all"
        return Problem(code=ProblemCode.TOO_DEEP, message=told)
    if message.keys():
        return message
    told = "it opens with no mail header, so it was read as plain text"
    return Problem(code=ProblemCode.SALVAGED, message=told)


def _subject(source: Source) -> Iterator[Passage]:
    found = subject(source.data)
    if found is None or not found.text:
        return
    before = source.data[: found.start].decode("utf-8", "replace")
    raw = source.data[found.start : found.end].decode("utf-8", "replace")
    text = SourceText(before + raw)
    end = len(text.text)
    spans = (Span(len(before), end, found.text),)
    words, pieces = text.cut(_unfolded(text, len(before)) if found.plain else spans)
    place = replace(text.location(pieces, Frame((0,), Part.SUBJECT), 1), label="subject")
    yield Passage(text=words, location=place, role=Role.TITLE, pieces=pieces)


def _unfolded(text: SourceText, start: int) -> Iterator[Span]:
    """Yield the spans of a header's value, its folds read as spaces."""
    for fold in _FOLD.finditer(text.text, start):
        yield Span(start, fold.start())
        yield Span(fold.start(), fold.end(), " ")
        start = fold.end()
    yield Span(start, len(text.text.rstrip()))
