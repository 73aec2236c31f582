"""Sets incidents beside the claims that they speak against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimlint.finding import Claim, DocumentReport
from claimlint.values.incident import Against, Incident


def against(
    incidents: Sequence[Incident],
    documents: Sequence[DocumentReport],
    classes: Mapping[str, tuple[str, ...]],
    earlier: frozenset[str] = frozenset(),
) -> tuple[Against, ...]:
    """Return for each incident, latest first, the claims that it speaks against.

    `earlier` are the groups of claims that an older version made.
    """
    ordered = sorted(incidents, key=lambda incident: incident.date, reverse=True)
    return tuple(
        Against(
            incident=incident,
            fingerprint=finding.fingerprint,
            document=document.path,
            place=finding.claim.location.label,
            unit=finding.claim.unit,
            category=finding.claim.category,
            repeated=finding.group in earlier,
        )
        for incident in ordered
        for document in documents
        for finding in document.findings
        if _speaks(classes[incident.failure], finding.claim)
    )


def _speaks(names: Sequence[str], claim: Claim) -> bool:
    return claim.category in names or f"{claim.category}/{claim.aspect}" in names
