"""An OpenDocument file opened: its content and its styles, from a package or one flat file."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from claimlint.document import Problem, ProblemCode
from claimlint.errors import UnreadableFile
from claimlint.readers.interface import Source
from claimlint.readers.office.odf.names import OFFICE
from claimlint.readers.office.package import xml
from claimlint.readers.office.package.package import Package, encrypted
from claimlint.readers.office.package.xml import Element


class Opened(Struct, frozen=True):
    """What is read of a file: the element that holds the content, and where styles stand.

    `package` is None for a flat file.
    """

    package: Package | None
    body: Element
    content: Element
    styles: Element | None

    def problems(self) -> Iterator[Problem]:
        """Yield what was wrong with parts since the last call."""
        if self.package is not None:
            yield from self.package.drain()

    def masters(self) -> Element | None:
        """Return the element that holds the master pages, or None."""
        return None if self.styles is None else self.styles.find(f"{OFFICE}master-styles")


def opened(source: Source, kind: str) -> Opened:
    """Return the content of an OpenDocument file of a kind (`text`, `presentation` …).

    Raises:
        UnreadableFile: encrypted, damaged beyond repair, or of another kind.
    """
    if source.data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        return _flat(source, kind)
    package = Package(source)
    manifest = package.read("META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest:
        raise encrypted()
    content = package.xml("content.xml")
    body = None if content is None else _body(content, kind)
    if content is None or body is None:
        raise package.unreadable(f"holds no {kind} document that can be read")
    return Opened(package, body, content, package.xml("styles.xml"))


def _flat(source: Source, kind: str) -> Opened:
    try:
        parsed = xml.parse(source.data)
    except xml.BadXml as error:
        raise UnreadableFile(str(error)) from error
    body = _body(parsed.root, kind)
    if body is None:
        raise UnreadableFile(f"holds no {kind} document", code=ProblemCode.UNSUPPORTED)
    return Opened(None, body, parsed.root, parsed.root)


def _body(root: Element, kind: str) -> Element | None:
    return next(root.iter(f"{OFFICE}{kind}"), None)
