"""Conflicts and readings of contracts as JSON rows."""

from __future__ import annotations

from claimlint.comparison import (
    Conflict,
    ContractReading,
    Emptied,
    Lacking,
    Quote,
    Reference,
    Stance,
)
from claimlint.reports.json_rows import Json, facets_row, location_row


def conflict_row(conflict: Conflict) -> Json:
    """Return a conflict as a dictionary."""
    return {
        "kind": conflict.kind,
        "topic": conflict.topic,
        "title": conflict.title,
        "duty_shift": conflict.duty_shift,
        "claim": {
            **_stance(conflict.claim, conflict.claim_document),
            "fingerprint": conflict.fingerprint,
            "category": conflict.claim.category,
            "aspect": conflict.claim.aspect,
            "strength": conflict.claim.strength,
        },
        "clause": {
            **_stance(conflict.clause, conflict.clause_document),
            "role": conflict.clause_role,
            "number": conflict.clause.number,
            "label": conflict.clause.label,
        },
        "why": conflict.why,
        "negotiate": conflict.negotiate,
        "question": conflict.question,
    }


def reading_row(reading: ContractReading) -> Json:
    """Return what a contract says by itself as a dictionary."""
    return {
        "document": reading.document,
        "role": reading.role,
        "commitments": [_quote(each) for each in reading.commitments],
        "absent": list(reading.absent),
        "lacking": [_lacking(each) for each in reading.lacking],
        "cut_off": [_quote(each) for each in reading.cut_off],
        "emptied": [_emptied(each) for each in reading.emptied],
        "not_given": [_reference(each) for each in reading.not_given],
    }


def _stance(stance: Stance, document: str) -> Json:
    return {
        "document": document,
        "text": stance.text,
        "unit": stance.unit,
        "span": list(stance.span),
        "position": stance.position,
        "rule": stance.by,
        "facets": facets_row(stance.facets),
        "place": stance.place,
        "location": location_row(stance.location),
    }


def _quote(quote: Quote) -> Json:
    return {
        "rule": quote.rule,
        "label": quote.label,
        "text": quote.text,
        "unit": quote.unit,
        "span": list(quote.span),
        "number": quote.number,
        "place": quote.place,
        "location": location_row(quote.location),
    }


def _lacking(lacking: Lacking) -> Json:
    return {
        "label": lacking.label,
        "categories": list(lacking.categories),
        "negotiate": lacking.negotiate,
    }


def _emptied(emptied: Emptied) -> Json:
    return {"clause": _quote(emptied.clause), "why": emptied.why, "claims": list(emptied.claims)}


def _reference(reference: Reference) -> Json:
    return {
        "name": reference.name,
        "unit": reference.unit,
        "number": reference.number,
        "place": reference.place,
        "location": location_row(reference.location),
    }
