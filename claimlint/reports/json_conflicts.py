"""Conflicts and readings of contracts as JSON rows."""

from __future__ import annotations

from claimlint.reports.json_rows import Json, row
from claimlint.values.comparison import Conflict, ContractReading, Emptied, Quote, Stance

_QUOTED = ("rule", "label", "text", "unit", "span", "number", "place", "location")


def conflict_row(conflict: Conflict) -> Json:
    """Return a conflict as a dictionary."""
    claim, clause = conflict.claim, conflict.clause
    return {
        **row(conflict, "kind", "topic", "title", "duty_shift"),
        "claim": {
            **_stance(claim, conflict.claim_document),
            "fingerprint": conflict.fingerprint,
            **row(claim, "category", "aspect", "strength"),
        },
        "clause": {
            **_stance(clause, conflict.clause_document),
            "role": conflict.clause_role,
            **row(clause, "number", "label"),
        },
        **row(conflict, "why", "negotiate", "question"),
    }


def reading_row(reading: ContractReading) -> Json:
    """Return what a contract says by itself as a dictionary."""
    return {
        **row(reading, "document", "role"),
        "commitments": [_quote(each) for each in reading.commitments],
        **row(reading, "absent", "lacking"),
        "cut_off": [_quote(each) for each in reading.cut_off],
        "emptied": [_emptied(each) for each in reading.emptied],
        "not_given": [
            row(each, "name", "unit", "number", "place", "location") for each in reading.not_given
        ],
    }


def _stance(stance: Stance, document: str) -> Json:
    return {
        "document": document,
        **row(stance, "text", "unit", "span", "position"),
        "rule": stance.by,
        **row(stance, "facets", "place", "location"),
    }


def _quote(quote: Quote) -> Json:
    return row(quote, *_QUOTED)


def _emptied(emptied: Emptied) -> Json:
    return {"clause": _quote(emptied.clause), **row(emptied, "why", "claims")}
