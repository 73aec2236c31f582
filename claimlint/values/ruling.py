"""What somebody has decided about a claim: who, why, until when, and whether it holds."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from claimlint.values.notice_codes import NoticeCode


class State(StrEnum):
    """What a decision says of a claim, the strongest first."""

    DISMISSED = "dismissed"
    ACCEPTED = "accepted"
    BASELINE = "baseline"


class Overruled(StrEnum):
    """Why a decision does not hold."""

    CONTRADICTED = "contradicted"
    NOT_SUPPRESSIBLE = "not-suppressible"
    EXPIRED = "expired"


class Ruling(Struct, frozen=True, kw_only=True):
    """A decision as it bears on one finding.

    `until` is the last day on which it holds (ISO), None where it has no end; `origin` where it
    stands ("claimlint.decisions.jsonl:3"); `inside` if that is the document or a sidecar of it.
    """

    state: State
    reason: str
    owner: str = ""
    until: str | None = None
    evidence: str = ""
    origin: str = ""
    inside: bool = False
    overruled: Overruled | None = None

    @property
    def held(self) -> State | None:
        """Return the state where the decision holds, else None."""
        return self.state if self.overruled is None else None


FAULTS = (
    NoticeCode.DECISION_EXPIRED,
    NoticeCode.DECISION_MALFORMED,
    NoticeCode.DECISION_OVERRULED,
    NoticeCode.DECISION_UNUSED,
)
"""Codes of notices about decisions that somebody must mend; a vendor's run fails on them."""
