"""What the catalogue holds: evidence kinds, categories, precedents, authorities."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from claimlint.terms import Category, ClauseLabel, Verdict
from claimlint.values.notes import SourceNote

WITHIN = 12
"""How many words may stand between a cue and what must be near it, where a rule says nothing."""


class PrecedentStatus(StrEnum):
    """How a case stands; `order` covers the rulings of regulators and of self-regulators."""

    ORDER = "order"
    SETTLEMENT = "settlement"
    UNDERTAKING = "undertaking"
    JUDGMENT = "judgment"
    PENDING = "pending"
    PRESS = "press"


class EvidenceField(Struct, frozen=True, kw_only=True):
    """One thing that evidence of a kind must show.

    `kernel` fields decide whether there is evidence at all. `instead` is another field that may
    stand in for this one. A field that only `should` be there never moves a verdict. A cue is a
    phrase of the small language of `rules/evidence/README.md`; one of `near` must stand within
    `within` words of it, where `near` is given. An `affirmed` field counts only where no "not" or
    "never" stands before it. Fields with the same word in `together` count as one where half of
    the fields are asked for. `labels` are words that stand in front of a value
    ("Sample size: 3,120"), `asked` cues that a label or question calls for the field by; behind a
    question only an answer counts that holds one of `answers`, where they are given.
    """

    id: str
    asks: str
    kernel: bool
    should: bool = False
    instead: str | None = None
    cues: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    within: int = WITHIN
    affirmed: bool = False
    together: str = ""
    labels: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()


class Reject(Struct, frozen=True, kw_only=True):
    """Phrases that look like evidence and are not, and the verdict that they earn."""

    phrases: tuple[str, ...]
    verdict: Verdict
    because: str


class Example(Struct, frozen=True, kw_only=True):
    """A passage that runs as a test; `because` says why it falls short."""

    text: str
    verdict: Verdict
    because: str = ""


class EvidenceKind(Struct, frozen=True, kw_only=True):
    """One kind of evidence: what it is, what it must show, what does not count.

    `shelf_life` counts months. Where evidence stands `apart`, each passage is evidence by itself;
    otherwise what one section says belongs together, or all sections `across` a paper. The fields
    of the kernel must stand within `reach` sentences of each other. `about` are words by which a
    further sentence of the same section says that it still speaks of this evidence; `headings`
    name such a section.
    """

    id: str
    title: str
    holds: str
    asks: str
    where: tuple[str, ...]
    shelf_life: int
    fields: tuple[EvidenceField, ...]
    apart: bool = False
    across: bool = False
    reach: int = 5
    about: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    rejects: tuple[Reject, ...] = ()
    backed: tuple[Example, ...] = ()
    not_backed: tuple[Example, ...] = ()

    @property
    def kernel(self) -> tuple[EvidenceField, ...]:
        """Return the fields without which there is no evidence of this kind."""
        return tuple(entry for entry in self.fields if entry.kernel)

    @property
    def rest(self) -> tuple[EvidenceField, ...]:
        """Return the other fields that evidence of this kind must show."""
        return tuple(entry for entry in self.fields if not entry.kernel and not entry.should)

    def field(self, name: str) -> EvidenceField | None:
        """Return the field called `name`, or None."""
        return next((entry for entry in self.fields if entry.id == name), None)


class BindingClause(Struct, frozen=True, kw_only=True):
    """Contract wording that makes a promise of the category binding, and its clause labels."""

    text: str
    labels: tuple[ClauseLabel, ...]


class CategoryEntry(Struct, frozen=True, kw_only=True):
    """What a category of claim (or one aspect of it) says and the evidence that it needs.

    `required` and `recommended` are ids of evidence kinds, the most telling first.
    """

    category: Category
    aspect: str | None
    title: str
    says: str
    why: str
    required: tuple[str, ...]
    recommended: tuple[str, ...]
    question: str
    rewrite: str
    clause: BindingClause


class Reversal(Struct, frozen=True, kw_only=True):
    """Phrases of a footnote that take a claim of a category back.

    With `only_if`, the claim itself must hold one of those phrases.
    """

    category: Category
    says: str
    phrases: tuple[str, ...]
    only_if: tuple[str, ...] = ()


class Precedent(Struct, frozen=True, kw_only=True):
    """A case in which comparable wording was examined; says nothing about any other firm.

    `date` is what was seen: a day, a month or a year in ISO form.
    """

    id: str
    case: str
    body: str
    date: str
    claim: str
    outcome: str
    categories: tuple[Category, ...]
    kinds: tuple[str, ...]
    status: PrecedentStatus
    line: str
    sources: tuple[SourceNote, ...]
    set_aside: str | None = None

    @property
    def printable(self) -> bool:
        """Tell whether reports may print it: decided, and not set aside since."""
        open_ended = (PrecedentStatus.PENDING, PrecedentStatus.PRESS)
        return self.set_aside is None and self.status not in open_ended


class Authority(Struct, frozen=True, kw_only=True):
    """A rule or guideline that asks for evidence; reports leave unverified ones out."""

    id: str
    title: str
    body: str
    demand: str
    in_force: str
    kinds: tuple[str, ...]
    categories: tuple[Category, ...]
    verified: bool
    sources: tuple[SourceNote, ...]


class Catalogue(Struct, frozen=True, kw_only=True, eq=False):
    """Everything that the rule book knows of evidence and of those who ask for it.

    Two catalogues are equal if they are the same object, so that one can be looked up quickly.
    """

    kinds: tuple[EvidenceKind, ...]
    categories: tuple[CategoryEntry, ...]
    precedents: tuple[Precedent, ...]
    authorities: tuple[Authority, ...]
    reversals: tuple[Reversal, ...] = ()
    words: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def kind(self, name: str) -> EvidenceKind:
        """Return the evidence kind called `name`.

        Raises:
            KeyError: there is no such kind.
        """
        for entry in self.kinds:
            if entry.id == name:
                return entry
        raise KeyError(name)

    def category(self, category: Category, aspect: str | None = None) -> CategoryEntry:
        """Return the entry of a category, of its aspect where it has one of that name.

        Raises:
            KeyError: the catalogue holds no such category.
        """
        plain = None
        for entry in self.categories:
            if entry.category is category and entry.aspect == aspect:
                return entry
            if entry.category is category and entry.aspect is None:
                plain = entry
        if plain is None:
            raise KeyError(category)
        return plain

    def precedents_for(self, category: Category) -> tuple[Precedent, ...]:
        """Return the precedents on a category that reports may print, in the catalogue's order."""
        return tuple(
            item for item in self.precedents if category in item.categories and item.printable
        )

    def authorities_for(self, kind: str) -> tuple[Authority, ...]:
        """Return the verified authorities that ask for evidence of a kind."""
        return tuple(item for item in self.authorities if item.verified and kind in item.kinds)
