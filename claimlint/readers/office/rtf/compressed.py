"""Rich text as Outlook packs it into a message.

Source: [MS-OXRTFCP], Rich Text Format Compression Algorithm.
"""

from __future__ import annotations

import struct

_HEADER = struct.Struct("<II4sI")
_PACKED, _AS_IT_IS = b"LZFu", b"MELA"
_RING = 4096
_KNOWN = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript "
    rb"\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
"""What every packed text may refer to before it has said anything."""


def unpacked(data: bytes) -> bytes:
    """Return the rich text in `data`, as far as it goes; nothing where it is none.

    A reference stands for at most 17 bytes, so the text is at most nine times as long as `data`.
    """
    if len(data) < _HEADER.size:
        return b""
    _, size, kind, _ = _HEADER.unpack_from(data)
    if kind == _AS_IT_IS:
        return data[_HEADER.size : _HEADER.size + size].rstrip(b"\0")
    return _expanded(data)[:size].rstrip(b"\0") if kind == _PACKED else b""


def _expanded(data: bytes) -> bytes:
    """Return the text: after each byte of flags come eight bytes or references to earlier ones."""
    out = bytearray(_KNOWN)
    at = _HEADER.size
    while at < len(data):
        flags = data[at]
        at += 1
        for bit in range(8):
            if not flags >> bit & 1:
                out += data[at : at + 1]
                at += 1
                continue
            pair = int.from_bytes(data[at : at + 2], "big")
            at += 2
            back = (len(out) - (pair >> 4)) % _RING
            if back == 0 or at > len(data):  # a reference to the place itself ends the text
                return bytes(out[len(_KNOWN) :])
            for _ in range((pair & 15) + 2):
                out.append(out[-back] if back <= len(out) else 0x20)
    return bytes(out[len(_KNOWN) :])
