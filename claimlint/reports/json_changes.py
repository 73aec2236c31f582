"""Changes between versions, and incidents beside claims, as JSON rows."""

from __future__ import annotations

from claimlint.drift import Change, Held, Sentence
from claimlint.incident import Against
from claimlint.reports.json_rows import Json, location_row
from claimlint.terms import ClauseLabel


def change_row(change: Change) -> Json:
    """Return a change as a dictionary."""
    return {
        "subject": change.subject,
        "clause": isinstance(change.subject, ClauseLabel),
        "drifts": list(change.drifts),
        "level": change.level,
        "why": change.why,
        "old": _version(change.old, change.old_held),
        "new": _version(change.new, change.new_held),
    }


def _version(sentence: Sentence | None, held: Held | None) -> Json | None:
    if sentence is None:
        return None
    return {
        "document": sentence.document,
        "unit": sentence.text,
        "place": sentence.place,
        "number": sentence.number,
        "text": held.text if held else None,
        "span": list(held.span) if held else None,
        "strength": held.strength if held else None,
        "location": location_row(sentence.location),
    }


def incident_row(against: Against) -> Json:
    """Return an incident beside a claim as a dictionary."""
    incident = against.incident
    return {
        "date": incident.date.isoformat(),
        "system": incident.system,
        "failed": incident.failed,
        "class": incident.failure,
        "oversight": incident.oversight,
        "repeated": against.repeated,
        "claim": {
            "document": against.document,
            "place": against.place,
            "unit": against.unit,
            "category": against.category,
            "fingerprint": against.fingerprint,
        },
    }
