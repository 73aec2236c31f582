"""Mails: the subject, the text that a person sees, and the attachments by their own readers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from email.message import Message

from msgspec import Struct, field
from msgspec.structs import replace

from claimlint.document import Part, Passage, Problem, ProblemCode, Role
from claimlint.readers.guard import one_line
from claimlint.readers.html.page import Page, declared_charset
from claimlint.readers.interface import Item, Source
from claimlint.readers.mail.parts import Leaf, leaves, parsed, sheets, subject
from claimlint.readers.mail.shingles import Shingles
from claimlint.readers.plain import passages as plain
from claimlint.readers.registry import read_nested
from claimlint.readers.text.decoding import decode, garbled
from claimlint.readers.text.places import Frame, SourceText, Span
from claimlint.regex import regex

_NAMED = 5
_UUENCODED = regex(
    r"^begin [0-7]{3,4} (\S[^\r\n]{0,120})\r?\n[ -`]{2,61}\r?\n(?=[ -`]{1,61}\r?$)", re.MULTILINE
)
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
    texts = _Texts(SourceText(source.data.decode("latin-1")), tuple(sheets(message)))
    pictures: list[str] = []
    for rank, leaf in enumerate(leaves(message, source.data), start=1):
        if rank > source.limits.parts:
            message_text = f"only the first {source.limits.parts} parts were read"
            yield Problem(code=ProblemCode.TOO_MANY_PARTS, message=message_text)
            return
        if leaf.damaged:
            yield Problem(code=ProblemCode.DAMAGED_PART, message=_cut(leaf))
        if leaf.kind == "picture":
            pictures.append(leaf.name)
        elif leaf.kind == "sealed":
            yield Problem(
                code=ProblemCode.ENCRYPTED, message="a part is encrypted and was not read"
            )
        elif leaf.kind == "file" and leaf.data.strip():
            yield from read_nested(source.inner(leaf.name, leaf.data), order=(rank,))
        elif leaf.kind in ("plain", "html"):
            yield from _body(leaf, rank, texts)
    if pictures:
        yield Problem(code=ProblemCode.UNSUPPORTED_PART, message=_pictured(pictures))


def _pictured(names: Sequence[str]) -> str:
    count = len(names)
    told = "a picture was not read" if count == 1 else f"{count} pictures were not read"
    named = [name for name in names if name]
    more = ", …" if len(named) > _NAMED else ""
    return f"{told}: {', '.join(named[:_NAMED])}{more}" if named else told


def _cut(leaf: Leaf) -> str:
    what = "the text" if leaf.kind in ("plain", "html") else leaf.name
    return f"{what}: its base64 coding is damaged and was read as far as it goes"


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


class _Texts(Struct):
    """What the texts of a mail share.

    `whole` is the file, a character for each byte; `sheets` are the style sheets among its parts;
    `known` is what was said already, by group of parts of which a mail program shows only one.
    """

    whole: SourceText
    sheets: tuple[str, ...]
    known: dict[int, Shingles] = field(default_factory=dict)


def _body(leaf: Leaf, rank: int, texts: _Texts) -> Iterator[Item]:
    """Yield the passages of one text."""
    declared = leaf.charset or (declared_charset(leaf.data) if leaf.kind == "html" else None)
    decoded = decode(leaf.data, declared)
    yield from garbled(decoded)
    detail = ", HTML part" if leaf.kind == "html" else ""
    if leaf.offset is None:
        text, detail = SourceText(decoded.text), f" of the decoded text{detail}"
    else:
        text = SourceText(decoded.text, first_line=texts.whole.place(leaf.offset)[0])
    frame = Frame((rank,), after=detail)
    known = None if leaf.choice is None else texts.known.setdefault(leaf.choice, Shingles())
    if leaf.kind == "html":
        yield from _unsaid(Page(text, frame, sheets=texts.sheets).read(), known)
        return
    yield from _packed_in(decoded.text)
    for passage in plain.passages(text, frame):
        if known is not None:
            known.add(f"{passage.number or ''} {passage.text}")
        yield passage


def _packed_in(text: str) -> Iterator[Problem]:
    """Yield what stands in a plain text and is none: old mails hold their attachments so."""
    if "-----BEGIN PGP MESSAGE-----" in text:
        message = "a part of the text is encrypted and was not read"
        yield Problem(code=ProblemCode.ENCRYPTED, message=message)
    for found in _UUENCODED.finditer(text):
        message = (
            f"attachment {one_line(found[1])}: it stands in the text, uuencoded, and was not read"
        )
        yield Problem(code=ProblemCode.ATTACHMENT_NOT_READ, message=message)


def _unsaid(items: Iterator[Item], known: Shingles | None) -> Iterator[Item]:
    """Yield what the plain text of the same mail does not say already."""
    for item in items:
        if not (isinstance(item, Passage) and known is not None and known.holds(item.text)):
            yield item
