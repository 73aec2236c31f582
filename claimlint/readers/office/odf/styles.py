"""Styles of an OpenDocument file: what they are based on, and what they hide."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimlint.document import Role
from claimlint.readers.office.odf.names import FO, SHOW, STYLE, TABLE, TEXT
from claimlint.readers.office.package.xml import Element
from claimlint.readers.office.words.attributes import counted
from claimlint.readers.office.words.headings import Type

_SIZE = re.compile(r"(\d+(?:\.\d+)?)pt")
_TINY = 4.0
_USUAL = 12.0
_BOLD = ("bold", "600", "700", "800", "900")
_LONGEST_CHAIN = 32


class Styles:
    """The styles of a file by family and name; `roots` are the parts that hold them."""

    def __init__(self, *roots: Element | None) -> None:
        self.roots = tuple(root for root in roots if root is not None)
        self._styles: dict[tuple[str, str], Element] = {}
        for root in self.roots:
            for style in root.iter(f"{STYLE}style"):
                key = style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", "")
                self._styles[key] = style
        self._hidden: dict[tuple[str, str], str | None] = {}
        self._types: dict[tuple[str, str], tuple[float | None, bool | None]] = {}

    def hidden(self, family: str, name: str | None) -> str | None:
        """Return why nobody would see text of a style, or None."""
        key = family, name or ""
        if key not in self._hidden:
            self._hidden[key] = self._reason(*key)
        return self._hidden[key]

    def role(self, paragraph: Element) -> tuple[Role, int]:
        """Return whether a paragraph is a title, a heading (with its depth) or neither."""
        if paragraph.tag == f"{TEXT}h":
            return Role.HEADING, counted(paragraph.get(f"{TEXT}outline-level"), 1, 10)
        for _, name in self._chain("paragraph", paragraph.get(f"{TEXT}style-name", "")):
            if name == "Title":
                return Role.TITLE, 0
            if name in ("Subtitle", "Heading"):
                return Role.HEADING, 1
        return Role.PARAGRAPH, 0

    def type(self, paragraph: Element) -> Type:
        """Return the type of a paragraph: of its spans, or its own where text stands outside."""
        name = paragraph.get(f"{TEXT}style-name", "")
        own = self._type("paragraph", name)
        usual = self._type("paragraph", "Standard")[0] or _USUAL
        outside = [paragraph.text, *(child.tail for child in paragraph)]
        spans = [own]
        if not any(text and text.strip() for text in outside):
            spans = [
                self._type("text", child.get(f"{TEXT}style-name", ""))
                for child in paragraph.iterchildren(f"{TEXT}span")
            ]
        looks = [
            (size or own[0] or usual, own[1] if heavy is None else heavy) for size, heavy in spans
        ]
        return Type.of(looks, usual)

    def _type(self, family: str, name: str) -> tuple[float | None, bool | None]:
        """Return size in points and boldness of a style, None where nothing is said of one."""
        key = family, name
        if key not in self._types:
            size: float | None = None
            bold: bool | None = None
            for properties in self._properties("text", family, name):
                said = _SIZE.fullmatch(properties.get(f"{FO}font-size", ""))
                size = float(said.group(1)) if size is None and said is not None else size
                weight = properties.get(f"{FO}font-weight")
                bold = weight in _BOLD if bold is None and weight is not None else bold
            self._types[key] = size, bold
        return self._types[key]

    def list_of(self, paragraph: Element) -> str | None:
        """Return the list style that a paragraph's own style names."""
        for style, _ in self._chain("paragraph", paragraph.get(f"{TEXT}style-name", "")):
            name = None if style is None else style.get(f"{STYLE}list-style-name")
            if name is not None:
                return name
        return None

    def page_hidden(self, name: str | None) -> bool:
        """Tell whether a slide of this style is left out of the show."""
        found = self._properties("drawing-page", "drawing-page", name or "")
        return any(properties.get(f"{SHOW}visibility") == "hidden" for properties in found)

    def table_hidden(self, name: str | None) -> bool:
        """Tell whether a sheet of this style is not shown."""
        style = self._styles.get(("table", name or ""))
        properties = None if style is None else style.find(f"{STYLE}table-properties")
        return properties is not None and properties.get(f"{TABLE}display") == "false"

    def _reason(self, family: str, name: str) -> str | None:
        for properties in self._properties("text", family, name):
            if properties.get(f"{TEXT}display") == "none":
                return "hidden text"
            size = _SIZE.fullmatch(properties.get(f"{FO}font-size", ""))
            if size is not None and float(size.group(1)) < _TINY:
                return "tiny text"
        return None

    def _properties(self, kind: str, family: str, name: str) -> Iterator[Element]:
        """Yield the properties of a kind of a style and of those that it is based on."""
        for style, _ in self._chain(family, name):
            found = None if style is None else style.find(f"{STYLE}{kind}-properties")
            if found is not None:
                yield found

    def _chain(self, family: str, name: str) -> Iterator[tuple[Element | None, str]]:
        """Yield a style and those that it is based on; a name without a style too."""
        seen: set[str] = set()
        while name and name not in seen and len(seen) < _LONGEST_CHAIN:
            seen.add(name)
            style = self._styles.get((family, name))
            yield style, name
            name = "" if style is None else style.get(f"{STYLE}parent-style-name", "")
