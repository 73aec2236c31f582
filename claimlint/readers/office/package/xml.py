"""XML parts of untrusted packages: parsed without entities, network or unlimited size."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import NamedTuple, TypeAlias

from lxml import etree

from claimlint.document import ProblemCode
from claimlint.readers.office.package import deep

Element: TypeAlias = etree._Element

_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/([A-Za-z]+)/([A-Za-z]+)")
_STRICT_MARK = b"http://purl.oclc.org/ooxml/"
_OPENING = 65_536
_LARGEST = 256 * 1024**2
_DEEP = "Excessive depth"


class BadXml(Exception):
    """A part holds no XML that could be read; the message says why."""


class Parsed(NamedTuple):
    """The root of a part, and what was wrong with it if it had to be repaired."""

    root: Element
    fault: str | None = None
    code: ProblemCode = ProblemCode.DAMAGED_PART


def parse(data: bytes) -> Parsed:
    """Return the root element of an XML part.

    Entities are not expanded, nothing is loaded from outside, and a part that declares entities
    of its own is refused: office programs write none, only attacks do. Damaged parts are read as
    far as they go; where elements lie too deep, their text is kept and their nesting dropped.

    Raises:
        BadXml: no element could be read.
    """
    if len(data) > _LARGEST:
        raise BadXml(f"it is larger than {_LARGEST // 1024**2} MiB")
    if _declares_entities(data):
        raise BadXml("it declares XML entities, which office programs never write")
    data = _transitional(data)
    try:
        return Parsed(etree.fromstring(data, _parser(recover=False)))
    except etree.XMLSyntaxError as error:
        fault = str(error.msg).partition(", line ")[0]
    if _DEEP in fault:
        root = deep.flattened(data)
        if root is not None:
            return Parsed(
                root, "it is nested too deep; the rest is read flat", ProblemCode.TOO_DEEP
            )
    try:
        root = etree.fromstring(data, _parser(recover=True))
    except etree.XMLSyntaxError as error:
        raise BadXml(str(error.msg)) from error
    if root is None:
        raise BadXml(fault)
    return Parsed(root, fault)


def events(
    data: bytes, *tags: str, told: Callable[[str], object] | None = None
) -> Iterator[Element]:
    """Yield the elements of these tags as they end; each is emptied once the next is asked for.

    For parts with a million rows, whose tree would not fit. A damaged part is read as far as it
    goes; `told` is called with what was wrong with it.

    Raises:
        BadXml: it declares entities, or holds no XML.
    """
    if _declares_entities(data):
        raise BadXml("it declares XML entities, which office programs never write")
    found = etree.iterparse(
        BytesIO(_transitional(data)),
        events=("end",),
        tag=tags,
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        recover=True,
    )
    try:
        for _, element in found:
            yield element
            element.clear()
            while element.getprevious() is not None and (above := element.getparent()) is not None:
                del above[0]
    except etree.XMLSyntaxError as error:
        raise BadXml(str(error.msg)) from error
    fault = next((each for each in found.error_log if each.level_name == "FATAL"), None)
    if told is not None and fault is not None:
        told(fault.message.strip())


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        dtd_validation=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )


def _declares_entities(data: bytes) -> bool:
    """Tell whether `<!ENTITY` stands in the part, be it in letters of one byte or of two."""
    if b"\x00" in data[:4] or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = data.replace(b"\x00", b"")
    return b"<!ENTITY" in data


def _transitional(data: bytes) -> bytes:
    """Return the part with the names of the strict standard turned into the usual ones."""
    if _STRICT_MARK not in data[:_OPENING]:
        return data
    return _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/\2", data)
