"""Changes between versions, and incidents beside claims, as JSON rows."""

from __future__ import annotations

from claimlint.reports.json.rows import Json, row, whole
from claimlint.terms import Category
from claimlint.values.drift import Change, Course, Held, History, Sentence
from claimlint.values.incident import Against


def change_row(change: Change) -> Json:
    """Return a change as a dictionary."""
    return {
        "subject": change.subject,
        "clause": not isinstance(change.subject, Category),
        **row(change, "drifts", "level", "why"),
        "old": _version(change.old, change.old_held),
        "new": _version(change.new, change.new_held),
    }


def history_row(history: History | None) -> Json | None:
    """Return a history as a dictionary; its steps name their changes by index in `changes`."""
    if history is None:
        return None
    steps = []
    first = 0
    for step in history.steps:
        last = first + len(step.changes)
        steps.append({**row(step, "old", "new"), "changes": list(range(first, last))})
        first = last
    return {
        "versions": whole(history.versions),
        "steps": steps,
        "courses": [_course(course) for course in history.courses],
    }


def _course(course: Course) -> Json:
    return {
        "subject": course.subject,
        "clause": not isinstance(course.subject, Category),
        **row(course, "marks", "changed", "versions"),
        "latest": _version(course.sentence, course.held),
    }


def _version(sentence: Sentence | None, held: Held | None) -> Json | None:
    if sentence is None:
        return None
    words = ("text", "span", "strength")
    return {
        "document": sentence.document,
        "unit": sentence.text,
        **row(sentence, "place", "number", "lead"),
        **(row(held, *words) if held else dict.fromkeys(words)),
        "location": whole(sentence.location),
    }


def incident_row(against: Against) -> Json:
    """Return an incident beside a claim as a dictionary."""
    incident = against.incident
    return {
        "date": incident.date.isoformat(),
        **row(incident, "system", "failed"),
        "class": incident.failure,
        "oversight": incident.oversight,
        "repeated": against.repeated,
        "claim": row(against, "document", "place", "unit", "category", "fingerprint"),
    }
