"""Which format a file is, and its reader. A format is one module of `claimlint.readers.formats`."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from pathlib import PurePosixPath, PureWindowsPath

from claimlint.document import Location, Part, Problem, ProblemCode
from claimlint.readers import formats as _modules
from claimlint.readers.contract import Item, PageDone, Source
from claimlint.readers.guard import Read, guarded

HEAD = 64 * 1024
"""How many bytes of a file `format_of` wants to see."""


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file and how it is read. `in_process` readers need no worker of their own.

    Files of a format that is `only_named` are read where the call names them, not in folders.
    """

    name: str
    suffixes: tuple[str, ...]
    in_process: bool
    read: Read
    only_named: bool = False


@cache
def formats() -> tuple[Format, ...]:
    """Return all formats, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(_modules.__path__))
    return tuple(_load(name) for name in names)


def format_named(name: str) -> Format | None:
    """Return the format called `name`, importing no other reader, or None."""
    if not name.isidentifier() or not any(
        module.name == name for module in pkgutil.iter_modules(_modules.__path__)
    ):
        return None
    return _load(name)


def suffixes() -> tuple[str, ...]:
    """Return the suffixes that are read in folders, with their dot, in lower case and sorted."""
    read = (known for known in formats() if not known.only_named)
    return tuple(sorted(suffix for known in read for suffix in known.suffixes))


def format_of(name: str, head: bytes = b"") -> Format | None:
    """Return the format of a file, or None where no reader fits.

    `name` may be a path; its suffix decides, unless the first bytes show that it is false. A file
    without any suffix is told by its bytes alone; with no bytes given it is of no known format.
    """
    suffix = suffix_of(name)
    told = next((known for known in formats() if suffix in known.suffixes), None)
    seen = _by_bytes(head, told)
    if seen is not None:
        return format_named(seen) or told
    if told is None and not suffix and head and not _binary(head):
        return format_named("html" if _HTML.match(head) else "text")
    return told


def suffix_of(name: str) -> str:
    """Return the suffix of a name or path with its dot, in lower case."""
    return PurePosixPath(PureWindowsPath(name).as_posix()).suffix.lower()


def read_nested(
    source: Source, *, called: str = "attachment", order: tuple[int, ...] = ()
) -> Iterator[Item]:
    """Yield what lies in a file inside another; `source` comes from `Source.inner`.

    Labels open with `called` and the file's name, places sort below `order`. What cannot be read
    is a problem and never an exception.
    """
    name = (source.member or source.path).rsplit("/", 1)[-1] or "without a name"
    place = Location(
        label=f"{called} {name}", order=order, part=Part.EMBEDDED, member=source.member
    )
    if source.depth > source.limits.depth:
        message = f"not read: it lies more than {source.limits.depth} files deep"
        yield Problem(code=ProblemCode.TOO_DEEP, message=message, location=place)
        return
    kind = format_of(name, source.data[:HEAD])
    if kind is None or kind.only_named:
        message = "not read: no reader for this kind of file"
        yield Problem(code=ProblemCode.UNSUPPORTED_PART, message=message, location=place)
        return
    for item in guarded(kind.read, source):
        if not isinstance(item, PageDone):
            yield _nested(item, place)


def _nested(item: Item, outer: Location) -> Item:
    if isinstance(item, PageDone):
        return item
    if item.location is None:
        place = outer
    else:
        place = replace(
            item.location,
            label=f"{outer.label}: {item.location.label}",
            order=outer.order + item.location.order,
            member=item.location.member or outer.member,
        )
    if isinstance(item, Problem) and item.fatal:
        message = f"not read: {item.message}"
        return Problem(code=ProblemCode.ATTACHMENT_NOT_READ, message=message, location=place)
    return replace(item, location=place)


def _load(name: str) -> Format:
    module = import_module(f"{_modules.__name__}.{name}")
    only = getattr(module, "ONLY_NAMED", False)
    return Format(module.FORMAT, module.SUFFIXES, module.IN_PROCESS, module.read, only)


_TEXT_LIKE = frozenset(("text", "markdown", "html", "eml", "json", "yaml", "po", "xliff"))
_ZIPPED = (
    ("docx", b"word/"),
    ("pptx", b"ppt/"),
    ("xlsx", b"xl/"),
    ("odt", b"application/vnd.oasis.opendocument.text"),
    ("odp", b"application/vnd.oasis.opendocument.presentation"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype html|html|head|body)\b", re.I
)


def _by_bytes(head: bytes, told: Format | None) -> str | None:
    """Return the format that the bytes insist on, against the suffix if need be."""
    name = None if told is None else told.name
    if head.startswith(b"PK\x03\x04"):
        return _zipped(head, name)
    if name == "pdf" and b"%PDF-" in head[:1024]:
        return name
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if name is not None and name not in _TEXT_LIKE and _HTML.match(head):
        return "html"
    return None


def _zipped(head: bytes, name: str | None) -> str | None:
    found = [kind for kind, sign in _ZIPPED if sign in head]
    if name in found or not found:
        return None
    return found[0]


def _binary(head: bytes) -> bool:
    return head.startswith(_OLE) or b"\0" in head
