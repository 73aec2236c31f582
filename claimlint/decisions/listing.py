"""Every decision in one list: what it says, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, to_builtins

from claimlint.decisions import record
from claimlint.decisions.entry import Entry, approval
from claimlint.finding import DocumentReport, Finding, Report
from claimlint.settings import Settings
from claimlint.values.notice_codes import NoticeCode
from claimlint.values.ruling import FAULTS

_TOLD = (NoticeCode.DECISION_MALFORMED, NoticeCode.SUPPRESSION_IN_INPUT, NoticeCode.DECISION_UNUSED)


class Row(Struct, frozen=True, kw_only=True):
    """One decision. `stands` is "holds", why it does not, or "not looked for" without documents."""

    state: str
    stands: str
    rule: str = ""
    text: str = ""
    document: str = ""
    place: str = ""
    reason: str = ""
    owner: str = ""
    until: str = ""
    evidence: str = ""
    origin: str = ""
    fingerprint: str = ""


def written(settings: Settings) -> tuple[Row, ...]:
    """Return what the record, the baseline and the configuration hold.

    Raises:
        RuleFault: the record or the baseline is missing or broken.
    """
    return tuple(_entry_row(entry, settings) for entry in _entries(settings))


def met(settings: Settings, report: Report) -> tuple[Row, ...]:
    """Return the decisions that bear on a report, then those that nothing answers to."""
    rows = [
        _finding_row(document, finding)
        for document in report.documents
        for finding in document.findings
        if finding.ruling is not None
    ]
    origins = {row.origin for row in rows}
    rows.extend(
        _entry_row(entry, settings, stands="no claim of these documents answers to it")
        for entry in _entries(settings)
        if entry.origin not in origins
    )
    for document in report.documents:
        for notice in document.notices:
            code, place = notice.code, notice.location
            if code in _TOLD and (place is not None or code is not NoticeCode.DECISION_UNUSED):
                state = code.rpartition("-")[2] if code in FAULTS else "refused"
                label = "" if place is None else place.label
                rows.append(
                    Row(state=state, stands=notice.message, document=document.path, place=label)
                )
    return tuple(rows)


def _entries(settings: Settings) -> Iterator[Entry]:
    for path in (settings.decisions, settings.baseline):
        if path is not None:
            yield from record.load(Path(path))
    yield from map(approval, settings.policy.approved)


def _entry_row(entry: Entry, settings: Settings, stands: str = "not looked for") -> Row:
    told = to_builtins(entry)
    told["stands"] = "expired" if entry.expired(settings.today) else stands
    return Row(**told)


def _finding_row(document: DocumentReport, finding: Finding) -> Row:
    ruling = finding.ruling
    assert ruling is not None
    return Row(
        state=ruling.state,
        stands=f"overruled: {ruling.overruled}" if ruling.overruled else "holds",
        rule=finding.claim.rule,
        text=finding.claim.text,
        document=document.path,
        place=finding.claim.location.label,
        reason=ruling.reason,
        owner=ruling.owner,
        until=ruling.until or "",
        evidence=ruling.evidence,
        origin=ruling.origin,
        fingerprint=finding.fingerprint,
    )
