"""Conflicts and readings of contracts as JSON rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimlint.reports.json.rows import Json, row
from claimlint.values.comparison import Cited, Conflict, ContractReading, Emptied, Quote, Stance

_QUOTED = ("rule", "label", "text", "unit", "span", "number", "place", "location")


def conflict_rows(conflicts: Iterable[Conflict]) -> Iterator[Json]:
    """Yield conflicts as dictionaries.

    A sentence may stand in a thousand conflicts: it is one dictionary, in all of them.
    """
    claims: dict[tuple[int, str | None], Json] = {}
    clauses: dict[tuple[int, str], Json] = {}
    for conflict in conflicts:
        claim = id(conflict.claim), conflict.fingerprint
        clause = id(conflict.clause), conflict.clause_role
        if claim not in claims:
            claims[claim] = _claim(conflict)
        if clause not in clauses:
            clauses[clause] = _clause(conflict)
        yield {
            **row(conflict, "kind", "topic", "title", "duty_shift"),
            "claim": claims[claim],
            "clause": clauses[clause],
            **row(conflict, "why", "negotiate", "question"),
            "yields_to": conflict.yields_to and _cited(conflict.yields_to),
            "yields_by": conflict.yields_by and _cited(conflict.yields_by),
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
        "ranks": [_cited(each) for each in reading.ranks],
    }


def _claim(conflict: Conflict) -> Json:
    return {
        **_stance(conflict.claim, conflict.claim_document),
        "fingerprint": conflict.fingerprint,
        **row(conflict.claim, "category", "aspect", "strength"),
    }


def _clause(conflict: Conflict) -> Json:
    return {
        **_stance(conflict.clause, conflict.clause_document),
        "role": conflict.clause_role,
        **row(conflict.clause, "number", "label"),
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


def _cited(cited: Cited) -> Json:
    return row(cited, "document", "unit", "number", "place", "location")


def _emptied(emptied: Emptied) -> Json:
    return {"clause": _quote(emptied.clause), **row(emptied, "why", "claims")}
