"""What a mail holds, read part by part: its texts, then its attachments by their own readers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from claimlint.document import Passage, Problem, ProblemCode
from claimlint.readers.guard import guarded, one_line
from claimlint.readers.html.page import Page, declared_charset
from claimlint.readers.interface import Item, Source
from claimlint.readers.mail.parts import Leaf
from claimlint.readers.mail.shingles import Shingles
from claimlint.readers.plain import passages as plain
from claimlint.readers.registry import format_named, read_nested
from claimlint.readers.text.decoding import decode, garbled
from claimlint.readers.text.places import Frame, SourceText
from claimlint.regex import regex

_NAMED = 5
_UUENCODED = regex(
    r"^begin [0-7]{3,4} (\S[^\r\n]{0,120})\r?\n[ -`]{2,61}\r?\n(?=[ -`]{1,61}\r?$)", re.MULTILINE
)

_UNREAD = {
    "away": (
        ProblemCode.ATTACHMENT_NOT_READ,
        "attachment {}: not read: it is a link or an object, no file",
    ),
    "sealed": (ProblemCode.ENCRYPTED, "a part is encrypted and was not read"),
}


def contents(
    source: Source, parts: Iterable[Leaf], whole: SourceText, sheets: tuple[str, ...] = ()
) -> Iterator[Item]:
    """Yield the passages of the parts of a mail, and what of them was not read.

    `whole` is the file, a character for each byte; `sheets` are the style sheets among its parts.
    """
    texts = _Texts(whole, sheets)
    pictures: list[str] = []
    for rank, leaf in enumerate(parts, start=1):
        if rank > source.limits.parts:
            message = f"only the first {source.limits.parts} parts were read"
            yield Problem(code=ProblemCode.TOO_MANY_PARTS, message=message)
            return
        if leaf.damaged:
            yield Problem(code=ProblemCode.DAMAGED_PART, message=_cut(leaf))
        if leaf.kind == "picture":
            pictures.append(leaf.name)
        elif leaf.kind in _UNREAD:
            code, message = _UNREAD[leaf.kind]
            yield Problem(code=code, message=message.format(leaf.name))
        elif leaf.kind == "file":
            if leaf.data.strip() or leaf.read:
                inner = source.inner(leaf.name, leaf.data)
                yield from read_nested(inner, order=(rank,), read=leaf.read)
        elif leaf.data.strip():
            rich = leaf.kind == "rtf"
            yield from (
                _rich(source, leaf, rank, texts.said(leaf)) if rich else _body(leaf, rank, texts)
            )
    if pictures:
        yield Problem(code=ProblemCode.UNSUPPORTED_PART, message=_pictured(pictures))


def _pictured(names: Sequence[str]) -> str:
    count = len(names)
    told = "a picture was not read" if count == 1 else f"{count} pictures were not read"
    named = [name for name in names if name]
    more = ", …" if len(named) > _NAMED else ""
    return f"{told}: {', '.join(named[:_NAMED])}{more}" if named else told


def _cut(leaf: Leaf) -> str:
    what = leaf.name or "the text"
    return f"{what}: it is damaged and was read as far as it goes"


class _Texts(Struct):
    """What the texts of a mail share.

    `known` is what was said already, by group of parts of which a mail program shows only one.
    """

    whole: SourceText
    sheets: tuple[str, ...]
    known: dict[int, Shingles] = field(default_factory=dict)

    def said(self, leaf: Leaf) -> Shingles:
        """Return what the other forms of a text said."""
        return self.known.setdefault(leaf.choice, Shingles())


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
    known = texts.said(leaf)
    if leaf.kind == "html":
        yield from _unsaid(Page(text, frame, sheets=texts.sheets).read(), known)
        return
    yield from _packed_in(decoded.text)
    for passage in plain.passages(text, frame):
        known.add(f"{passage.number or ''} {passage.text}")
        yield passage


def _rich(source: Source, leaf: Leaf, rank: int, known: Shingles) -> Iterator[Item]:
    """Yield what the rich form of a text says beyond the plain one."""
    found = guarded(format_named("rtf").read, replace(source, data=leaf.data))
    for item in _unsaid(found, known):
        if isinstance(item, Problem):
            item = replace(item, fatal=False)
        elif isinstance(item, Passage):
            place = item.location
            label, order = f"{place.label}, rich text part", (rank, *place.order)
            item = replace(item, location=replace(place, label=label, order=order))
        yield item


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


def _unsaid(items: Iterator[Item], known: Shingles) -> Iterator[Item]:
    """Yield what the plain text of the same mail does not say already."""
    for item in items:
        if not (isinstance(item, Passage) and known.holds(item.text)):
            yield item
