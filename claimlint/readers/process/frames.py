"""Messages over a pipe: a kind, a length, the bytes."""

from __future__ import annotations

import struct
from enum import IntEnum
from typing import IO

LARGEST_FRAME = 32 * 1024 * 1024
"""How many bytes a message of a reading process may have."""

_HEAD = struct.Struct(">BQ")


class WireFault(ValueError):
    """A message is not what this program sends."""


class Kind(IntEnum):
    """What a message is."""

    READY = 1
    REQUEST = 2
    DATA = 3
    ITEMS = 4
    DONE = 5
    RETIRED = 6
    FAULT = 7
    NO_MEMORY = 8


def send(stream: IO[bytes], kind: Kind, message: bytes | memoryview = b"") -> None:
    """Write one message and pass it on at once."""
    stream.write(_HEAD.pack(kind, len(message)))
    stream.write(message)
    stream.flush()


def receive(stream: IO[bytes], largest: int = LARGEST_FRAME) -> tuple[Kind, bytes]:
    """Return the next message.

    Raises:
        EOFError: the other side is gone.
        WireFault: not a message, or one of more than `largest` bytes.
    """
    kind, length = _HEAD.unpack(_exactly(stream, _HEAD.size))
    if kind not in tuple(Kind) or length > largest:
        raise WireFault(f"a message of kind {kind} and {length} bytes is not allowed")
    return Kind(kind), _exactly(stream, length)


def _exactly(stream: IO[bytes], length: int) -> bytes:
    chunks = []
    while length:
        chunk = stream.read(min(length, 1 << 20))
        if not chunk:
            raise EOFError("the pipe is closed")
        chunks.append(chunk)
        length -= len(chunk)
    return b"".join(chunks)
