"""Draws the labels of a report, one a matter: what was found, and where nothing was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claimlint.document import file_name
from claimlint.evidence.judgement import NOTHING
from claimlint.finding import Assessment, DocumentReport, MatterReport, Report
from claimlint.label.fields import values
from claimlint.label.heads import identity, product_of
from claimlint.label.layout import ROWS, RowSpec
from claimlint.label.measure import serving_lines
from claimlint.label.model import INCOMPLETE, SILENT, Label, Line, Row
from claimlint.reports.contents.disclosures import lacking
from claimlint.reports.safe_text import safe
from claimlint.terms import ACCURACY, Verdict
from claimlint.values.comparison import Relation

_GRADES = {Verdict.BACKED: "full", Verdict.PARTLY_BACKED: "part"}


def labels(report: Report) -> tuple[Label, ...]:
    """Return the label of each matter of a report, in order."""
    return tuple(_label(report, matter) for matter in report.matters)


def _label(report: Report, matter: MatterReport) -> Label:
    papers = [document for document in report.documents if document.matter == matter.name]
    shown = {item.kind: item for item in matter.evidence}
    rows = tuple(_row(spec, matter, shown, papers, report) for spec in ROWS)
    named = product_of(matter, papers)
    dossiers = [head.document for head in matter.statements]
    return Label(
        matter=matter.name,
        product=named[0] if named else None,
        version=named[1] if named else None,
        vendor=safe(matter.statements[0].vendor) if matter.statements else None,
        drawn=report.tool.today,
        valid_until=matter.valid_until,
        papers=(*(safe(document.path) for document in papers), *map(safe, dossiers)),
        rows=rows,
        tool=f"claimlint {report.tool.version}",
    )


def _row(
    spec: RowSpec,
    matter: MatterReport,
    shown: Mapping[str, Assessment],
    papers: Sequence[DocumentReport],
    report: Report,
) -> Row:
    if spec.id == "identity":
        return identity(spec, matter, papers, report.tool.today)
    kinds = [shown[kind] for kind in spec.kinds]
    lines = tuple(_line(spec, index, matter, shown) for index in range(len(spec.lines)))
    never = _not_applicable(spec, matter) if not any(line.values for line in lines) else ()
    state, grade = ("not applicable", "part") if never else _state(kinds, lines)
    told = [item for item in kinds if any(found.field != "not-disclosed" for found in item.found)]
    return Row(
        id=spec.id,
        title=spec.title,
        kernel=spec.kernel,
        state=state,
        grade=grade,
        lines=() if never else lines,
        missing=tuple(name for item in kinds for name in item.missing) if not never else (),
        notes=never
        or (
            *(note for item in kinds for note in _notes(item, spec, report)),
            *_taken_back(lines, report),
        ),
        provenance=told[0].provenance if told else None,
        serving=matter.serving if spec.id == "serving" and _about_it(shown[ACCURACY]) else None,
    )


def _line(spec: RowSpec, index: int, matter: MatterReport, shown: Mapping[str, Assessment]) -> Line:
    line = spec.lines[index]
    assessment = shown[line.kind]
    if not _about_it(assessment):
        return Line(name=line.name)
    if spec.id == "serving":
        made = serving_lines(line, matter.serving, assessment)
        if made is not None:
            return made
    return Line(name=line.name, values=values(line, assessment))


def _taken_back(lines: Sequence[Line], report: Report) -> Iterator[str]:
    """Yield what a contract of the papers says against a sentence that fills a line."""
    told = {(value.document, value.passage) for line in lines for value in line.values}
    against: dict[str, dict[str, None]] = {}
    for conflict in report.conflicts:
        place = (conflict.claim_document, conflict.claim.passage)
        if conflict.kind is Relation.CONTRADICTS and place in told:
            clause = f"{file_name(conflict.clause_document)}, {conflict.clause.place}"
            against.setdefault(safe(conflict.claim.unit), {})[clause] = None
    for words, clauses in against.items():
        yield f"“{words}”: the contract says otherwise ({'; '.join(clauses)})"


def _about_it(item: Assessment) -> bool:
    """Tell whether evidence is about this product at all, so that its values may stand here."""
    return item.verdict is not Verdict.WRONG_TARGET


def _state(kinds: Sequence[Assessment], lines: Sequence[Line]) -> tuple[str, str]:
    """Return what a row says of itself, and how good that is.

    Of several kinds of evidence those that fill a line count; where none does, the row says so.
    """
    filled = any(line.values for line in lines)
    if not filled:
        named = [item for item in kinds if item.verdict is not Verdict.BARE]
        worst = min(named, key=lambda item: item.verdict.rank, default=None)
        if worst is None and any(item.found for item in kinds):
            return INCOMPLETE, "poor"
        return (SILENT if worst is None else f"{SILENT} · {worst.verdict.words}"), "none"
    ranked = sorted((item for item in kinds if item.found), key=lambda item: item.verdict.rank)
    worst_of = ranked[0].verdict if ranked else Verdict.BARE
    if worst_of is Verdict.BARE or worst_of is Verdict.ASSERTED:
        return INCOMPLETE, "poor"
    if worst_of is Verdict.BACKED and not all(line.values for line in lines):
        worst_of = Verdict.PARTLY_BACKED
    return worst_of.words, _GRADES.get(worst_of, "poor")


def _not_applicable(spec: RowSpec, matter: MatterReport) -> tuple[str, ...]:
    """Return the vendor's reasons why a row does not apply; none for rows that sellers owe."""
    said = {kind: reason for head in matter.statements for kind, reason in head.not_applicable}
    if spec.kernel or not all(kind in said for kind in spec.kinds):
        return ()
    return tuple(f"The vendor says: {safe(said[kind])}" for kind in spec.kinds)


def _notes(item: Assessment, spec: RowSpec, report: Report) -> tuple[str, ...]:
    prefix = f"{item.kind.replace('-', ' ')}: " if len(spec.kinds) > 1 else ""
    if item.verdict is Verdict.PARTLY_BACKED and item.missing and spec.id != "data":
        return (f"{prefix}lacks {lacking(report, item)}",)
    if item.verdict in _GRADES or item.reason == NOTHING or spec.id == "data":
        return ()
    words = safe(item.reason)
    named = next((found for found in item.found if found.field in ("named", "promise")), None)
    if named is not None:
        file = file_name(named.document)
        words = f"“{safe(named.text)}” ({file}, {named.location.label}): {words}"
    if item.verdict in (Verdict.BARE, Verdict.ASSERTED) and item.found and named is None:
        silent = any(found.field == "not-disclosed" for found in item.found)
        words = words if silent else f"lacks {lacking(report, item)}"
    return (prefix + words,)
