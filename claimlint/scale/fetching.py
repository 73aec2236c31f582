"""Brings the bytes of one document to the machine that checks it."""

from __future__ import annotations

import io
from pathlib import Path
from typing import IO
from zipfile import ZipFile

from warcio.archiveiterator import ArchiveIterator

from claimlint.errors import UnreadableFile
from claimlint.scale.faults import DAMAGE, faults, shown_fault
from claimlint.scale.sources import Entry, opened

_BLOCK = 1024 * 1024


def fetched(entry: Entry, folder: Path, most: int) -> Path:
    """Write the document into `folder` and return its path; `most` is how many bytes it may have.

    Raises:
        UnreadableFile: it cannot be fetched, is damaged or under a password, or is larger.
    """
    if entry.fault:
        raise UnreadableFile(entry.fault, code=entry.code)
    path = folder / f"document{entry.suffix}"
    try:
        with opened(entry.url) as source:
            if entry.offset is None:
                _copy(source, path, most)
            elif entry.length is None:
                _copy(_member(source, entry.offset), path, most)
            else:
                _copy(_record(source, entry.offset, entry.length), path, most)
    except faults(ValueError) as error:
        raise UnreadableFile(f"cannot be fetched ({error})", code="missing") from error
    except DAMAGE as error:
        message = f"damaged: cannot be unpacked ({shown_fault(error)})"
        raise UnreadableFile(message, code="damaged") from error
    except RuntimeError as error:  # zipfile has no kind of its own for a password
        raise UnreadableFile("it is under a password", code="encrypted") from error
    return path


def _copy(source: IO[bytes] | io.BufferedIOBase, path: Path, most: int) -> None:
    left = most
    with path.open("wb") as target:
        while block := source.read(_BLOCK):
            left -= len(block)
            if left < 0:
                message = f"larger than {most // 1024**2} MiB; raise the limit `unpacked`"
                raise UnreadableFile(message, code="too-large")
            target.write(block)


def _member(source: IO[bytes], offset: int) -> IO[bytes]:
    """Return the file of a zip archive whose header stands at `offset`."""
    archive = ZipFile(source)
    for member in archive.infolist():
        if member.header_offset == offset:
            return archive.open(member)
    raise UnreadableFile("the archive holds no file at this place", code="damaged")


def _record(source: IO[bytes], offset: int, length: int) -> io.BufferedIOBase:
    """Return the content of the record of a web archive that stands at `offset`."""
    source.seek(offset)
    for record in ArchiveIterator(io.BytesIO(source.read(length))):
        stream: io.BufferedIOBase = record.content_stream()
        return stream
    raise UnreadableFile("the web archive holds no record at this place", code="damaged")
