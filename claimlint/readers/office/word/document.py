"""A Word document: headers, body, footers, footnotes, endnotes and comments, each once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimlint.document import Part
from claimlint.readers.contract import Item, Source
from claimlint.readers.office.names import W
from claimlint.readers.office.package import Package
from claimlint.readers.office.word.inline import Inline
from claimlint.readers.office.word.story import Paragraphs, Story
from claimlint.readers.office.word.styles import Styles

if TYPE_CHECKING:
    from claimlint.readers.office.xml import Element

_RANKS = {Part.HEADER: 0, Part.BODY: 1, Part.FOOTER: 2, Part.FOOTNOTE: 3, Part.ENDNOTE: 4}


def read(source: Source) -> Iterator[Item]:
    """Yield the passages and problems of a Word document.

    Raises:
        UnreadableFile: no package, encrypted, or without a body that can be read.
    """
    package = Package(source)
    name = package.main("word/document.xml", "word/document2.xml")
    root = package.xml(name) if name is not None else None
    if name is None or root is None:
        raise package.unreadable("holds no Word document that can be read")
    yield from _Reader(package, name, root).read()


class _Reader:
    def __init__(self, package: Package, name: str, root: Element) -> None:
        self._package = package
        self._name = name
        self._root = root
        self._relations = package.relations(name)
        self._styles = Styles(self._part("styles"))

    def read(self) -> Iterator[Item]:
        yield from self._margins(Part.HEADER, "header")
        body = Story(self._name, Part.BODY, _RANKS[Part.BODY])
        yield from self._story(self._root, body)
        yield from self._margins(Part.FOOTER, "footer")
        yield from self._notes(Part.FOOTNOTE, "footnote")
        yield from self._notes(Part.ENDNOTE, "endnote")
        yield from self._package.drain()

    def _part(self, kind: str) -> Element | None:
        for relation in self._relations.values():
            if relation.kind == kind and not relation.external:
                return self._package.xml(relation.target)
        return None

    def _margins(self, part: Part, kind: str) -> Iterator[Item]:
        names = dict.fromkeys(
            relation.target for relation in self._relations.values() if relation.kind == kind
        )
        for name in names:
            root = self._package.xml(name)
            if root is not None:
                yield from self._story(root, Story(name, part, _RANKS[part], kind))

    def _notes(self, part: Part, kind: str) -> Iterator[Item]:
        names = [r.target for r in self._relations.values() if r.kind == f"{kind}s"]
        for name in names:
            root = self._package.xml(name)
            for note in () if root is None else root.iterchildren(f"{W}{kind}"):
                if note.get(f"{W}type", "normal") == "normal":
                    story = Story(name, part, _RANKS[part], f"{kind} {note.get(f'{W}id')}")
                    yield from self._story(note, story)

    def _story(self, root: Element, story: Story) -> Iterator[Item]:
        paragraphs = Paragraphs(root, story, self._styles, Inline(lambda *_: None))
        for block in story.tables.walk(root):
            if block.element.tag == f"{W}p":
                _, passages = paragraphs.read(block)
                yield from passages
        yield from self._package.drain()
