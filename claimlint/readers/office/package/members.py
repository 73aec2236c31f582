"""Members of a zip archive: found by the directory or, where that is gone, by local headers."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import NamedTuple

from msgspec import Struct

from claimlint.document import ProblemCode
from claimlint.readers.interface import Limits
from claimlint.readers.office.package.packings import (
    Packing,
    packing_of,
    stream_packing_of,
    unpacking_faults,
)

_LOCAL = b"PK\x03\x04"
_HEADER = struct.Struct("<4s5H3L2H")
_STORED = 0
_ENCRYPTED, _SIZE_FOLLOWS, _UTF8 = 0x1, 0x8, 0x800
_CHUNK = 64 * 1024
_STEP = 1024 * 1024
_RATIO_FROM = 16 * 1024 * 1024


class BadArchive(Exception):
    """The archive or one of its members cannot be read; `code` says in which way."""

    def __init__(self, message: str, code: ProblemCode) -> None:
        super().__init__(message)
        self.code = code


class Member(NamedTuple):
    """One file in an archive: `offset` of its local header, `packed` bytes or None if unknown.

    `checksum` is that of its unpacked bytes, 0 where it is not known.
    """

    name: str
    offset: int
    packed: int | None
    checksum: int = 0


class Budget(Struct):
    """How many bytes may still be unpacked, over all members together."""

    left: int
    ratio: int


def listed(data: bytes, limits: Limits) -> list[Member]:
    """Return the members that the archive's directory lists, those of one name too.

    Raises:
        BadArchive: the directory is damaged or gone, or lists too many members.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error, OSError) as error:
        raise BadArchive(f"its directory is damaged ({error})", ProblemCode.DAMAGED) from error
    if len(found) > limits.parts:
        raise _too_many(len(found), limits)
    return [
        Member(_clean(each.filename), each.header_offset, each.compress_size, each.CRC)
        for each in found
    ]


def scan(data: bytes, limits: Limits) -> dict[str, Member]:
    """Return the members whose local headers stand in `data`, by name, without a directory.

    Raises:
        BadArchive: there are too many.
    """
    found: dict[str, Member] = {}
    at = data.find(_LOCAL)
    while at >= 0:
        header = _header(data, at)
        if header is not None:
            name, flags, packed, _, start = header
            known = None if flags & _SIZE_FOLLOWS or packed == 0 else packed
            found[name] = Member(name, at, known)
            if len(found) > limits.parts:
                raise _too_many(len(found), limits)
            at = start + (known or 0) - 1 if start + (known or 0) <= len(data) else at
        at = data.find(_LOCAL, at + 1)
    return found


def unpack(data: bytes, member: Member, budget: Budget) -> tuple[bytes, str | None]:
    """Return the member's bytes, and what was wrong if only its beginning could be read.

    Raises:
        BadArchive: damaged, encrypted, an unknown method, or more than the budget allows.
    """
    header = _header(data, member.offset)
    if header is None:
        raise BadArchive("its local header is not there", ProblemCode.DAMAGED_PART)
    _, flags, packed, method, start = header
    if flags & _ENCRYPTED:
        raise BadArchive("it is encrypted", ProblemCode.ENCRYPTED)
    size = member.packed if member.packed is not None else packed
    end = start + size if size else len(data)
    raw = memoryview(data)[start:end]
    if method == _STORED:
        found, fault = _stored(raw, data, start, size, budget)
    elif (packing := packing_of(method, raw)) is not None:
        found, fault = _expanded(*packing, budget)
    else:
        raise BadArchive(f"it is packed by method {method}", ProblemCode.UNSUPPORTED_PART)
    if member.checksum and member.checksum == zlib.crc32(found):
        return found, None  # whole, whether or not its end is marked
    if member.checksum and fault is None:
        fault = "its checksum is wrong, some of its text may be too"
    return found, fault


def unwrapped(data: bytes, budget: Budget) -> tuple[bytes, str | None]:
    """Return what is packed as one stream (gzip, bzip2, xz), or the bytes as they are.

    Raises:
        BadArchive: damaged, or more than the budget allows.
    """
    packing = stream_packing_of(data)
    return (data, None) if packing is None else _expanded(packing, memoryview(data), budget)


def _stored(
    raw: memoryview, data: bytes, start: int, size: int, budget: Budget
) -> tuple[bytes, str | None]:
    if not size:
        following = data.find(b"PK", start)
        raw = raw[: following - start] if following >= 0 else raw
    _spend(budget, len(raw))
    return bytes(raw), None


def _expanded(packing: Packing, raw: memoryview, budget: Budget) -> tuple[bytes, str | None]:
    out: list[bytes] = []
    size = 0
    fault = None
    for at in range(0, len(raw), _CHUNK):
        feed: bytes | memoryview = raw[at : at + _CHUNK]
        try:
            while not packing.eof and (feed or not packing.needs_input):
                piece = packing.decompress(feed, _STEP)
                feed = b""
                out.append(piece)
                size += len(piece)
                _spend(budget, len(piece))
                _check_ratio(size, min(at + _CHUNK, len(raw)), budget)
        except unpacking_faults() as error:
            fault = f"its packed data are damaged ({error})"
            break
        if packing.eof:
            break
    if fault is None and not packing.eof:
        fault = "its packed data break off"
    if fault is not None and not size:
        raise BadArchive(fault, ProblemCode.DAMAGED_PART)
    return b"".join(out), fault


def _check_ratio(size: int, used: int, budget: Budget) -> None:
    if size > _RATIO_FROM and size > budget.ratio * max(used, 1):
        raise BadArchive(
            f"it unpacks to more than {budget.ratio} times its size", ProblemCode.TOO_LARGE
        )


def _spend(budget: Budget, size: int) -> None:
    budget.left -= size
    if budget.left < 0:
        raise BadArchive("the archive unpacks to more than the limit", ProblemCode.TOO_LARGE)


def _header(data: bytes, at: int) -> tuple[str, int, int, int, int] | None:
    """Return name, flags, packed size, method and start of the data of the header at `at`."""
    if at < 0 or at + _HEADER.size > len(data) or data[at : at + 4] != _LOCAL:
        return None
    _, _, flags, method, _, _, _, packed, _, named, extra = _HEADER.unpack_from(data, at)
    begin = at + _HEADER.size
    if named == 0 or begin + named > len(data):
        return None
    raw = data[begin : begin + named]
    name = raw.decode("utf-8" if flags & _UTF8 else "cp437", "replace")
    return _clean(name), flags, packed, method, begin + named + extra


def _clean(name: str) -> str:
    return name.replace("\\", "/").lstrip("/")


def _too_many(count: int, limits: Limits) -> BadArchive:
    return BadArchive(
        f"it holds {count} parts, more than {limits.parts}", ProblemCode.TOO_MANY_PARTS
    )
