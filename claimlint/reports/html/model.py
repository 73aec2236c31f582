"""What the HTML report shows, in the order in which it shows it."""

from __future__ import annotations

from msgspec import Struct

from claimlint.finding import Clause, DocumentReport, Finding
from claimlint.values.boxes import Box
from claimlint.values.picture import Picture


class Card(Struct, frozen=True, kw_only=True):
    """One claim with all that is said of it: `finding` and its repeats in the same document.

    `places` are the labels of all its places with the ids of the passages that hold them.
    """

    number: int
    finding: Finding
    document: int
    places: tuple[tuple[str, str], ...]


class ClauseCard(Struct, frozen=True, kw_only=True):
    """One clause of a contract, numbered "A1", "A2" … beside the claims."""

    number: str
    clause: Clause
    title: str
    help: str


class Mark(Struct, frozen=True, kw_only=True):
    """Code points `start` to `end` of a passage that a card is about.

    `look` is the level of the claim, or "clause"; `main` is false for further words of a claim.
    `boxes` are those of the words, or with `shape` that of the shape that holds them.
    """

    start: int
    end: int
    target: str
    number: str
    look: str
    said: str
    boxes: tuple[Box, ...] = ()
    shape: bool = False
    main: bool = True


class Badge(Struct, frozen=True):
    """The number behind marked words, which leads to the card; `said` is read out."""

    target: str
    number: str
    look: str
    said: str


class Segment(Struct, frozen=True):
    """Text that is marked alike, and the badges of the marks that end with it."""

    text: str
    look: str | None = None
    badges: tuple[Badge, ...] = ()


class Line(Struct, frozen=True, kw_only=True):
    """One passage: its text in segments, and what typography and the reader say of it."""

    id: str
    segments: tuple[Segment, ...]
    role: str
    level: int = 0
    number: str | None = None
    tags: tuple[str, ...] = ()
    change: str | None = None
    hidden: bool = False
    broken: bool = False


class Cell(Struct, frozen=True):
    """The lines of one cell of a table; `head` if it stands over a column."""

    lines: tuple[Line, ...]
    head: bool = False


class Block(Struct, frozen=True):
    """Lines that are drawn together: "text", "list" or "table" (which has `rows` instead)."""

    kind: str
    lines: tuple[Line, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()


class Pin(Struct, frozen=True):
    """A mark on a picture, and the centre of its number in points."""

    mark: Mark
    x: float
    y: float


class MarkedPicture(Struct, frozen=True, kw_only=True):
    """The picture of a page with the marks on it; their numbers have this radius in points."""

    picture: Picture
    pins: tuple[Pin, ...]
    radius: float


class Leaf(Struct, frozen=True, kw_only=True):
    """A page, slide, sheet or section with the cards of what stands on it.

    `left_out` counts passages without claims that a very long document leaves out here.
    """

    id: str
    label: str
    kind: str
    blocks: tuple[Block, ...]
    cards: tuple[Card, ...]
    clauses: tuple[ClauseCard, ...]
    shown: MarkedPicture | None = None
    left_out: int = 0


class Paper(Struct, frozen=True, kw_only=True):
    """One document of the report, cut into leaves."""

    number: int
    report: DocumentReport
    leaves: tuple[Leaf, ...]
    claims: int
