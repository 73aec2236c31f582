"""The disclosures that every seller owes, as a report found them: one line each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimlint.document import ReadStatus
from claimlint.finding import Assessment, DocumentReport, FieldFound, MatterReport, Report
from claimlint.terms import OWED, Verdict
from claimlint.values.statement import Serving

_NOTHING = "NOT DISCLOSED"
_SAME = 1e-9
_SILENT = (Verdict.BARE, Verdict.PROMISED, Verdict.ASSERTED, Verdict.WRONG_TARGET)
_STYLES = {Verdict.BACKED: "green", **dict.fromkeys(_SILENT, "bold red")}


def unchecked(documents: Sequence[DocumentReport]) -> str:
    """Return why nothing was checked in any document, if so: silence then says nothing."""
    unread = [each for each in documents if each.status is ReadStatus.UNREADABLE]
    foreign = [each for each in documents if _is_foreign(each)]
    if not documents or len(unread) + len(foreign) < len(documents):
        return ""
    if not foreign:
        return "no document could be read"
    return "no document that could be read is in English" if unread else "no document is in English"


def _is_foreign(document: DocumentReport) -> bool:
    """Tell whether a document is in another language, with nothing in it that was understood."""
    told = document.findings or document.clauses or document.disclosures
    return document.foreign and not told


def owed(matter: MatterReport) -> tuple[Assessment, ...]:
    """Return the assessments of the disclosures that every seller owes, in their order."""
    kinds = list(OWED)
    found = [item for item in matter.evidence if item.required]
    return tuple(sorted(found, key=lambda item: kinds.index(item.kind)))


def state_of(item: Assessment) -> str:
    """Return in a word or two how far something is disclosed."""
    if item.verdict is not Verdict.BARE:
        return item.verdict.words
    return "incomplete" if item.found else _NOTHING


def measured_value(shown: Assessment, serving: Serving | None) -> FieldFound | None:
    """Return the value that the figures follow from, the first one where none is the lowest."""
    values = [found for found in shown.found if found.field == "value"]
    right = None if serving is None else serving.right
    for found in values:
        share = found.value or ""
        if right is None or not share.replace(".", "", 1).isdecimal():
            continue
        if min(abs(float(share) - right), abs(1 - float(share) - right)) < _SAME:
            return found
    return values[0] if values else None


def disclosed(report: Report, kind: str) -> tuple[str, str, Assessment | None]:
    """Return what was found of a kind of evidence, in words, a style for it, and the assessment.

    Of several matters the worst is told, with how many there are.
    """
    found = [item for matter in report.matters for item in owed(matter) if item.kind == kind]
    worst = min(
        found,
        key=lambda item: (item.verdict.rank, bool(item.found), -len(item.missing)),
        default=None,
    )
    if worst is None:
        return _NOTHING, "bold red", None
    words = state_of(worst)
    if len(found) > 1:
        words += f" (the worst of {len(found)} matters)"
    style = _STYLES.get(worst.verdict, "yellow")
    return words, style, worst if worst.found else None


def asks_of(report: Report, kind: str, fields: Iterable[str]) -> tuple[str, ...]:
    """Return what fields of a kind ask, in words."""
    asks = {note.id: dict(note.fields) for note in report.kinds}.get(kind, {})
    return tuple(asks.get(field, field.replace("-", " ")) for field in fields)


def lacking(report: Report, item: Assessment, most: int = 4) -> str:
    """Return what evidence of a kind still lacks, in words, the first `most` fields of it."""
    asks = asks_of(report, item.kind, item.missing)
    more = f" and {len(asks) - most} more" if len(asks) > most else ""
    return "; ".join(asks[:most]) + more
