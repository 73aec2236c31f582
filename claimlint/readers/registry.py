"""Which format a file is, by its name and its first bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType

from msgspec.structs import replace

from claimlint.document import Location, Part, Passage, Problem, ProblemCode
from claimlint.file_types import FORMATS, Format, suffix_of
from claimlint.readers.guard import Read, guarded
from claimlint.readers.interface import Item, PageDone, Source
from claimlint.regex import regex

HEAD = 64 * 1024
"""How many bytes of a file `format_of` wants to see."""

_BY_NAME = MappingProxyType({known.name: known for known in FORMATS})


def format_named(name: str) -> Format:
    """Return the format called `name`.

    Raises:
        KeyError: there is none.
    """
    return _BY_NAME[name]


def format_of(name: str, head: bytes = b"") -> Format | None:
    """Return the format of a file, or None where no reader fits.

    `name` may be a path; its suffix decides, unless the first bytes show that it is false. A file
    without any suffix is told by its bytes alone; with no bytes given it is of no known format.
    """
    suffix = suffix_of(name)
    told = next((known for known in FORMATS if suffix in known.suffixes), None)
    seen = _by_bytes(head, told)
    if seen is None and told is None and not suffix and head:
        seen = _bare(head)
    return told if seen is None else format_named(seen)


def _bare(head: bytes) -> str | None:
    """Return the format of a file without a suffix, or None."""
    if is_archive(head):
        return "zip"
    if head.startswith(_OLE) or b"\0" in head:
        return None
    if _MAILBOX.match(head):
        return "mbox"
    return "html" if _HTML.match(head) else "text"


def read_nested(
    source: Source,
    *,
    called: str = "attachment",
    label: str | None = None,
    order: tuple[int, ...] = (),
    read: Read | None = None,
) -> Iterator[Item]:
    """Yield what lies in a file inside another; `source` comes from `Source.inner`.

    Labels open with `label`, or with `called` and the file's name; places sort below `order`. What
    cannot be read is a problem and never an exception. `read` reads it, else what fits its name.
    """
    name = (source.member or source.path).rsplit("/", 1)[-1] or "without a name"
    place = Location(
        label=label or f"{called} {name}", order=order, part=Part.EMBEDDED, member=source.member
    )
    if source.depth > source.limits.depth:
        message = f"not read: it lies more than {source.limits.depth} files deep"
        yield Problem(code=ProblemCode.TOO_DEEP, message=message, location=place)
        return
    kind = format_of(name, source.data[:HEAD])
    if read is None and kind is not None and not kind.only_named:
        read = kind.read
    if read is None:
        message = "not read: no reader for this kind of file"
        yield Problem(code=ProblemCode.UNSUPPORTED_PART, message=message, location=place)
        return
    for item in guarded(read, source):
        if not isinstance(item, PageDone):
            yield _nested(item, place)


def _nested(item: Passage | Problem, outer: Location) -> Item:
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


_TEXT_LIKE = frozenset(("text", "markdown", "html", "eml", "json", "yaml", "po", "xliff"))
_ZIPPED = (
    ("docx", b"word/"),
    ("pptx", b"ppt/"),
    ("xlsx", b"xl/"),
    ("odt", b"application/vnd.oasis.opendocument.text"),
    ("odp", b"application/vnd.oasis.opendocument.presentation"),
)
_OFFICE_OPENS = regex(
    rb"\[Content_Types\]|_rels/|docProps/|customXml/|word/|ppt/|xl/|mimetype|META-INF/"
)
"""What the first file in an office document is called, at `_NAME_AT` in its bytes."""
_NAME_AT = 30
_MAILBOX = regex(rb"From [^\r\n]+\r?\n[!-9;-~]+:")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CATALOGUE = regex(rb"^msgid[ \t]+\"", re.MULTILINE)
"""Opens a string of gettext: its template is called .pot, as one of PowerPoint is."""
_HTML = regex(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,1000}-->\s*){0,3}"
    rb"<(?:!doctype html|html|head|body|meta|table|title)\b",
    re.IGNORECASE,
)
_WEB_ARCHIVE = regex(
    rb"\A(?:[!-9;-~]{1,60}:[^\0]{0,500}?\n)?MIME-Version:[^\0]{0,800}?multipart/related",
    re.IGNORECASE,
)
"""Opens a page with its pictures in one file, as wikis export it under the name of a Word file."""


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
    if head.startswith(b"\x78\x9f\x3e\x22"):
        return "tnef"
    if name is not None and name not in _TEXT_LIKE and _HTML.match(head):
        return "html"
    if name is not None and name not in _TEXT_LIKE and _WEB_ARCHIVE.match(head):
        return "eml"
    if name == "ppt" and _CATALOGUE.search(head):
        return "po"
    return None


def is_archive(data: bytes) -> bool:
    """Tell whether the first bytes are those of an archive of files that is no document itself."""
    return data.startswith(b"PK\x03\x04") and not _OFFICE_OPENS.match(data[_NAME_AT:])


def _zipped(head: bytes, name: str | None) -> str | None:
    found = [kind for kind, sign in _ZIPPED if sign in head]
    if name in found or not found or (name in (None, "zip") and is_archive(head)):
        return None
    return found[0]
