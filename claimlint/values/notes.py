"""What a reader of a report needs to know of the rule book: rules, evidence kinds, precedents."""

from __future__ import annotations

from msgspec import Struct


class SourceNote(Struct, frozen=True, kw_only=True):
    """Where a fact was seen. `address` and `read` only where someone opened that page."""

    title: str
    body: str
    date: str | None = None
    seen_in: str | None = None
    seen_as: str | None = None
    address: str | None = None
    read: str | None = None


class RuleNote(Struct, frozen=True, kw_only=True):
    """What a reader of a report needs to know of a rule."""

    id: str
    title: str
    help: str
    sources: tuple[SourceNote, ...] = ()


class KindNote(Struct, frozen=True, kw_only=True):
    """A kind of evidence: what it holds, and what each of its fields asks, by field."""

    id: str
    title: str
    holds: str
    fields: tuple[tuple[str, str], ...] = ()


class PrecedentNote(Struct, frozen=True, kw_only=True):
    """A decided case on comparable wording; says nothing about any other firm."""

    id: str
    case: str
    body: str
    date: str
    status: str
    line: str
    sources: tuple[SourceNote, ...] = ()
