"""A document as it was read: passages, each with its place, and what was not read."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from claimlint.values.boxes import Box, Number, Whole, by_line, hull
from claimlint.values.labels import called, on_line
from claimlint.values.packed import PackedSequence
from claimlint.values.pieces import Piece as Piece
from claimlint.values.pieces import Pieces, between
from claimlint.values.remarked import Remarked


class Part(StrEnum):
    """Where in a document a passage belongs."""

    BODY = "body"
    TABLE = "table"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    NOTES = "notes"
    COMMENT = "comment"
    TEXT_BOX = "text-box"
    CHART = "chart"
    SMART_ART = "smart-art"
    ALT_TEXT = "alt-text"
    TITLE_TEXT = "title-text"
    METADATA = "metadata"
    STRUCTURED_DATA = "structured-data"
    ANNOTATION = "annotation"
    FORM = "form"
    LAYOUT = "layout"
    SUBJECT = "subject"
    OCR = "ocr"
    EMBEDDED = "embedded"


class Role(StrEnum):
    """What typography or markup says that a passage is."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    CELL = "cell"
    CODE = "code"
    QUOTE = "quote"
    CAPTION = "caption"
    LINK = "link"

    @property
    def heads(self) -> bool:
        """Tell whether it is a title or heading, which stands above what it names."""
        return self in (Role.TITLE, Role.HEADING)


class Revision(StrEnum):
    """How a tracked change marks a passage."""

    INSERTED = "inserted"
    DELETED = "deleted"


class ReadStatus(StrEnum):
    """How much of a document was read."""

    READ = "read"
    PARTLY_READ = "partly-read"
    UNREADABLE = "unreadable"


class ProblemCode(StrEnum):
    """Why something was not read, or not as a person would see it."""

    IMAGE_ONLY_PAGE = "image-only-page"
    DRAWN_LETTERS = "drawn-letters"
    GARBLED_TEXT = "garbled-text"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    DAMAGED_PART = "damaged-part"
    EMPTY = "empty"
    NO_TEXT = "no-text"
    SALVAGED = "salvaged"
    SECOND_READER = "second-reader"
    TIMED_OUT = "timed-out"
    OUT_OF_MEMORY = "out-of-memory"
    READER_DIED = "reader-died"
    TOO_LARGE = "too-large"
    TOO_MANY_PARTS = "too-many-parts"
    TOO_DEEP = "too-deep"
    NO_LIMITS = "limits-not-enforced"
    UNSUPPORTED = "unsupported"
    UNSUPPORTED_PART = "unsupported-part"
    ATTACHMENT_NOT_READ = "attachment-not-read"
    LANGUAGE = "language-not-supported"
    MISSING = "missing"
    OCR = "read-by-ocr"


NOTHING_LOST = frozenset(
    (ProblemCode.NO_LIMITS, ProblemCode.OCR, ProblemCode.SALVAGED, ProblemCode.SECOND_READER)
)
"""Problems that say how a file was read, not that something of it was not read."""


