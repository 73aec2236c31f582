"""OLE compound files: what an office file is that is no zip archive (encrypted, or old)."""

from __future__ import annotations

from enum import StrEnum

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


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


def kind_of(data: bytes) -> OleKind | None:
    """Return what the compound file holds, or None if `data` is none."""
    if not data.startswith(MAGIC):
        return None
    for stream, kind in _STREAMS:
        if stream.encode("utf-16-le") in data:
            return kind
    return OleKind.OTHER
