"""The closed sets of words that the whole program speaks in."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import Self


class Ranked(StrEnum):
    """Words in an order; `rank` is the place of each in it, from 0."""

    rank: int

    def __new__(cls, word: str) -> Self:
        """Return the next word."""
        made = str.__new__(cls, word)
        made._value_ = word
        made.rank = len(cls.__members__)
        return made


class Category(StrEnum):
    """The twelve kinds of claim, in the order of docs/claims.md."""

    AUTONOMY = "autonomy"
    INDEPENDENT_DECISION = "independent-decision"
    HUMAN_REPLACEMENT = "human-replacement"
    CONTINUOUS_OPERATION = "continuous-operation"
    OVERSIGHT_REDUCTION = "oversight-reduction"
    ACCURACY_RELIABILITY = "accuracy-reliability"
    HUMAN_PARITY = "human-parity"
    UNDERSTANDING_LEARNING = "understanding-learning"
    SAFETY_COMPLIANCE = "safety-compliance"
    BUSINESS_OUTCOME = "business-outcome"
    UNIVERSALITY = "universality"
    MARKET_POSITION = "market-position"

    @property
    def words(self) -> str:
        """Return the name that people see ("accuracy and reliability")."""
        pairs = (Category.ACCURACY_RELIABILITY, Category.UNDERSTANDING_LEARNING)
        joint = " and " if self in (*pairs, Category.SAFETY_COMPLIANCE) else " "
        return self.value.replace("-", joint)


class ClauseLabel(StrEnum):
    """What a contract does to the claims: takes them back, or makes them binding."""

    ACCURACY_DISCLAIMER = "accuracy-disclaimer"
    AS_IS = "as-is"
    HUMAN_REVIEW_DUTY = "human-review-duty"
    NO_RELIANCE = "no-reliance"
    USE_RESTRICTION = "use-restriction"
    LIABILITY_CAP = "liability-cap"
    PERFORMANCE_WARRANTY = "performance-warranty"
    OVERSIGHT_COMMITMENT = "oversight-commitment"
    DISCLOSURE_COMMITMENT = "disclosure-commitment"


COMMITMENTS = (
    ClauseLabel.PERFORMANCE_WARRANTY,
    ClauseLabel.OVERSIGHT_COMMITMENT,
    ClauseLabel.DISCLOSURE_COMMITMENT,
)
"""What makes claims binding; every other label takes them back."""


ACCURACY, FAILURES, OVERSIGHT = "accuracy-evaluation", "failure-modes", "oversight-spec"
AVAILABILITY, BOUNDARY = "availability-record", "autonomy-boundary"
OUTCOMES, SECURITY = "outcome-study", "security-assurance"
"""Kinds of evidence with more to them than their rules tell."""
SELF_REPORTED, NAMED_PARTY = "self-reported", "named third party"
"""Where evidence comes from, as far as papers tell; a dossier may grade it higher."""
SAMPLE_SIZE = "sample-size"
"""The field of evidence that tells how many items were judged."""
OWED = MappingProxyType(
    {
        ACCURACY: "Accuracy on a representative task distribution",
        FAILURES: "Known failure modes",
        OVERSIGHT: "Minimum human oversight for safe use",
        "human-involvement": "People inside the product",
    }
)
"""The kinds of evidence that every seller owes, whatever it claims, with their titles."""


def owed_rank(kind: str) -> int:
    """Return the place of a kind of evidence among those that every seller owes, first of all."""
    return [*OWED, kind].index(kind)


class Strength(Ranked):
    """How far a claim goes: strong (universal or guaranteed), plain, or hedged (bounded)."""

    STRONG = "strong"
    PLAIN = "plain"
    HEDGED = "hedged"


class Level(Ranked):
    """How grave a finding is; computed from strength and verdicts, never written in a rule."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Confidence(Ranked):
    """How sure the detector is that the words are a claim; says nothing of its gravity."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


def graded(strength: Strength, confidence: Confidence) -> str:
    """Return the strength of a claim as reports tell it, with a doubt whether it is one."""
    return f"{strength}, unsure" if confidence is Confidence.LOW else str(strength)


class Verdict(Ranked):
    """What was found of one kind of evidence for one claim, worst first."""

    CONTRADICTED = "contradicted"
    BARE = "bare"
    PROMISED = "promised"
    ASSERTED = "asserted"
    WRONG_TARGET = "wrong-target"
    LATE = "late"
    STALE = "stale"
    PARTLY_BACKED = "partly-backed"
    BACKED = "backed"

    @property
    def words(self) -> str:
        """Return the word or two that people see."""
        return _VERDICT_WORDS[self]


_VERDICT_WORDS = {
    Verdict.CONTRADICTED: "contradicted",
    Verdict.BARE: "missing",
    Verdict.PROMISED: "promised",
    Verdict.ASSERTED: "named, not shown",
    Verdict.WRONG_TARGET: "about something else",
    Verdict.LATE: "newer than the claim",
    Verdict.STALE: "out of date",
    Verdict.PARTLY_BACKED: "partly found",
    Verdict.BACKED: "found",
}


class InList(StrEnum):
    """What the words of a clause rule are beside a list, its stem and its heading.

    As an `ITEM` they are weaker than a sentence, as a `HEADING` no item or clause. `EVERY_ITEM`
    below them inherits the clause, whatever its words; items inherit it also where the stem ends
    in `EXCEPTIONS` ("The warranty excludes:"). What such words go on to list in their own sentence
    as `CAUSES` is part of them ("We are not liable for losses from unchecked output").
    """

    ITEM = "item"
    HEADING = "heading"
    EVERY_ITEM = "every-item"
    EXCEPTIONS = "exceptions"
    CAUSES = "causes"


class ContextCheck(StrEnum):
    """A check of the context by which a rule lets a match go (`unless`, `despite`)."""

    QUESTION = "question"
    LIMITATION = "limitation"
    OTHER_COLUMN = "other-column"
    PLAIN_SOFTWARE = "plain-software"
    DUTY = "duty"
    INSTRUCTION = "instruction"
    REQUIREMENT = "requirement"
    NOTE = "note"
    HYPOTHETICAL = "hypothetical"
    CONDITION = "condition"
    ATTRIBUTED = "attributed"
    DEFINITION = "definition"
    LAW = "law"
    MARKET = "market"
    PEOPLE = "people"
    UNSOLD = "unsold"
    UNOFFERED = "unoffered"
    DENIED = "denied"
    DONE_BY_PEOPLE = "done-by-people"
    DONE_BY_THINGS = "done-by-things"


class DocumentKind(StrEnum):
    """What sort of document it is; it orders the report and never hides a finding."""

    MARKETING = "marketing"
    CONTRACT = "contract"
    DISCLOSURE = "disclosure"
    OTHER = "other"


class FailOn(StrEnum):
    """From which level on findings set the exit status."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


class Profile(StrEnum):
    """For whom a run is: what is shown first, what fails, and whose ignores count.

    A vendor checks its own copy, so that only there ignores inside a document are obeyed.
    """

    BUYER = "buyer"
    LEGAL = "legal"
    VENDOR = "vendor"

    @property
    def fail_on(self) -> FailOn:
        """Return the level from which on findings fail, where the call does not say."""
        return FailOn.WARNING if self is Profile.LEGAL else FailOn.ERROR

    @property
    def obeys_documents(self) -> bool:
        """Tell whether ignores that stand in a document or beside it are obeyed."""
        return self is Profile.VENDOR
