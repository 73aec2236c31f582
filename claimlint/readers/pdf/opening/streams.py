"""Looks for streams that would unpack to far more than a person could have written."""

from __future__ import annotations

import zlib

from claimlint.document import ProblemCode
from claimlint.errors import UnreadableFile
from claimlint.readers.interface import Source
from claimlint.regex import regex

_STREAM = regex(rb"stream\r?\n")
_BEFORE = 600
"""The dictionary of a stream is looked for in so many bytes before it."""
SMALL = 8 * 1024
"""A stream of fewer bytes, packed once, unpacks to 8 MB at most."""
_CHUNK = 1 << 20


def check_streams(source: Source) -> None:
    """Refuse a file with a packed stream that is no picture and unpacks beyond the limits.

    Raises:
        UnreadableFile: a stream unpacks to more than `limits.unpacked` bytes in all steps, or to
            more than a quarter of that at more than `limits.ratio` times its size.
    """
    data = source.data
    most = source.limits.unpacked
    for match in _STREAM.finditer(data):
        head = data[max(0, match.start() - _BEFORE) : match.start()]
        head = head[head.rfind(b" obj") :]
        layers = head.count(b"/FlateDecode") + head.count(b"/Fl ")
        if layers == 0 or (b"/Image" in head and layers == 1):
            continue
        end = data.find(b"endstream", match.end())
        end = len(data) if end < 0 else end
        if layers == 1 and end - match.end() < SMALL:
            continue
        size = _unpacked(data[match.end() : end], layers, most)
        packed = end - match.end()
        if size > most or (size > most // 4 and size > source.limits.ratio * packed):
            message = "a stream of it unpacks to more than is allowed"
            raise UnreadableFile(message, code=ProblemCode.TOO_LARGE)


def _unpacked(packed: bytes, layers: int, most: int) -> int:
    """Return to how many bytes `packed` unpacks, and stop counting beyond `most`."""
    steps = [zlib.decompressobj() for _ in range(min(layers, 8))]
    total = 0
    for start in range(0, len(packed), _CHUNK):
        total += _through(steps, packed[start : start + _CHUNK], most - total)
        if total > most:
            break
    return total


def _through(steps: list[zlib._Decompress], data: bytes, room: int) -> int:
    """Send a piece through the steps, in bounded pieces, and count what comes out in all."""
    total = 0
    todo = [(0, data)]
    while todo and total <= room:
        level, piece = todo.pop()
        try:
            out = steps[level].decompress(piece, _CHUNK)
        except zlib.error:
            continue
        left = steps[level].unconsumed_tail
        if left and not steps[level].eof:  # what stands behind the end stays in the tail for good
            todo.append((level, left))
        total += len(out)
        if out and level + 1 < len(steps):
            todo.append((level + 1, out))
    return total
