"""What Outlook sends beside a mail as `winmail.dat`: its text once more, and the attachments.

Source: [MS-OXTNEF], Transport Neutral Encapsulation Format.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from claimlint.readers.interface import Item, Source
from claimlint.readers.mail import mapi
from claimlint.readers.mail.contents import contents
from claimlint.readers.mail.mapi import Properties
from claimlint.readers.mail.parts import Leaf, attachment
from claimlint.readers.registry import format_named
from claimlint.readers.text.places import SourceText

_SIGN = b"\x78\x9f\x3e\x22"
_ATTRIBUTE = struct.Struct("<BII")
_SUBJECT, _BODY, _TITLE, _DATA = 0x00018004, 0x0002800C, 0x00018010, 0x0006800F
_MESSAGE, _NEXT, _ATTACHED, _CODE_PAGE = 0x00069003, 0x00069002, 0x00069005, 0x00069007
_FIXED = {2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 10: 4, 11: 4, 20: 8, 64: 8, 72: 16}
"""Bytes of a value by its type; others say how long they are."""
_SAME_AS = {
    _SUBJECT: mapi.SUBJECT,
    _BODY: mapi.PLAIN,
    _TITLE: mapi.NAMES[1],
    _DATA: mapi.CONTENT,
}
"""The attributes that say what a property says too."""
_OBJECT, _NAMED, _SEVERAL = 13, 0x8000, 0x1000
_IDENTIFIER = 16


def read(source: Source) -> Iterator[Item]:
    """Yield the subject and the passages of the text, then those of the attachments."""
    message, files = _taken(source.data)
    yield from mapi.subject(message)
    yield from contents(source, _parts(message, files), SourceText(""))


def opened(parts: Iterable[Leaf]) -> Iterator[Leaf]:
    """Yield the parts of a mail, and instead of a `winmail.dat` the parts in it."""
    for leaf in parts:
        if leaf.kind == "file" and leaf.data.startswith(_SIGN):
            yield from _parts(*_taken(leaf.data))
        else:
            yield leaf


def _parts(message: Properties, files: Iterable[Properties]) -> Iterator[Leaf]:
    yield from mapi.texts(message)
    for file in files:
        file.fallback = message.charset()
        yield _file(file)


def _taken(data: bytes) -> tuple[Properties, list[Properties]]:
    """Return what is said of the message and of each file; what lies behind a break is lost."""
    message, files = Properties(), list[Properties]()
    stream = _Stream(data[len(_SIGN) + 2 :])
    while len(head := stream.take(_ATTRIBUTE.size)) == _ATTRIBUTE.size:
        _, attribute, size = _ATTRIBUTE.unpack(head)
        value, _ = stream.take(size), stream.take(2)
        if attribute == _NEXT:
            files.append(Properties())
        _attribute(files[-1] if files else message, attribute, value, cut=len(value) < size)
    return message, files


def _attribute(found: Properties, attribute: int, value: bytes, *, cut: bool) -> None:
    if attribute in (_MESSAGE, _ATTACHED):
        _properties(found, _Stream(value))
        found.cut.update(found.values if cut else ())
    elif attribute == _CODE_PAGE:
        found.numbers.setdefault(mapi.CODE_PAGE, int.from_bytes(value[:4], "little"))
    elif attribute in _SAME_AS:
        number = _SAME_AS[attribute]
        found.values.setdefault(number, (mapi.LETTERS, value))
        if cut:
            found.cut.add(number)


def _file(found: Properties) -> Leaf:
    kind, data = found.values.get(mapi.CONTENT, (0, b""))
    name = found.text(*mapi.NAMES)
    if kind == _OBJECT and data[_IDENTIFIER:].startswith(_SIGN):
        leaf = attachment("message/rfc822", name.replace("/", "-"), data[_IDENTIFIER:])
        return replace(leaf, read=format_named("tnef").read)
    leaf = attachment(found.text(mapi.MIME).lower(), name, data)
    return replace(
        leaf, kind="away" if kind == _OBJECT else leaf.kind, damaged=mapi.CONTENT in found.cut
    )


class _Stream:
    """Bytes that are taken one after the other; fewer than asked for where they end."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def take(self, size: int) -> bytes:
        found = self._data[self._at : self._at + size]
        self._at += size
        return found

    def number(self) -> int:
        return int.from_bytes(self.take(4), "little")

    def padded(self, size: int) -> bytes:
        found = self.take(size)
        self._at += -size % 4
        return found

    def ended(self) -> bool:
        return self._at >= len(self._data)


def _properties(found: Properties, stream: _Stream) -> None:
    """Take the properties in a stream, as far as they can be followed."""
    left = stream.number()
    while left and not stream.ended():
        left -= 1
        kind, number = (int.from_bytes(stream.take(2), "little") for _ in range(2))
        if number >= _NAMED:
            stream.take(_IDENTIFIER)
            named = stream.number()
            stream.padded(stream.number()) if named else stream.take(4)
        size = _FIXED.get(kind & ~_SEVERAL)
        count = stream.number() if size is None or kind & _SEVERAL else 1
        value = b""
        while count and not stream.ended():
            count -= 1
            value = stream.padded(stream.number() if size is None else size)
        if kind == mapi.NUMBER:
            found.numbers[number] = int.from_bytes(value, "little")
        elif number in mapi.WANTED:
            found.values[number] = kind, value
