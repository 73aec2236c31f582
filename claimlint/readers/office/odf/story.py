"""Text of an OpenDocument file read as passages, wherever it stands: body, boxes, notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import repeat

from msgspec import field
from msgspec.structs import replace

from claimlint.document import Part, Passage, Revision, Role
from claimlint.readers.office.graphics.drawing import numbered
from claimlint.readers.office.odf.blocks import Block, Blocks
from claimlint.readers.office.odf.inline import Inline, ParagraphContent
from claimlint.readers.office.odf.lists import Lists
from claimlint.readers.office.odf.names import DRAW, PARAGRAPHS, SVG, TEXT, XML
from claimlint.readers.office.odf.styles import Styles
from claimlint.readers.office.package.walk import Walk
from claimlint.readers.office.package.xml import Element
from claimlint.readers.office.words.clauses import Clauses
from claimlint.readers.office.words.headings import LONGEST_STYLED, role_by_look
from claimlint.readers.office.words.story import Story
from claimlint.readers.office.words.text import Stretch, stretches

_ID = f"{XML}id"


class OdfStory(Story, kw_only=True):
    """A story; `role` is what its shape makes of it, where it stands on a slide."""

    role: Role | None = None
    tables: Blocks = field(default_factory=Blocks)


class Stories:
    """Turns stories of one part into passages; keeps the notes and comments for the end."""

    def __init__(self, root: Element, name: str, styles: Styles) -> None:
        self._name = name
        self._styles = styles
        self._numbers = numbered(root, *PARAGRAPHS)
        self._deletions = _deletions(root)
        insertions = (
            region.get(f"{TEXT}id", "") or region.get(_ID, "")
            for region in root.iter(f"{TEXT}changed-region")
            if region.find(f"{TEXT}insertion") is not None
        )
        self._inline = Inline(styles, frozenset(insertions))
        self._lists = Lists(styles)
        self._clauses = Clauses()
        self._comments = 0
        self.notes: list[tuple[Element, OdfStory]] = []

    def read(self, container: Iterable[Element], story: OdfStory) -> Iterator[Passage | Element]:
        """Yield the passages of a container or of several elements in order.

        Drawings whose content lies in another part come as their elements.
        """
        walk = Walk(zip(story.tables.walk(container), repeat(story)))
        for block, here in walk:
            if block.drawing:
                yield from self._drawing(block.element, here)
                walk.enter(self._box(block.element, here))
            else:
                content = self._content(block, here)
                yield from self._passages(block, content, here)
                for element in content.objects:
                    yield from self._drawing(element, here)
                for element in reversed(content.objects):
                    walk.enter(self._box(element, here))

    def _content(self, block: Block, story: OdfStory) -> ParagraphContent:
        if not story.label:
            story.paragraph += 1
        return self._inline.read(block.element, self._anchor(block.element))

    def _passages(
        self, block: Block, content: ParagraphContent, story: OdfStory
    ) -> Iterator[Passage]:
        markers = tuple(self._note(note) for note in content.notes)
        clause = self._clause(block)
        for stretch in stretches(content.spans):
            yield self._passage(block, stretch, story, markers, clause)
        for id_ in content.deleted:
            for element in self._deletions.get(id_, ()):
                gone = self._inline.read(element, self._anchor(element))
                for stretch in stretches(gone.spans):
                    dead = stretch._replace(revision=Revision.DELETED)
                    yield self._passage(replace(block, element=element), dead, story, ())
        for comment in content.comments:
            self._comments += 1
            label = f"comment {self._comments} on {story.where()}"
            self.notes.append((comment, OdfStory(part=Part.COMMENT, order=(5,), label=label)))

    def _passage(
        self,
        block: Block,
        stretch: Stretch,
        story: OdfStory,
        markers: tuple[str, ...],
        clause: str | None = None,
    ) -> Passage:
        role, level = self._role(block, story, stretch)
        return Passage(
            text=stretch.text,
            location=story.place(
                block.cell,
                hidden=stretch.hidden,
                anchor=self._anchor(block.element),
                clause=None if story.label else clause,
            ),
            role=role,
            level=level,
            pieces=stretch.pieces,
            cell=block.cell,
            notes=markers,
            note_id=story.note_id,
            number=clause,
            revision=stretch.revision,
        )

    def _clause(self, block: Block) -> str | None:
        """Return the number before a paragraph as a lawyer cites it, and count it."""
        label = self._lists.label(block.element, block.entry)
        clause = None if label is None else self._clauses.numbered(label)
        # The program that saved the file may have written it.
        printed = (block.element.findtext(f"{TEXT}number") or "").strip().rstrip(".")
        return printed or clause

    def _role(self, block: Block, story: OdfStory, stretch: Stretch) -> tuple[Role, int]:
        if story.role is not None and not block.depth:
            return story.role, int(story.role is Role.HEADING)
        role, level = self._styles.role(block.element)
        if role is Role.HEADING and len(stretch.text) > LONGEST_STYLED:
            role, level = Role.PARAGRAPH, 0
        if role is not Role.PARAGRAPH:
            return role, level
        if block.depth:
            return Role.BULLET, block.depth
        if block.cell is not None:
            return Role.CELL, 0
        written = not story.label or story.part is Part.TEXT_BOX  # slides have sizes of their own
        if not written:
            return role, level
        return role_by_look(stretch.text, self._styles.type(block.element))

    def _note(self, note: Element) -> str:
        kind = note.get(f"{TEXT}note-class", "footnote")
        sign = (note.findtext(f"{TEXT}note-citation") or "").strip() or "*"
        rank = 4 if kind == "endnote" else 3
        body = note.find(f"{TEXT}note-body")
        if body is not None:
            part = Part.ENDNOTE if kind == "endnote" else Part.FOOTNOTE
            story = OdfStory(part=part, order=(rank,), label=f"{kind} {sign}", note_id=sign)
            self.notes.append((body, story))
        return sign

    def _drawing(self, element: Element, story: OdfStory) -> Iterator[Passage | Element]:
        for tag in (f"{SVG}title", f"{SVG}desc"):
            for said in element.iterchildren(tag):
                text = "".join(str(part) for part in said.itertext())
                if text.strip():
                    place = story.next(f"{story.where()}, alternative text", Part.ALT_TEXT)
                    yield Passage(text=text, location=place, role=Role.CAPTION)
        yield from element.iterchildren(f"{DRAW}object", f"{DRAW}object-ole")

    def _box(self, element: Element, story: OdfStory) -> Iterator[tuple[Block, OdfStory]]:
        """Return the walk over what a drawing holds, as a story of its own in a text."""
        inner = story
        if not story.label:
            inner = replace(story, part=Part.TEXT_BOX, label=f"{story.where()}, text box")
        return zip(story.tables.walk(element), repeat(inner))

    def _anchor(self, paragraph: Element) -> str:
        return f"{self._name}#p{self._numbers.get(paragraph, 0)}"


def _deletions(root: Element) -> dict[str, tuple[Element, ...]]:
    """Return the paragraphs that tracked deletions took out, by the id of the change."""
    found: dict[str, tuple[Element, ...]] = {}
    for region in root.iter(f"{TEXT}changed-region"):
        gone = region.find(f"{TEXT}deletion")
        if gone is not None:
            id_ = region.get(f"{TEXT}id", "") or region.get(_ID, "")
            found[id_] = tuple(gone.iter(*PARAGRAPHS))
    return found
