"""A Word document: headers, body, footers, footnotes, endnotes and comments, each once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, repeat

from msgspec.structs import replace

from claimlint.document import Part, Problem, ProblemCode
from claimlint.office.names import A, R, V, W
from claimlint.readers.interface import Item, Source
from claimlint.readers.office.graphics.drawing import inside
from claimlint.readers.office.graphics.graphics import (
    Embedded,
    Words,
    embedded,
    graphics,
    other_files,
)
from claimlint.readers.office.old import legacy
from claimlint.readers.office.package.package import Package, target_of, targets
from claimlint.readers.office.package.walk import Walk
from claimlint.readers.office.package.xml import Element
from claimlint.readers.office.word import objects
from claimlint.readers.office.word.blocks import Block
from claimlint.readers.office.word.inline import BOX, ParagraphContent, text_boxes
from claimlint.readers.office.word.notes import Notes
from claimlint.readers.office.word.numbering import Numbering
from claimlint.readers.office.word.story import Paragraphs, Shared, WordStory
from claimlint.readers.office.word.styles import Styles
from claimlint.readers.office.words.clauses import Clauses

_HEADERS, _BODY, _FOOTERS, _FOOTNOTES, _ENDNOTES, _COMMENTS, _FILES = range(7)
_FEW = 40
"""Characters for each picture: a document with fewer is scanned, or made of screenshots."""


def read(source: Source) -> Iterator[Item]:
    """Yield the passages and problems of a Word document.

    Macros are never run, links never followed, linked pictures and files never loaded.

    Raises:
        UnreadableFile: no package, encrypted, or without a body that can be read.

    Source: ECMA-376 part 1, WordprocessingML.
    """
    if legacy.old(source.data):
        yield from legacy.read(source)
        return
    package = Package(source)
    name = package.main("word/document.xml", "word/document2.xml")
    root = package.xml(name)
    if root is None or next(root.iter(f"{W}body", f"{W}p"), None) is None:
        raise package.unreadable("holds no Word document that can be read")
    yield from _Reader(package, name, root).read()


class _Reader:
    def __init__(self, package: Package, name: str, root: Element) -> None:
        self._package = package
        self._name = name
        self._root = root
        self._relations = package.relations(name)
        styles = Styles(self._part("styles"))
        numbering = Numbering(self._part("numbering"), styles)
        notes = Notes(_note_forms(self._part("settings")))
        self._shared = Shared(styles, numbering, Clauses(), notes)
        self._commented: dict[str, str] = {}
        self._files: set[str] = set()

    def read(self) -> Iterator[Item]:
        yield from self._margins(Part.HEADER, "header", _HEADERS)
        body = WordStory(name=self._name, part=Part.BODY, order=(_BODY,))
        paragraphs = Paragraphs(self._root, self._name, self._shared)
        yield from self._story(paragraphs, self._root, body)
        yield from self._margins(Part.FOOTER, "footer", _FOOTERS)
        yield from self._notes(Part.FOOTNOTE, "footnote", _FOOTNOTES)
        yield from self._notes(Part.ENDNOTE, "endnote", _ENDNOTES)
        yield from self._comments()
        yield from other_files(self._package, self._files, _FILES)
        yield from self._pictures()
        yield from self._package.drain()

    def _pictures(self) -> Iterator[Problem]:
        """Yield the problem that a document is mostly pictures, which are not read."""
        pictures = sum(1 for _ in self._root.iter(f"{A}blip", f"{V}imagedata"))
        if not pictures:
            return
        words = sum(len(text.text or "") for text in self._root.iter(f"{W}t"))
        if words < _FEW * pictures:
            yield Problem(
                code=ProblemCode.IMAGE_ONLY_PAGE,
                message=f"mostly pictures ({pictures}); text in pictures is not read",
            )

    def _part(self, kind: str) -> Element | None:
        return next((root for _, root in self._parts(kind)), None)

    def _parts(self, kind: str) -> Iterator[tuple[str, Element]]:
        """Yield the parts of a kind that the document refers to, each once."""
        names = targets(self._relations, kind) or [f"word/{kind}.xml"]
        for name in dict.fromkeys(names):
            root = self._package.xml(name)
            if root is not None:
                yield name, root

    def _margins(self, part: Part, kind: str, rank: int) -> Iterator[Item]:
        sequence = count(1)
        for name, root in self._parts(kind):
            story = WordStory(name=name, part=part, order=(rank,), label=kind, sequence=sequence)
            yield from self._story(Paragraphs(root, name, self._shared), root, story)

    def _notes(self, part: Part, kind: str, rank: int) -> Iterator[Item]:
        for name, root in self._parts(f"{kind}s"):
            story = WordStory(name=name, part=part, order=(rank,))
            paragraphs = Paragraphs(root, name, self._shared)
            for note in root.iterchildren(f"{W}{kind}"):
                if note.get(f"{W}type", "normal") != "normal":
                    continue
                sign = self._shared.notes.marker(kind, note.get(f"{W}id", ""))
                number = (sign or "").removeprefix(f"{kind} ")
                story = replace(
                    story,
                    label=f"{kind} {number}" if sign else f"{kind} that nothing refers to",
                    note_id=sign,
                    hidden=None if sign else f"{kind} that nothing refers to",
                )
                yield from self._story(paragraphs, note, story)

    def _comments(self) -> Iterator[Item]:
        for name, root in self._parts("comments"):
            story = WordStory(name=name, part=Part.COMMENT, order=(_COMMENTS,))
            paragraphs = Paragraphs(root, name, self._shared)
            for number, comment in enumerate(root.iterchildren(f"{W}comment"), start=1):
                where = self._commented.get(comment.get(f"{W}id", ""))
                label = f"comment {number}" + (f" on {where}" if where else "")
                yield from self._story(paragraphs, comment, replace(story, label=label))

    def _story(
        self, paragraphs: Paragraphs, container: Element, story: WordStory
    ) -> Iterator[Item]:
        """Yield all that stands in a container of a part, text boxes behind their paragraphs."""
        walk = Walk(zip(story.tables.walk(container), repeat(story)))
        for block, here in walk:
            if block.element.tag == f"{W}altChunk":
                yield from self._chunk(block.element, here)
            else:
                content, passages = paragraphs.read(block, here)
                yield from passages
                if content.objects or content.comments:
                    yield from self._objects(content, here)
                    for box in reversed(_boxes(content, here)):
                        walk.enter(box)
        yield from self._package.drain()

    def _objects(self, content: ParagraphContent, story: WordStory) -> Iterator[Item]:
        for id_ in content.comments:
            self._commented.setdefault(id_, story.where())
        for element in content.objects:
            yield from objects.words(element, story)
            relations = self._package.relations(story.name)
            for found in graphics(self._package, relations, inside(element, BOX)):
                if isinstance(found, Words):
                    place = story.next(f"{story.where()}, {found.what}", found.part)
                    yield found.passage(place)
                else:
                    yield from self._file(found, story)

    def _file(self, file: Embedded, story: WordStory) -> Iterator[Item]:
        self._files.add(file.part)
        order = (*story.order, next(story.sequence))
        called = f"{story.where()}, embedded file"
        yield from embedded(self._package, file, called=called, order=order)

    def _chunk(self, element: Element, story: WordStory) -> Iterator[Item]:
        target = target_of(self._package.relations(story.name), element.get(f"{R}id"))
        if target:
            yield from self._file(Embedded(target), story)


def _boxes(content: ParagraphContent, story: WordStory) -> list[Iterator[tuple[Block, WordStory]]]:
    """Return the walks over the text boxes in a paragraph, each a story of its own."""
    found: list[Iterator[tuple[Block, WordStory]]] = []
    for element in content.objects:
        for box in text_boxes(element):
            inside = replace(
                story,
                part=Part.TEXT_BOX if story.part in (Part.BODY, Part.TABLE) else story.part,
                label=f"{story.where()}, text box",
                boxed=True,
                hidden=story.hidden or objects.unseen(element),
            )
            found.append(zip(story.tables.walk(box), repeat(inside)))
    return found


def _note_forms(settings: Element | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for kind in ("footnote", "endnote"):
        form = None if settings is None else settings.find(f"{W}{kind}Pr/{W}numFmt")
        if form is not None:
            found[kind] = form.get(f"{W}val", "decimal")
    return found