class Location(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One place in a document: `order` sorts, `label` is what a person would say.

    Pages, slides, sheets, paragraphs, lines and columns count from 1; columns count code points
    and `end_column` is excluded. `boxes` are those of the words, one a line of print; `bbox` is
    their hull. `anchor` is the address inside the file that an annotation needs (a reader's own
    notation, never shown). `member` is the path through archives and mails. `hidden` says why a
    person would not see the text ("white on white", "hidden slide"), or is None.
    """

    label: str
    order: tuple[Whole, ...] = ()
    page: Whole | None = None
    slide: Whole | None = None
    sheet: str | None = None
    paragraph: Whole | None = None
    line: Whole | None = None
    column: Whole | None = None
    end_line: Whole | None = None
    end_column: Whole | None = None
    bbox: Box | None = None
    boxes: tuple[Box, ...] = ()
    part: Part = Part.BODY
    cell: str | None = None
    clause: str | None = None
    member: str | None = None
    hidden: str | None = None
    anchor: str | None = None

    def cited(self, number: str | None) -> str:
        """Return the place as a person would cite it: by its clause's number, where it has one."""
        if not number:
            return self.label
        clause = called(number.rstrip("."))
        return f"{self.member}: {clause}" if self.member else clause


class Placed:
    """What stands somewhere in a paper, in a numbered clause or in none."""

    __slots__ = ()
    location: Location
    number: str | None

    @property
    def place(self) -> str:
        """Return the place as a person would cite it ("clause 7.2(b)", "slide 4")."""
        return self.location.cited(self.number)


class Quoted(Struct, frozen=True, kw_only=True):
    """Words of a unit and where they stand.

    `span` are code points of `unit`, end excluded; `passage` is the index of the unit's passage in
    the document, from 0, and `offset` where the unit starts in that passage.
    """

    text: str
    unit: str
    span: tuple[int, int]
    location: Location
    passage: int
    offset: int = 0


class TableCell(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where a cell stands: table, row and column from 1, and the heads it stands under."""

    table: Whole
    row: Whole
    column: Whole
    column_head: str | None = None
    row_head: str | None = None


class Passage(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Text that belongs together (a paragraph, bullet, heading, cell), with one location.

    A wrapped paragraph is one passage; `text` keeps its line breaks as "\\n", hyphens at line ends,
    ligatures and soft hyphens: later rooms read a normalised copy.
    `level` is the depth of a heading (from 1) or of a list item (from 1), else 0. `size` is the
    font size relative to the body text of the page (1.0), where known. `notes` are the footnote
    markers that stand in the text, in order; `note_id` is the marker that this passage explains.
    `number` is the printed or computed number of a clause or list item ("7.2(b)"). `element_end`
    is, of a comment that speaks to claimlint, the last line of the element behind it, else 0.
    """

    text: str
    location: Location
    role: Role = Role.PARAGRAPH
    level: Whole = 0
    size: Number | None = None
    pieces: Pieces = ()
    cell: TableCell | None = None
    notes: tuple[str, ...] = ()
    note_id: str | None = None
    number: str | None = None
    revision: Revision | None = None
    element_end: Whole = 0

    def locate(self, start: int, end: int) -> Location:
        """Return the location of the code points `start` to `end` (excluded) of the text.

        Lines (also in the label), columns, boxes and the anchor become those of the words.

        Raises:
            ValueError: the span is empty, or reaches outside the text.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"span {start}:{end} is outside a passage of {len(self.text)}")
        if not self.pieces:
            return self.location
        touched = between(self.pieces, start, end)
        if not touched:
            return self.location
        first, last = touched[0].cut(start, end), touched[-1].cut(start, end)
        boxes = by_line(tuple(piece.box for piece in touched if piece.box is not None))
        place = self.location
        if first.line is not None and first.column is not None and last.column is not None:
            place = replace(
                place,
                line=first.line,
                column=first.column,
                end_line=last.line,
                end_column=last.column + last.width,
                label=on_line(place.label, place.line, first.line),
            )
        if boxes:
            place = replace(place, boxes=boxes, bbox=hull(boxes))
        if first.anchor is not None:
            place = replace(place, anchor=first.anchor)
        return place


class PackedPassages(PackedSequence[Passage], frozen=True):
    """The passages of a long document."""

    holds: ClassVar[type[object]] = Passage


Passages: TypeAlias = tuple[Passage, ...] | PackedPassages


class Problem(Struct, frozen=True, kw_only=True):
    """Something that was not read, or not in the ordinary way; `fatal` if nothing was."""

    code: ProblemCode
    message: str
    location: Location | None = None
    fatal: bool = False


class Coverage(Struct, frozen=True, kw_only=True):
    """What was read and what was not. `pages` counts pages, slides or sheets, 0 if none."""

    pages: int = 0
    parts: tuple[tuple[str, int], ...] = ()
    problems: tuple[Problem, ...] = ()


class Document(Struct, frozen=True, kw_only=True):
    """One file as it was read, without remarks of ours; `path` is as given, with `/` separators."""

    path: str
    format: str
    sha256: str
    passages: Passages = ()
    coverage: Coverage = Coverage()
    status: ReadStatus = ReadStatus.READ
    matter: str = ""
    remarked: Remarked | None = None


def file_name(path: str) -> str:
    """Return the last part of the path of a document, by which people know it."""
    return path.rpartition("/")[2]
