"""One decision as it is written down, whatever the place: a record, a sidecar, a comment."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from claimlint.values.policy import Approved
from claimlint.values.ruling import State

MANDATORY = ("reason", "owner", "until")
"""What a person's decision must say; a baseline says none of it."""


class Entry(Struct, frozen=True, kw_only=True):
    """One decision.

    `fingerprint` names the finding, `rule` its rule or category; one of them is given. `until` is
    the last day on which it holds (ISO). `document` and `text` are for people and for telling
    copies apart: the file (seen from the record's folder) and the claim's words. `origin` is the
    place where it was read.
    """

    state: State
    fingerprint: str = ""
    rule: str = ""
    reason: str = ""
    owner: str = ""
    until: str = ""
    evidence: str = ""
    document: str = ""
    text: str = ""
    origin: str = ""

    def expired(self, today: date) -> bool:
        """Tell whether the decision holds no longer."""
        return bool(self.until) and date.fromisoformat(self.until) < today


def approval(item: Approved) -> Entry:
    """Return the decision that an approved wording is."""
    return Entry(
        state=State.ACCEPTED,
        rule=item.category or "",
        text=item.text,
        reason="approved wording",
        owner=item.owner,
        until=item.until,
        evidence=item.evidence,
        origin=item.origin,
    )


def is_day(text: str) -> bool:
    """Tell whether a text is a day in the form YYYY-MM-DD."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
