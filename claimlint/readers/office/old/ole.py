"""What an OLE compound file holds: an encrypted package, an old document, or an embedded file."""

from __future__ import annotations

import struct
from enum import StrEnum
from typing import NamedTuple

from claimlint.readers.office.old.cfb import MAGIC, BadCompound, Compound

_PACKAGED = ("Package", "CONTENTS", "EmbeddedOdf")
_LONGEST_NAME = 80
_NATIVE = "\x01Ole10Native"


class OleKind(StrEnum):
    """What an OLE compound file holds, told by the names of its streams."""

    ENCRYPTED = "encrypted"
    DOC = "doc"
    PPT = "ppt"
    XLS = "xls"
    OTHER = "other"


_STREAMS = (
    ("EncryptedPackage", OleKind.ENCRYPTED),
    ("EncryptionInfo", OleKind.ENCRYPTED),
    ("WordDocument", OleKind.DOC),
    ("PowerPoint Document", OleKind.PPT),
    ("Workbook", OleKind.XLS),
)


class Content(NamedTuple):
    """A file found inside a compound file; `name` is what it was called, "" if unknown."""

    name: str
    data: bytes


def kind_of(data: bytes) -> OleKind | None:
    """Return what the compound file holds, or None if `data` is none.

    The names are looked for in the bytes: that also works where the directory is damaged.
    """
    if not data.startswith(MAGIC):
        return None
    for stream, kind in _STREAMS:
        if stream.encode("utf-16-le") in data:
            return kind
    return OleKind.OTHER


def content(data: bytes) -> Content | None:
    """Return the file that an embedded object wraps, or None if it wraps none."""
    kind = kind_of(data)
    if kind is None:
        return None
    if kind in (OleKind.DOC, OleKind.PPT, OleKind.XLS):
        return Content(f"embedded.{kind}", data)
    try:
        compound = Compound(data)
    except (BadCompound, struct.error):
        return None
    for name in _PACKAGED:
        if name in compound.root.streams:
            found = compound.read(name)
            return Content(_named(found), found)
    if _NATIVE in compound.root.streams:
        return _native(compound.read(_NATIVE))
    return None


def _named(data: bytes) -> str:
    """Return a name whose suffix fits the bytes, "" if they are of no known kind."""
    if data.startswith(b"%PDF-"):
        return "embedded.pdf"
    if not data.startswith(b"PK\x03\x04"):
        return ""
    for folder, suffix in ((b"word/", "docx"), (b"ppt/", "pptx"), (b"xl/", "xlsx")):
        if folder in data:
            return f"embedded.{suffix}"
    kinds = ((b"opendocument.text", "odt"), (b"opendocument.presentation", "odp"))
    return next((f"embedded.{suffix}" for sign, suffix in kinds if sign in data[:200]), "")


def _native(data: bytes) -> Content | None:
    """Return the file that a packager object wraps: two names, a path and the bytes."""
    try:
        label, at = _string(data, 6)
        _, at = _string(data, at)
        (length,) = struct.unpack_from("<I", data, at + 4)
        at += 8 + length
        (size,) = struct.unpack_from("<I", data, at)
    except (struct.error, ValueError):
        return None
    return Content(
        label.replace("\\", "/").rpartition("/")[2][-_LONGEST_NAME:], data[at + 4 : at + 4 + size]
    )


def _string(data: bytes, at: int) -> tuple[str, int]:
    end = data.index(b"\x00", at)
    return data[at:end].decode("cp1252", "replace"), end + 1
