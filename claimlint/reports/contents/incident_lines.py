"""Incidents beside claims, as lines that text and Markdown reports share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimlint.values.incident import Against, Incident


def incident_lines(found: Sequence[Against]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each incident in words, with the claims that it speaks against, repeated ones first.

    The words are those of the files and are not yet safe to print.
    """
    for incident in dict.fromkeys(each.incident for each in found):
        beside = [each for each in found if each.incident == incident]
        claims = sorted(beside, key=lambda each: not each.repeated)
        yield _incident(incident), tuple(_claim(each) for each in claims)


def _incident(incident: Incident) -> str:
    return (
        f"{incident.date.isoformat()}, {incident.system} ({incident.failure}): {incident.failed} "
        f"Oversight at the time: {incident.oversight}"
    )


def _claim(against: Against) -> str:
    mark = "repeated unchanged: " if against.repeated else ""
    return f"{mark}{against.document}, {against.place}: “{against.unit}”"
