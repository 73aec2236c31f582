"""Messages as Outlook keeps them in files, built from a few words."""

from __future__ import annotations

import struct
from collections.abc import Mapping

from tests.build.compound import Tree, compound

_SUBJECT, _PLAIN, _RTF, _HTML, _CONTENT, _METHOD, _NAME, _MIME = (
    0x0037, 0x1000, 0x1009, 0x1013, 0x3701, 0x3705, 0x3707, 0x370E,
)  # fmt: skip
_HEADERS = {"file": 32, "message": 24, "attachment": 8}


def outlook(**parts) -> bytes:
    """Return the bytes of a message file; see `message` for what it may hold."""
    return compound(message(**parts, header="file"))


def message(
    subject: str = "About our agent",
    text: str | bytes | None = "It works alone.\r\n",
    html: bytes | None = None,
    rtf: bytes | None = None,
    files: tuple[Tree, ...] = (),
    code_page: int | None = None,
    header: str = "message",
) -> Tree:
    """Return the folder of a message; texts in bytes are in the code page, `rtf` is packed."""
    values = {_SUBJECT: subject, _PLAIN: text, _HTML: html, _RTF: rtf}
    numbers = {} if code_page is None else {0x3FDE: code_page}
    attached = {f"__attach_version1.0_#{n:08X}": folder for n, folder in enumerate(files)}
    wide = {_SUBJECT, _PLAIN}
    return {**_folder(values, numbers, header, wide), **attached}


def file(name: str, content: bytes | Tree | None, mime: str | None = None, method: int = 1) -> Tree:
    """Return the folder of an attachment; its content may be the folder of a message."""
    values = {_NAME: name, _MIME: mime, _CONTENT: content if isinstance(content, bytes) else None}
    folder = _folder(values, {_METHOD: method}, "attachment", {_NAME, _MIME})
    if isinstance(content, Mapping):
        return {**folder, "__substg1.0_3701000D": content}
    return folder


def winmail(
    text: str | None = None, rtf: bytes | None = None, files: Mapping[str, bytes] | None = None
) -> bytes:
    """Return a `winmail.dat` with the text of a mail, rich text as one of its properties, files."""
    found = struct.pack("<IH", 0x223E9F78, 1)
    if text is not None:
        found += _attribute(1, 0x0002800C, text.encode("cp1252") + b"\0")
    if rtf is not None:
        named = struct.pack("<HH16xII", 3, 0x8001, 0, 7) + struct.pack("<I", 9)
        body = struct.pack("<HHII", 0x102, _RTF, 1, len(rtf)) + rtf + bytes(-len(rtf) % 4)
        found += _attribute(1, 0x00069003, struct.pack("<I", 2) + named + body)
    for name, data in (files or {}).items():
        found += _attribute(2, 0x00069002, bytes(14))
        found += _attribute(2, 0x00018010, name.encode("cp1252") + b"\0")
        found += _attribute(2, 0x0006800F, data)
    return found


def _attribute(level: int, number: int, value: bytes) -> bytes:
    return struct.pack("<BII", level, number, len(value)) + value + bytes(2)


def as_it_is(rtf: bytes) -> bytes:
    """Return a rich text under the head of a packed one, but not packed."""
    return struct.pack("<II4sI", len(rtf) + 12, len(rtf), b"MELA", 0) + rtf


def _folder(
    values: Mapping[int, str | bytes | None],
    numbers: Mapping[int, int],
    header: str,
    letters: set[int],
) -> dict[str, bytes | Tree]:
    found: dict[str, bytes | Tree] = {}
    for number, value in values.items():
        if isinstance(value, str):
            found[f"__substg1.0_{number:04X}001F"] = value.encode("utf-16-le")
        elif value is not None:
            kind = "001E" if number in letters else "0102"
            found[f"__substg1.0_{number:04X}{kind}"] = value
    entries = [struct.pack("<HHIII", 3, number, 6, value, 0) for number, value in numbers.items()]
    found["__properties_version1.0"] = bytes(_HEADERS[header]) + b"".join(entries)
    return found
