"""One Word part read as passages: paragraphs in order, with numbers, cells and places."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from claimlint.document import Passage, Revision, Role
from claimlint.office.names import W
from claimlint.readers.office.graphics.drawing import numbered
from claimlint.readers.office.package.xml import Element
from claimlint.readers.office.word.blocks import Block, Blocks, Place
from claimlint.readers.office.word.inline import Inline, ParagraphContent
from claimlint.readers.office.word.notes import Notes
from claimlint.readers.office.word.numbering import Numbering
from claimlint.readers.office.word.styles import Own, Styles
from claimlint.readers.office.word.visibility import Visibility
from claimlint.readers.office.words.clauses import Clauses, Label
from claimlint.readers.office.words.headings import LONGEST_STYLED, role_by_look
from claimlint.readers.office.words.story import Story
from claimlint.readers.office.words.text import Stretch, stretches

_MERGED = "covered by a merged cell"


class WordStory(Story, kw_only=True):
    """A story of the part `name`; `boxed` says that its text stands in a box."""

    name: str
    boxed: bool = False
    tables: Blocks = field(default_factory=Blocks)


class Shared(Struct, frozen=True):
    """What all parts of one document share: styles, numbers, notes."""

    styles: Styles
    numbering: Numbering
    clauses: Clauses
    notes: Notes


class Paragraphs:
    """Turns the blocks of one part into passages."""

    def __init__(self, root: Element, name: str, shared: Shared) -> None:
        self._shared = shared
        self._name = name
        self._visibility = Visibility(root, shared.styles)
        self._inline = Inline(self._visibility.of)
        self._numbers = numbered(root, f"{W}p")

    def read(self, block: Block, story: WordStory) -> tuple[ParagraphContent, Iterator[Passage]]:
        """Return what a paragraph holds, and its passages: live text first, then the rest.

        They are to be taken before the next paragraph is read.
        """
        if not story.label:
            story.paragraph += 1
        anchor = f"{self._name}#p{self._numbers.get(block.element, 0)}"
        shaded = block.place.shaded or story.boxed
        own = self._shared.styles.own(block.element)
        self._visibility.begin(own, shaded=shaded)
        content = self._inline.read(block.element, anchor, block.place.revision)
        return content, self._passages(block, own, story, content, anchor)

    def _passages(
        self, block: Block, own: Own, story: WordStory, content: ParagraphContent, anchor: str
    ) -> Iterator[Passage]:
        notes = self._shared.notes.markers(content.notes)
        label = self._shared.numbering.label(own)
        found = tuple(stretches(content.spans))
        role, level = self._role(block.place, self._shared.styles.role(own), label, found)
        if role is Role.PARAGRAPH and label is None and len(found) == 1:
            role, level = role_by_look(found[0].text, self._visibility.type())
        clause = self._clause(label, role, found)
        for stretch in found:
            hidden = stretch.hidden or (_MERGED if block.place.merged else None)
            dead = stretch.revision is Revision.DELETED
            yield Passage(
                text=stretch.text,
                location=story.place(block.place.cell, hidden=hidden, anchor=anchor, clause=clause),
                role=role,
                level=level,
                pieces=stretch.pieces,
                cell=block.place.cell,
                notes=() if dead else notes,
                note_id=story.note_id,
                number=clause,
                revision=stretch.revision,
            )

    def _role(
        self,
        place: Place,
        styled: tuple[Role, int],
        label: Label | None,
        found: tuple[Stretch, ...],
    ) -> tuple[Role, int]:
        role, level = styled
        if role is Role.HEADING and any(len(one.text) > LONGEST_STYLED for one in found):
            role, level = Role.PARAGRAPH, 0
        if role is Role.PARAGRAPH and label is not None:
            bullet = label.bullet or label.form in ("lowerLetter", "lowerRoman")
            return Role.BULLET if bullet else role, label.level + 1
        if role is Role.PARAGRAPH and place.cell is not None:
            role = Role.CELL
        return role, level

    def _clause(self, label: Label | None, role: Role, found: tuple[Stretch, ...]) -> str | None:
        clauses = self._shared.clauses
        if label is not None and not label.bullet:
            return clauses.numbered(label)
        listed = role is Role.LINK
        typed = clauses.typed(found[0].text) if found and label is None and not listed else None
        if typed is None and role is Role.HEADING and found:
            clauses.heading()
        return typed
