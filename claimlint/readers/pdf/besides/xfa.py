"""Forms in XML that a PDF may carry (XFA): what they say and what was filled in."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pypdfium2.raw as raw
from pypdfium2 import PdfDocument

from claimlint.document import Location, Part, Passage, Problem, ProblemCode
from claimlint.readers.interface import Item, Source
from claimlint.readers.pdf.layout.passages import letters

if TYPE_CHECKING:
    from claimlint.readers.office.package.xml import Element

FORMS = (2, 3)
"""pdfium's numbers for a form that is XFA as a whole or in the foreground."""
_PACKETS = 100
_SAID = frozenset(("text", "exData", "toolTip", "speak"))
_BREAKS = frozenset(("p", "li", "br", "div"))
_UNSEEN = frozenset(("hidden", "invisible", "inactive"))
_SKIPPED = frozenset(("script", "items", "event", "calculate", "validate", "bind", "desc", "font"))

_Said = tuple[str, Part, str | None]


def has_form(pdf: PdfDocument) -> bool:
    """Tell whether the file carries a form in XML."""
    return pdf.get_formtype() in FORMS


def form_of(pdf: PdfDocument, source: Source, printed: str, order: int) -> Iterator[Item]:
    """Yield what the form says beyond `printed`, the text of the pages, and how it was read."""
    packets = _packets(pdf, source)
    known = letters(printed)
    count = 0
    for name, label in (("template", "XFA form"), ("datasets", "XFA form, filled in")):
        root = _parsed(packets.get(name, packets.get("")), name)
        found = () if root is None else _texts(root) if name == "template" else _values(root)
        for text, part, hidden in found:
            told = letters(text)
            if told and told not in known:
                count += 1
                known += f" {told}"
                place = Location(label=label, order=(order, count), part=part, hidden=hidden)
                yield Passage(text=text, location=place)
    if count:
        message = "an XFA form: what its pages do not show was read from its description"
        yield Problem(code=ProblemCode.SECOND_READER, message=message)
    elif not packets:
        message = "an XFA form; its fields were read as far as the pages show them"
        yield Problem(code=ProblemCode.UNSUPPORTED_PART, message=message)


def _packets(pdf: PdfDocument, source: Source) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for index in range(min(raw.FPDF_GetXFAPacketCount(pdf.raw), _PACKETS)):
        size = raw.FPDF_GetXFAPacketName(pdf.raw, index, None, 0)
        name = ctypes.create_string_buffer(max(1, min(size, 100)))
        raw.FPDF_GetXFAPacketName(pdf.raw, index, name, len(name))
        length = ctypes.c_ulong()
        raw.FPDF_GetXFAPacketContent(pdf.raw, index, None, 0, length)
        if 0 < length.value <= source.limits.unpacked:
            content = ctypes.create_string_buffer(length.value)
            raw.FPDF_GetXFAPacketContent(pdf.raw, index, content, length.value, length)
            found[name.value.decode("ascii", "replace")] = content.raw
    return found


def _parsed(data: bytes | None, name: str) -> Element | None:
    """Return the packet called `name`, which may lie in one file with all others."""
    from claimlint.readers.office.package import xml

    if data is None:
        return None
    try:
        root = xml.parse(data).root
    except xml.BadXml:
        return None
    return next((element for element in root.iter() if _local(element) == name), None)


def _texts(root: Element) -> Iterator[_Said]:
    """Yield the texts of a template in order, their part, and why nobody would see them."""
    stack: list[tuple[Element, str | None]] = [(root, None)]
    while stack:
        element, hidden = stack.pop()
        name = _local(element)
        if name in _SKIPPED:
            continue
        if element.get("presence") in _UNSEEN:
            hidden = "hidden field"
        if name in _SAID:
            part = Part.TITLE_TEXT if name in ("toolTip", "speak") else Part.FORM
            for line in _lines(element):
                yield line, part, hidden
            continue
        stack.extend((child, hidden) for child in reversed(element))


def _lines(element: Element) -> Iterator[str]:
    line: list[str] = []
    for part in element.iter():
        if _local(part) in _BREAKS and line:
            yield from _full(line)
            line = []
        line.append(part.text or "")
        if part is not element:
            line.append(part.tail or "")
    yield from _full(line)


def _full(line: list[str]) -> Iterator[str]:
    text = " ".join("".join(line).split())
    if text:
        yield text


def _values(root: Element) -> Iterator[_Said]:
    for element in root.iter():
        text = " ".join((element.text or "").split())
        if text and not len(element):
            yield text, Part.FORM, None


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
