"""Styles of a Word document: what a paragraph inherits by their names and chains."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claimlint.document import Role
from claimlint.office.names import W
from claimlint.readers.office.package.xml import Element
from claimlint.readers.office.words.attributes import YES, whole
from claimlint.regex import regex

_PROPERTIES, _STYLE = f"{W}pPr", f"{W}pStyle"
_HEADING = regex(r"(?i:heading)\s*(\d)")
_CONTENTS = regex(r"toc \d|table of figures")
_DEEPEST = 9
_LONGEST_CHAIN = 32


class Style(NamedTuple):
    """One style: its name in lower case, its parent's id and its properties."""

    id: str
    name: str
    parent: str | None
    paragraph: Element | None
    run: Element | None


class Own(NamedTuple):
    """What a paragraph says of itself: its properties, and the id of its style."""

    properties: Element | None
    style: str | None


class Styles:
    """All styles of a document, by id."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self.default: str | None = None
        self._roles: dict[str | None, tuple[Role, int]] = {}
        for element in () if root is None else root.iterchildren(f"{W}style"):
            style = _style(element)
            self._styles[style.id] = style
            if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in YES:
                self.default = style.id

    def chain(self, id_: str | None) -> Iterator[Style]:
        """Yield a style and those that it is based on, nearest first."""
        seen: set[str] = set()
        while id_ is not None and id_ not in seen and len(seen) < _LONGEST_CHAIN:
            seen.add(id_)
            style = self._styles.get(id_)
            if style is None:
                return
            yield style
            id_ = style.parent

    def own(self, paragraph: Element) -> Own:
        """Return what a paragraph says of itself."""
        properties = next(paragraph.iterchildren(_PROPERTIES), None)
        named = None if properties is None else next(properties.iterchildren(_STYLE), None)
        return Own(properties, self.default if named is None else named.get(f"{W}val"))

    def role(self, own: Own) -> tuple[Role, int]:
        """Return what a paragraph's style makes it, and the depth of a heading.

        A line of a table of contents is a link: it repeats the heading that it points at.
        """
        direct = _outline(own.properties)
        if direct is not None:
            return (Role.HEADING, direct) if direct <= _DEEPEST else (Role.PARAGRAPH, 0)
        id_ = own.style
        if id_ not in self._roles:
            self._roles[id_] = self._role(id_)
        return self._roles[id_]

    def _role(self, id_: str | None) -> tuple[Role, int]:
        """Return the same of a style."""
        if id_ is not None and id_ not in self._styles:
            return _role_by_name(id_.lower()) or (Role.PARAGRAPH, 0)
        for style in self.chain(id_):
            by_name = _role_by_name(style.name)
            if by_name is not None:
                return by_name
            level = _outline(style.paragraph)
            if level is not None:
                return (Role.HEADING, level) if level <= _DEEPEST else (Role.PARAGRAPH, 0)
        return Role.PARAGRAPH, 0


def value_at(element: Element, path: str) -> str | None:
    """Return the value of the element at a path, None where there is none."""
    found = element.find(path)
    return None if found is None else found.get(f"{W}val")


def _style(element: Element) -> Style:
    return Style(
        element.get(f"{W}styleId", ""),
        (value_at(element, f"{W}name") or "").lower(),
        value_at(element, f"{W}basedOn"),
        element.find(f"{W}pPr"),
        element.find(f"{W}rPr"),
    )


def _role_by_name(name: str) -> tuple[Role, int] | None:
    heading = _HEADING.match(name)
    if heading is not None:
        return Role.HEADING, max(1, int(heading.group(1)))
    if name == "title":
        return Role.TITLE, 0
    if _CONTENTS.fullmatch(name):
        return Role.LINK, 0
    if name == "caption":
        return Role.CAPTION, 0
    if name in ("quote", "intense quote"):
        return Role.QUOTE, 0
    return None


def _outline(properties: Element | None) -> int | None:
    """Return the outline level from 1; 10 stands for body text."""
    value = None if properties is None else whole(value_at(properties, f"{W}outlineLvl"))
    return None if value is None or value < 0 else value + 1
