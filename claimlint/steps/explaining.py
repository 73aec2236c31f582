"""Adds notes to a report: what the ids in it mean, and which files of folders were passed over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import convert
from msgspec.structs import replace

from claimlint.amounts import amount, as_many_as_fit
from claimlint.finding import Notice, Report
from claimlint.rulebook.entries import Catalogue, EvidenceKind
from claimlint.rulebook.rule_book import RuleBook
from claimlint.steps.folders import LEFT_OUT
from claimlint.steps.inputs import Inputs, kinds_of
from claimlint.values.notes import KindNote, PrecedentNote, RuleNote
from claimlint.values.notice_codes import NoticeCode

_ROOM = 200

_HINTS = (
    (
        frozenset({".json", ".xml"}),
        "Cards of evidence in .json or .xml count where --evidence names them",
    ),
    (frozenset({LEFT_OUT}), "--no-gitignore reads what .gitignore leaves out"),
    (frozenset({".csv", ".tsv"}), "Tables in .csv are read once they are saved as .xlsx"),
)
"""What can be done about files of some kinds that are passed over."""


def completed(report: Report, book: RuleBook, catalogue: Catalogue, inputs: Inputs) -> Report:
    """Return the report with its notes of what it refers to and of what folders held besides."""
    used = {finding.claim.rule for finding in report.findings}
    used |= {clause.rule for document in report.documents for clause in document.clauses}
    notes = tuple(
        RuleNote(id=rule.id, title=rule.says, help=rule.why, sources=rule.sources)
        for rules in (book.claims, book.clauses)
        for rule in map(rules.named, (name for name in rules.ids if name in used))
    )
    notices = (*report.notices, *_beside(inputs))
    if inputs.passed_over:
        message = told_passed_over(inputs.passed_over)
        notices = (*notices, Notice(NoticeCode.PASSED_OVER, message))
    return replace(
        report,
        rules=notes,
        notices=notices,
        kinds=tuple(_kind_note(kind) for kind in catalogue.kinds),
        precedents=_precedent_notes(report, catalogue),
    )


def _beside(inputs: Inputs) -> Iterator[Notice]:
    """Yield a notice of the dossiers that lie beside the papers: the vendor says so of itself."""
    names = tuple(dict.fromkeys(path.as_posix() for _, path in inputs.dossiers))
    if names:
        message = "Beside the papers lies the vendor's own statement of evidence, which counts: "
        yield Notice(NoticeCode.DOSSIER, message + as_many_as_fit(names, _ROOM))


def told_passed_over(things: Sequence[str]) -> str:
    """Return the sentence on what folders hold besides; "" where they hold nothing else."""
    if not things:
        return ""
    count = len(things)
    told = amount(count, "file, folder or link", "files, folders or links")
    was = "was" if count == 1 else "were"
    hints = "".join(f". {hint}" for kinds, hint in _HINTS if kinds.intersection(things))
    return f"{told} of the folders {was} passed over{kinds_of(things)}{hints}"


def _kind_note(kind: EvidenceKind) -> KindNote:
    fields = tuple((entry.id, entry.asks) for entry in kind.fields)
    return KindNote(id=kind.id, title=kind.title, holds=kind.holds, fields=fields)


def _precedent_notes(report: Report, catalogue: Catalogue) -> tuple[PrecedentNote, ...]:
    used = {id_ for finding in report.findings for id_ in finding.precedents}
    return tuple(
        convert(case, PrecedentNote, from_attributes=True)
        for case in catalogue.precedents
        if case.id in used
    )
