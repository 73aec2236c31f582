"""What changed from one version of a paper to the next: claims and clauses, side by side."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from claimlint.document import Location, Placed
from claimlint.terms import Category, ClauseLabel, Level, Strength, Verdict
from claimlint.values.facets import Facets


class Drift(StrEnum):
    """In which way a claim or clause changed."""

    ADDED = "added"
    REMOVED = "removed"
    STRENGTHENED = "strengthened"
    SOFTENED = "softened"
    REWORDED = "reworded"
    MOVED = "moved"
    EVIDENCE_GAINED = "evidence-gained"
    EVIDENCE_LOST = "evidence-lost"


class Unlabelled(StrEnum):
    """What changes of a contract besides its claims and labelled clauses."""

    WORDING = "wording"


Subject = Category | ClauseLabel
"""What a sentence can hold."""


class Held(Struct, frozen=True, kw_only=True):
    """A claim or clause of a sentence: its words, and what can be compared of it.

    `span` are code points of the sentence, end excluded. `verdicts` are those of the kinds of
    evidence that a claim requires.
    """

    subject: Subject
    text: str
    span: tuple[int, int]
    facets: Facets
    strength: Strength | None = None
    verdicts: tuple[tuple[str, Verdict], ...] = ()


class Sentence(Struct, Placed, frozen=True, kw_only=True):
    """One sentence of a version: with its claims and clauses, if it has any, and its topics.

    `passage` is the index of its passage in the document. `positions` are "topic.position",
    `facets` those of the sentence where it holds any. `binding` is what a contract itself says,
    not its page headers; `heads` are those of the row and the column of a table's cell.
    """

    document: str
    text: str
    reading: str
    location: Location
    passage: int
    number: str | None = None
    held: tuple[Held, ...] = ()
    topics: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    facets: Facets = Facets()
    binding: bool = False
    heads: tuple[str, ...] = ()

    @property
    def lead(self) -> str:
        """What a cell completes: "1 to 500 · Price per unit"; nothing of any other sentence."""
        return " · ".join(self.heads)


class Change(Struct, frozen=True, kw_only=True):
    """What happened to one claim or clause, in which ways, and why it is said so.

    `old` or `new` is None where a version has no such sentence; `old_held` or `new_held` where the
    sentence makes no such claim there. `level` says how much a reader of the new version should
    care.
    """

    subject: Subject | Unlabelled
    drifts: tuple[Drift, ...]
    why: str
    level: Level
    old: Sentence | None = None
    new: Sentence | None = None
    old_held: Held | None = None
    new_held: Held | None = None


class Mark(StrEnum):
    """How a claim or clause stands in one version of a history."""

    ABSENT = "absent"
    CAME = "came"
    UNCHANGED = "unchanged"
    STRENGTHENED = "strengthened"
    SOFTENED = "softened"
    EVIDENCE = "evidence changed"
    MOVED = "moved"
    WENT = "went"


class Step(Struct, frozen=True, kw_only=True):
    """From one version to the next: their names and what changed between them."""

    old: str
    new: str
    changes: tuple[Change, ...]


class Course(Struct, frozen=True, kw_only=True):
    """One claim or clause through all versions: a mark a version, and its latest words.

    `versions` are the names of the versions in which it stands, in order.
    """

    subject: Subject
    marks: tuple[Mark, ...]
    sentence: Sentence
    held: Held
    versions: tuple[str, ...]

    @property
    def changed(self) -> bool:
        """Tell whether anything happened to it after the first version."""
        return any(mark is not Mark.UNCHANGED for mark in self.marks)


class History(Struct, frozen=True, kw_only=True):
    """More than two versions: each step, and the course of each claim and clause through all."""

    versions: tuple[str, ...]
    steps: tuple[Step, ...]
    courses: tuple[Course, ...]
