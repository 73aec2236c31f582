"""What claimlint says of a document: claims, clauses, disclosures, findings and the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from claimlint.document import Coverage, Location, Passages, Placed, ProblemCode, Quoted, ReadStatus
from claimlint.terms import (
    SELF_REPORTED,
    Category,
    ClauseLabel,
    Confidence,
    DocumentKind,
    Level,
    Profile,
    Strength,
    Verdict,
    graded,
)
from claimlint.values.comparison import Named, Rank, Reference, Stance
from claimlint.values.facets import Facets
from claimlint.values.notes import KindNote, PrecedentNote, RuleNote
from claimlint.values.notice_codes import NoticeCode
from claimlint.values.remarked import Remarked
from claimlint.values.ruling import Ruling
from claimlint.values.statement import Serving, Statement

if TYPE_CHECKING:
    from claimlint.values.comparison import Conflict, ContractReading
    from claimlint.values.drift import Change, History
    from claimlint.values.incident import Against


class Decision(Struct, frozen=True):
    """One step of the story of a span: which check looked, what it held, by which words."""

    check: str
    outcome: str
    words: str = ""


class Claim(Quoted, frozen=True, kw_only=True):
    """Words that assert a property of a system: `text == unit[slice(*span)]`.

    `marks` are further spans of the same category in the unit, `other_aspects` what those speak of
    beyond `aspect`. `strength_by` are the words that decided the strength, `why` the story of the
    span. `lead` is what the unit completes (a column head, a stem, the label of a bare figure),
    where it took those words to see the claim.
    """

    rule: str
    category: Category
    strength: Strength
    aspect: str | None = None
    other_aspects: tuple[str, ...] = ()
    confidence: Confidence = Confidence.HIGH
    strength_by: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    why: tuple[Decision, ...] = ()
    reading: str = ""
    lead: str = ""
    facets: Facets = Facets()

    def __post_init__(self) -> None:
        start, end = self.span
        if not 0 <= start < end <= len(self.unit) or self.unit[start:end] != self.text:
            raise ValueError(f"{self.rule}: span {self.span} does not hold {self.text!r}")

    @property
    def whole(self) -> str:
        """Return the unit behind what it completes."""
        return f"{self.lead}: {self.unit}" if self.lead else self.unit

    @property
    def grade(self) -> str:
        """Return the strength, and the doubt whether it is a claim at all where there is one."""
        return graded(self.strength, self.confidence)


class Clause(Quoted, Placed, frozen=True, kw_only=True):
    """Contract language that takes a claim back or binds it; fields as in `Claim`."""

    rule: str
    label: ClauseLabel
    number: str | None = None
    why: tuple[Decision, ...] = ()
    facets: Facets = Facets()


class LetGo(Struct, frozen=True, kw_only=True):
    """Words that a rule matched and that context found to be no claim, with the decision."""

    rule: str
    text: str
    unit: str
    location: Location
    passage: int
    decision: Decision


class FieldFound(Struct, frozen=True, kw_only=True):
    """One field of evidence: its id, the words, and where they stand.

    `passage` is the index in its document, or None for a dossier entry; `value` the normalised
    value where there is one ("0.962" for 96.2 %); `unit` the sentence, row or entry it stands in.
    """

    field: str
    text: str
    document: str
    location: Location
    passage: int | None = None
    value: str | None = None
    unit: str = ""


class Disclosure(Struct, frozen=True, kw_only=True):
    """Evidence of one kind that a document or dossier holds, with its fields and places."""

    kind: str
    fields: tuple[FieldFound, ...]
    document: str
    location: Location
    provenance: str = SELF_REPORTED
    product: str | None = None
    version: str | None = None
    date: str | None = None
    from_dossier: bool = False
    id: str | None = None


class Assessment(Struct, frozen=True, kw_only=True):
    """The verdict on one kind of evidence for one claim, checkable by the fields found."""

    kind: str
    required: bool
    verdict: Verdict
    required_by: str
    found: tuple[FieldFound, ...] = ()
    missing: tuple[str, ...] = ()
    provenance: str | None = None
    reason: str = ""


class Finding(Struct, frozen=True, kw_only=True):
    """A claim, how grave it is, and what was found of the evidence that it needs.

    `repeats` counts further places of the same words in the document. `group` joins the same
    claim across documents; `fingerprint` tells this one. `ruling` is what somebody decided on it.
    """

    claim: Claim
    level: Level
    evidence: tuple[Assessment, ...]
    fingerprint: str
    group: str
    question: str
    rewrite: str
    precedents: tuple[str, ...] = ()
    repeats: int = 0
    ruling: Ruling | None = None

    @property
    def suppressed(self) -> str | None:
        """Return the state of a decision that lets the finding through, or None."""
        return None if self.ruling is None else self.ruling.held

    @property
    def required(self) -> tuple[Assessment, ...]:
        """Return the assessments of the required kinds."""
        return tuple(item for item in self.evidence if item.required)

    @property
    def backed(self) -> bool:
        """Tell whether every required kind is backed."""
        return all(item.verdict is Verdict.BACKED for item in self.required)

    @property
    def worst(self) -> Verdict:
        """Return the worst verdict on what the claim requires; backed where it requires nothing."""
        verdicts = (item.verdict for item in self.required)
        return min(verdicts, key=lambda verdict: verdict.rank, default=Verdict.BACKED)


class Notice(Struct, frozen=True):
    """Something to know that is no claim: a dangling footnote, hidden text, no baseline."""

    code: NoticeCode
    message: str
    location: Location | None = None


class DocumentReport(Struct, frozen=True, kw_only=True):
    """Everything said of one document. `kind_by` tells who said its kind: "guess" or "call".

    `passages` are the document as it was read, for views that show it; JSON leaves them out.
    `things` are the stems of what each unit names, `rank` says before which papers it goes.
    """

    path: str
    format: str
    sha256: str
    matter: str
    kind: DocumentKind
    kind_by: str
    status: ReadStatus
    language: str | None
    coverage: Coverage
    units: int
    findings: tuple[Finding, ...] = ()
    clauses: tuple[Clause, ...] = ()
    disclosures: tuple[Disclosure, ...] = ()
    notices: tuple[Notice, ...] = ()
    let_go: tuple[LetGo, ...] = ()
    passages: Passages = ()
    stances: tuple[Stance, ...] = ()
    things: tuple[Named, ...] = ()
    references: tuple[Reference, ...] = ()
    rank: Rank = Rank()
    remarked: Remarked | None = None

    @property
    def foreign(self) -> bool:
        """Tell whether the document is in another language than the rules."""
        problems = self.coverage.problems
        return self.language != "en" and any(each.code is ProblemCode.LANGUAGE for each in problems)


class Question(Struct, frozen=True, kw_only=True):
    """A question for the vendor, once, with the fingerprints of the claims that it settles.

    `tasks` parts those claims by what they are about ("invoices"); "" holds those that do not say.
    """

    text: str
    kinds: tuple[str, ...]
    claims: tuple[str, ...]
    tasks: tuple[tuple[str, tuple[str, ...]], ...] = ()


class Tool(Struct, frozen=True, kw_only=True):
    """Which program, rules and model made the report, the day it assumes, and for whom it is."""

    version: str
    rules: int
    rules_digest: str
    model: str
    today: str
    profile: Profile = Profile.BUYER


class MatterReport(Struct, frozen=True, kw_only=True):
    """One vendor's papers as a whole: the best evidence of every kind, whatever is claimed.

    The assessments stand in the order of the catalogue; those that every seller owes are
    `required`. `valid_until` is the ISO date on which the first of them goes stale. `bindings` are
    the words that dossiers bind to evidence, each with whether a claim has them.
    """

    name: str
    evidence: tuple[Assessment, ...]
    statements: tuple[Statement, ...] = ()
    serving: Serving | None = None
    valid_until: str | None = None
    bindings: tuple[tuple[str, bool], ...] = ()


class Report(Struct, frozen=True, kw_only=True):
    """The whole answer of one run, in the order of the call.

    `rules`, `kinds` and `precedents` explain the ids that findings, clauses and evidence use.
    """

    tool: Tool
    documents: tuple[DocumentReport, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    contracts: tuple[ContractReading, ...] = ()
    changes: tuple[Change, ...] = ()
    history: History | None = None
    incidents: tuple[Against, ...] = ()
    questions: tuple[Question, ...] = ()
    rules: tuple[RuleNote, ...] = ()
    notices: tuple[Notice, ...] = ()
    matters: tuple[MatterReport, ...] = ()
    kinds: tuple[KindNote, ...] = ()
    precedents: tuple[PrecedentNote, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return the findings of all documents, in order."""
        return tuple(finding for document in self.documents for finding in document.findings)

    def at_large(self, kind: str) -> tuple[Assessment, ...]:
        """Return what the papers show of a kind of evidence, by its id, whatever is claimed."""
        return tuple(item for each in self.matters for item in each.evidence if item.kind == kind)
