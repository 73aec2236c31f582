"""Which documents a source holds: folders, buckets, lists of addresses, zip and WARC files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager
from gzip import BadGzipFile
from pathlib import Path
from typing import IO
from zipfile import ZipFile

import fsspec
from msgspec import Struct
from warcio.archiveiterator import ArchiveIterator

from claimlint.errors import WrongCall
from claimlint.file_types import suffix_of
from claimlint.scale.faults import DAMAGE, reaching, shown_fault

_ARCHIVES = (".zip",)
_WEB_ARCHIVES = (".warc", ".warc.gz")
_TEXTS = ("text/", "application/pdf", "application/xhtml", "application/rtf", "application/msword")
_OFFICE = ("application/vnd.openxmlformats", "application/vnd.oasis", "application/vnd.ms-")
_LINE_ENDS = 4  # bytes that may stand behind the last record


class Entry(Struct, frozen=True):
    """One document: what results call it, and where its bytes are.

    `url` is the fsspec address to open. A record of a WARC file is `length` bytes from `offset` of
    it; a file of a zip archive is that whose header stands at `offset`. `suffix` (".pdf") is that
    of the name, "" where only the bytes tell the format. `size` is in bytes, None where the source
    does not say. A `fault` says why it cannot be read, which is known before it is opened: an
    archive, or the rest of it, that cannot be listed; `code` is its problem code.
    """

    name: str
    url: str
    suffix: str
    size: int | None = None
    offset: int | None = None
    length: int | None = None
    fault: str = ""
    code: str = "damaged"


class PassedOver(Struct, frozen=True):
    """A file that no reader reads, hidden, or a record that holds no page."""

    name: str


Listed = Entry | PassedOver


def listed(source: str, suffixes: frozenset[str]) -> Iterator[Listed]:
    """Yield what a source holds, one after the other.

    A source is an address that fsspec opens (a local path, `s3://`, `abfs://`, `gs://`, `http://`):
    a folder, a document, a `.zip`, a `.warc` or `.warc.gz`; or `@` and the address of a list with
    one source a line. Archives in folders are opened too; a damaged one is an entry with a fault.

    Raises:
        WrongCall: the source cannot be opened, or a list names itself.
    """
    yield from _listed(source, suffixes, ())


def _listed(source: str, suffixes: frozenset[str], lists: tuple[str, ...]) -> Iterator[Listed]:
    with reaching(source):
        if not source.startswith("@"):
            yield from _held(source, suffixes, in_list=bool(lists))
            return
        if source in lists:
            raise WrongCall(f"{source}: names itself: {' → '.join((*lists, source))}")
        with fsspec.open(source[1:], "rt", encoding="utf-8") as lines:
            for line in lines:
                if line.strip() and not line.startswith("#"):
                    yield from _listed(line.strip(), suffixes, (*lists, source))


def _held(source: str, suffixes: frozenset[str], *, in_list: bool) -> Iterator[Listed]:
    files, path = fsspec.url_to_fs(source)
    if source.startswith(("http://", "https://")) or files.isfile(path):
        size = None if source.startswith("http") else files.size(path)
        yield from _file(_address(files, path), size, suffixes, named=True)
        return
    if not files.isdir(path):
        if not in_list:
            raise WrongCall(f"{source}: no such file or folder")
        yield Entry(_shown(source), source, "", fault="no such file or folder", code="missing")
        return
    lost: list[OSError] = []
    opened = False
    for folder, _, found in files.walk(path, detail=True, on_error=lost.append):
        opened = True
        for name, facts in sorted(found.items()):
            where = f"{folder.rstrip('/')}/{name}"
            if _hidden(where[len(path) :]) or facts.get("islink"):
                yield PassedOver(where)
            else:
                yield from _file(_address(files, where), facts.get("size"), suffixes)
    if lost and not opened:
        raise lost[0]
    for error in lost:
        where = str(error.filename or path)
        fault = f"the folder cannot be opened ({error.strerror or error})"
        yield Entry(_shown(where), where, "", fault=fault, code="missing")


def _file(
    address: str, size: int | None, suffixes: frozenset[str], *, named: bool = False
) -> Iterator[Listed]:
    if address.lower().endswith(_ARCHIVES):
        found = _members(address, suffixes)
    elif address.lower().endswith(_WEB_ARCHIVES):
        found = _records(address, size, suffixes)
    else:
        suffix = _suffix(address, suffixes)
        if suffix or named:
            yield Entry(_shown(address), address, suffix, size)
        else:
            yield PassedOver(address)
        return
    try:
        yield from found
    except (*DAMAGE, BadGzipFile) as error:
        fault = f"damaged: the archive, or the rest of it, cannot be read ({shown_fault(error)})"
        yield Entry(_shown(address), address, "", fault=fault)
    except (PermissionError, FileNotFoundError, ValueError) as error:
        fault = f"the archive cannot be opened ({shown_fault(error)})"
        yield Entry(_shown(address), address, "", fault=fault, code="missing")


def _members(address: str, suffixes: frozenset[str]) -> Iterator[Listed]:
    with opened(address) as file, ZipFile(file) as archive:
        found = sorted(archive.infolist(), key=lambda each: each.filename)
    seen: Counter[str] = Counter()
    for member in found:
        if member.is_dir():
            continue
        name = _shown(f"{address}!{member.filename}")
        seen[name] += 1
        if seen[name] > 1:
            name = f"{name} ({seen[name]})"
        suffix = "" if _hidden(member.filename) else _suffix(member.filename, suffixes)
        if suffix:
            yield Entry(name, address, suffix, member.file_size, offset=member.header_offset)
        else:
            yield PassedOver(name)


def _records(address: str, size: int | None, suffixes: frozenset[str]) -> Iterator[Listed]:
    """Yield the pages of a web archive.

    Raises:
        EOFError: the file ends within a record, which the library does not tell.
    """
    with opened(address) as file:
        records = ArchiveIterator(file)
        end = 0
        for record in records:
            name = record.rec_headers.get_header("WARC-Target-URI") or ""
            wanted = _page(record.http_headers)
            offset = records.get_record_offset()
            records.read_to_end()
            if getattr(record.raw_stream, "limit", 0) > 0:
                raise EOFError("it breaks off")
            length = records.get_record_length()
            end = offset + length
            if record.rec_type != "response":
                continue
            if wanted:
                suffix = _suffix(name, suffixes)
                yield Entry(_shown(name), address, suffix, length, offset=offset, length=length)
            else:
                yield PassedOver(name)
    if size is not None and size - end > _LINE_ENDS:
        raise EOFError("it breaks off")


def _page(headers: object) -> bool:
    """Tell whether a record is a page or a document that was delivered."""
    status = getattr(headers, "get_statuscode", lambda: "")()
    kind = getattr(headers, "get_header", lambda _: "")("Content-Type") or "text/html"
    return bool(status == "200") and kind.lower().startswith(_TEXTS + _OFFICE)


def _suffix(name: str, suffixes: frozenset[str]) -> str:
    suffix = suffix_of(name.partition("?")[0].partition("#")[0])
    return suffix if suffix in suffixes else ""


def _shown(name: str) -> str:
    """Return a name as results show it: what is no UTF-8 in it becomes a question mark."""
    return name.encode("utf-8", "replace").decode()


def opened(address: str) -> AbstractContextManager[IO[bytes]]:
    """Open an address to read; to fsspec "::" in the name of a local file would be a chain."""
    if "://" not in address:
        return Path(address).open("rb")
    found: AbstractContextManager[IO[bytes]] = fsspec.open(address, "rb")
    return found


def _hidden(path: str) -> bool:
    parts = path.split("/")
    return any(part.startswith(".") and part not in (".", "..") for part in parts)


def _address(files: fsspec.AbstractFileSystem, path: str) -> str:
    address = str(files.unstrip_protocol(path))
    return address.removeprefix("file://")
