"""What a comparison says: stances on topics, conflicts between papers, a contract by itself."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from claimlint.document import Location, Placed, Quoted
from claimlint.terms import Category, ClauseLabel, Ranked, Strength
from claimlint.values.facets import Facets


class Role(StrEnum):
    """As what a paper was given: the deck promises, the others bind, limit or take back."""

    DECK = "deck"
    CONTRACT = "contract"
    TERMS = "terms"
    DPA = "dpa"
    SLA = "sla"
    DISCLAIMER = "disclaimer"
    CARD = "card"


class Relation(Ranked):
    """How a sentence of a contract stands to one of a deck, gravest first."""

    CONTRADICTS = "contradicts"
    LIMITS = "limits"
    SUPPORTS = "supports"


MATTER = "#"
"""What the name of a matter begins with among the words of a sentence."""
USUAL = "~"
"""What a word begins with there that terms of any trade hold."""


class Named(Struct, frozen=True, kw_only=True):
    """The stems of what a unit names; `member` is the unit's path in a container.

    `words` are the stems of all that tells something and the matters that it touches; `heads`
    tells whether it is a heading, `passage` and `offset` where it stands.
    """

    stems: tuple[str, ...]
    words: tuple[str, ...] = ()
    member: str | None = None
    heads: bool = False
    passage: int = 0
    offset: int = 0


class Stance(Quoted, Placed, frozen=True, kw_only=True):
    """What a sentence holds on a topic on which decks and contracts both speak.

    `topic` and `position` name an entry of `rules/topics/`, `by` the rule that found it. `number`
    is the clause number, `lead` what the unit completes (a column head, a stem). `category`,
    `aspect` and `strength` are those of the claim that holds it, `label` that of the clause, where
    it is one. `things` are stems of what it names, `above` those of its heading and of the sentence
    before.
    """

    topic: str
    position: str
    by: str
    number: str | None = None
    lead: str = ""
    category: Category | None = None
    aspect: str | None = None
    strength: Strength | None = None
    label: ClauseLabel | None = None
    facets: Facets = Facets()
    things: tuple[str, ...] = ()
    above: tuple[str, ...] = ()

    @property
    def whole(self) -> str:
        """The sentence, in front what it completes: "Customer is responsible for: checks;"."""
        return f"{self.lead}: {self.unit}" if self.lead else self.unit


OWN = "this"
"""What opens the name of the paper that says so: "this order form"; by itself it is enough."""


class Precedence(Struct, Placed, frozen=True, kw_only=True):
    """A sentence that ranks papers: each of a tier prevails over those of the tiers behind it.

    Papers go by what the sentence calls them, in its reading form. `clause` is the number of the
    one clause of the last paper in whose place the sentence stands. `passage` and `offset` are
    those of the sentence.
    """

    unit: str
    location: Location
    tiers: tuple[tuple[str, ...], ...]
    clause: str | None = None
    number: str | None = None
    passage: int = 0
    offset: int = 0


class Rank(Struct, frozen=True, kw_only=True):
    """What a paper calls itself, and what it says of which papers prevail."""

    title: str = ""
    told: tuple[Precedence, ...] = ()


class Cited(Struct, Placed, frozen=True, kw_only=True):
    """A sentence of a paper with its place."""

    document: str
    unit: str
    location: Location
    number: str | None = None


class Conflict(Struct, frozen=True, kw_only=True):
    """A sentence of a deck and one of a contract on the same topic, and how they stand.

    `why` is one sentence, `negotiate` a clause that would bind the claim, `question` what to ask.
    `title` is that of the topic. A `duty_shift` is sold without review and contracted with it.
    `fingerprint` is that of the claim, where the deck's sentence is one. Where the clause gives way
    to a sentence of another paper, `yields_to` is that sentence, and `yields_by` what says so.
    """

    kind: Relation
    topic: str
    title: str
    claim_document: str
    claim: Stance
    clause_document: str
    clause_role: Role
    clause: Stance
    why: str
    negotiate: str = ""
    question: str = ""
    duty_shift: bool = False
    fingerprint: str | None = None
    yields_to: Cited | None = None
    yields_by: Cited | None = None


class Quote(Struct, Placed, frozen=True, kw_only=True):
    """Words of a paper with their place: `text == unit[span]`."""

    document: str
    text: str
    unit: str
    span: tuple[int, int]
    location: Location
    rule: str = ""
    label: ClauseLabel | None = None
    number: str | None = None


class Reference(Struct, Placed, frozen=True, kw_only=True):
    """Another paper that a contract names: "Schedule 2", "Documentation", a web address.

    `own` where the document itself holds it, as a part with that heading.
    """

    name: str
    unit: str
    location: Location
    number: str | None = None
    own: bool = False


class Emptied(Struct, frozen=True, kw_only=True):
    """Boilerplate that fits every claim, and the groups of the claims that it empties."""

    clause: Quote
    why: str
    claims: tuple[str, ...]


class Lacking(Struct, frozen=True, kw_only=True):
    """A clause label that the papers lack, the categories of claims that need it, a proposal."""

    label: ClauseLabel
    categories: tuple[Category, ...]
    negotiate: str


class ContractReading(Struct, frozen=True, kw_only=True):
    """What a contract says by itself, and to all claims at once.

    `commitments` are its promises, `absent` the labels that stand nowhere in it, `lacking` those of
    them that the claims would need, `cut_off` the clauses that end what decks say, `not_given` the
    papers that it makes part of itself and that were not given. `ranks` are its sentences on which
    paper prevails.
    """

    document: str
    role: Role
    commitments: tuple[Quote, ...] = ()
    absent: tuple[ClauseLabel, ...] = ()
    lacking: tuple[Lacking, ...] = ()
    cut_off: tuple[Quote, ...] = ()
    emptied: tuple[Emptied, ...] = ()
    not_given: tuple[Reference, ...] = ()
    ranks: tuple[Cited, ...] = ()
