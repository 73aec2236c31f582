"""XML parts of untrusted packages: parsed without entities, network or unlimited size."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from lxml import etree

    Element: TypeAlias = etree._Element

_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/([A-Za-z]+)/([A-Za-z]+)")
_STRICT_MARK = b"http://purl.oclc.org/ooxml/"
_PROLOG = 65_536


class BadXml(Exception):
    """A part holds no XML that could be read; the message says why."""


def parse(data: bytes) -> tuple[Element, str | None]:
    """Return the root element of an XML part, and what was wrong if it had to be repaired.

    Entities are not expanded, nothing is loaded from outside, and a part that declares entities
    of its own is refused: office programs write none, only attacks do.

    Raises:
        BadXml: no element could be read.
    """
    from lxml import etree

    if _declares_entities(data):
        raise BadXml("it declares XML entities, which office programs never write")
    data = _transitional(data)
    try:
        return etree.fromstring(data, _parser(recover=False)), None
    except etree.XMLSyntaxError as error:
        fault = str(error.msg)
    try:
        root = etree.fromstring(data, _parser(recover=True))
    except etree.XMLSyntaxError as error:
        raise BadXml(str(error.msg)) from error
    if root is None:
        raise BadXml(fault)
    return root, fault


def _parser(*, recover: bool) -> etree.XMLParser:
    from lxml import etree

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
    """Tell whether the prolog holds `<!ENTITY`, in any encoding whose letters are ASCII bytes."""
    return b"<!ENTITY" in data[:_PROLOG].replace(b"\x00", b"")


def _transitional(data: bytes) -> bytes:
    if _STRICT_MARK not in data[:_PROLOG]:
        return data
    return _STRICT.sub(_name_in_transitional, data)


def _name_in_transitional(match: re.Match[bytes]) -> bytes:
    group, rest = match.group(1), match.group(2)
    return b"http://schemas.openxmlformats.org/" + group + b"/2006/" + rest
