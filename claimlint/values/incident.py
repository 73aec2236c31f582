"""Incidents, as post-mortems tell them, beside the claims that they speak against."""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class Incident(Struct, frozen=True, kw_only=True):
    """One thing that went wrong: when, in which system, what, and who watched at the time.

    `failure` is its class, a name of `rules/incident-classes.yaml`.
    """

    date: date
    system: str
    failed: str
    failure: str
    oversight: str


class Against(Struct, frozen=True, kw_only=True):
    """A claim that an incident speaks against.

    `repeated` if an older version made it in the same words and the newer still does.
    """

    incident: Incident
    fingerprint: str
    document: str
    place: str
    unit: str
    category: str
    repeated: bool = False
