"""Messages as Outlook keeps them in files: the parts of a mail, in folders of a compound file.

Source: [MS-OXMSG], Outlook Item (.msg) File Format.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace

from claimlint.document import ProblemCode
from claimlint.errors import UnreadableFile
from claimlint.readers.guard import Read
from claimlint.readers.interface import Item, Source
from claimlint.readers.mail import mapi
from claimlint.readers.mail.contents import contents
from claimlint.readers.mail.mapi import Properties
from claimlint.readers.mail.parts import Leaf, attachment
from claimlint.readers.office.old.cfb import MAGIC, BadCompound, Compound, Folder
from claimlint.readers.registry import format_named
from claimlint.readers.text.places import SourceText
from claimlint.regex import regex

_STREAM = regex(r"__substg1\.0_([0-9A-Fa-f]{4})([0-9A-Fa-f]{4})")
_NUMBERS = "__properties_version1.0"
_ATTACHED = "__attach_version1.0_"
_OBJECT = "__substg1.0_3701000D"
_LINKED = frozenset((2, 3, 4, 7))
_HEAD = 512


def read(source: Source) -> Iterator[Item]:
    """Yield the passages of a message, then those of its attachments, as of any mail.

    Lines are those of the decoded text. Addresses and dates are not read. Other programs call
    plain mails so too.

    Raises:
        UnreadableFile: damaged, or no message.
    """
    if not source.data.startswith(MAGIC) and b"\0" not in source.data[:_HEAD]:
        yield from format_named("eml").read(source)
        return
    try:
        compound = Compound(source.data)
    except (BadCompound, struct.error) as error:
        message = f"a damaged Outlook message ({error}); save it anew in Outlook"
        raise UnreadableFile(message, code=ProblemCode.DAMAGED) from error
    yield from _message(compound, compound.root, None, source)


def _message(
    compound: Compound, folder: Folder, charset: str | None, source: Source
) -> Iterator[Item]:
    found = _properties(compound, folder, charset)
    if not found.values and not found.numbers:
        message = "no Outlook message, or one that is damaged; save it anew in Outlook"
        raise UnreadableFile(message, code=ProblemCode.DAMAGED)
    yield from mapi.subject(found)
    yield from contents(source, _parts(compound, folder, found), SourceText(""))


def _parts(compound: Compound, folder: Folder, found: Properties) -> Iterator[Leaf]:
    yield from mapi.texts(found)
    for name in sorted(folder.folders):
        if name.startswith(_ATTACHED):
            yield _attachment(compound, folder.folders[name], found.charset())


def _attachment(compound: Compound, folder: Folder, charset: str | None) -> Leaf:
    found = _properties(compound, folder, charset)
    name, kind = found.text(*mapi.NAMES), found.text(mapi.MIME).lower()
    inner = folder.folders.get(_OBJECT)
    if inner is not None and _NUMBERS in inner.streams:
        leaf = attachment("message/rfc822", name.replace("/", "-").replace("\\", "-"), b"")
        read: Read = partial(_message, compound, inner, charset)
        return replace(leaf, read=read)
    leaf = attachment(kind, name, found.values.get(mapi.CONTENT, (0, b""))[1])
    if inner is not None or found.numbers.get(mapi.METHOD) in _LINKED:
        return replace(leaf, kind="away")
    return replace(leaf, damaged=mapi.CONTENT in found.cut)


def _properties(compound: Compound, folder: Folder, charset: str | None) -> Properties:
    found = Properties(fallback=charset)
    for name, (_, size) in folder.streams.items():
        told = _STREAM.fullmatch(name)
        if told is None or (number := int(told[1], 16)) not in mapi.WANTED:
            continue
        data = compound.read(name, folder)
        found.values[number] = int(told[2], 16), data
        if len(data) < size:
            found.cut.add(number)
    if _NUMBERS in folder.streams:
        data = compound.read(_NUMBERS, folder)
        whole = memoryview(data)[len(data) % 16 :]  # headers differ in length, entries do not
        for kind, number, value in struct.iter_unpack("<HH4xI4x", whole):
            if kind == mapi.NUMBER:
                found.numbers[number] = value
    return found
