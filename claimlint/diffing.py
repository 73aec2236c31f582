"""Compares versions of decks or contracts: paths and settings to a report with its changes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from claimlint.comparing import with_incidents
from claimlint.contracts.history import history as traced
from claimlint.detect.units.segment import units
from claimlint.detect.units.unit import Unit
from claimlint.document import Part, Revision
from claimlint.errors import WrongCall
from claimlint.file_types import suffixes
from claimlint.finding import DocumentReport, Report
from claimlint.machine.paths import is_folder
from claimlint.session import prepared
from claimlint.session import run as checked
from claimlint.settings import Settings
from claimlint.steps.events import Assessed, Done, Event, report_of
from claimlint.steps.inputs import gather, listed
from claimlint.steps.status import anything_read
from claimlint.terms import DocumentKind
from claimlint.values.drift import Held, Sentence
from claimlint.values.facets import Facets
from claimlint.values.topics import SAME_THING, Topic


def diff(old: Path | str, new: Path | str, settings: Settings) -> Report:
    """Return the report on the new version, with what changed since the old one.

    Raises:
        ClaimlintError: as `claimlint.check`.
    """
    return report_of(run([old, new], settings))


def history(versions: Sequence[Path | str], settings: Settings) -> Report:
    """Return the report on the last version, with what changed from each version to the next.

    One folder stands for the files and folders in it, each a version, in the order of their names
    ("v2" before "v10").

    Raises:
        ClaimlintError: as `claimlint.check`; also where fewer than two versions are named.
    """
    return report_of(run(versions, settings))


def run(versions: Sequence[Path | str], settings: Settings) -> Iterator[Event]:
    """Yield what happens while all versions are read, `Done` last; raises as `history` does."""
    named = _versions_of(versions)
    asked = replace(settings, stances=True)
    ready = prepared(asked)
    reports: list[Report] = []
    for version in named:
        for event in checked([version], asked, ready=ready, conflicts=False):
            if isinstance(event, Done):
                reports.append(event.report)
            elif version == named[-1] or not isinstance(event, Assessed):
                yield event
    *before, last = reports
    earlier = frozenset(finding.group for report in before for finding in report.findings)
    report = _compared(named, reports, [entry.topic for entry in ready.topics])
    yield Done(with_incidents(report, last.documents, settings, earlier))


def _versions_of(paths: Sequence[Path | str]) -> tuple[str, ...]:
    """Return the versions that the paths name, in order: the paths themselves, or a folder's parts.

    Raises:
        WrongCall: one file alone, or a folder that holds fewer than two versions.
    """
    names = tuple("-" if str(path) == "-" else Path(path).as_posix() for path in listed(paths))
    if not names:
        raise WrongCall("name two versions or more, or one folder that holds them")
    if len(names) > 1:
        return names
    folder = Path(names[0])
    if not is_folder(folder):
        raise WrongCall(f"{names[0]}: name two versions or more, or one folder that holds them")
    found = gather([folder], frozenset(suffixes())).files
    parts = {Path(file.name).relative_to(folder).parts[0] for file in found}
    if len(parts) < _FEWEST:
        raise WrongCall(f"{names[0]}: holds fewer than two versions (files or folders)")
    return tuple((folder / part).as_posix() for part in sorted(parts, key=_natural))


_FEWEST = 2


def _natural(name: str) -> list[tuple[int, int | str]]:
    """Return a key by which "v2" comes before "v10"."""
    return [
        (0, int(part)) if part.isascii() and part.isdigit() else (1, part.lower())
        for part in re.split(r"([0-9]+)", name)
        if part
    ]


def _compared(names: Sequence[str], reports: Sequence[Report], topics: Sequence[Topic]) -> Report:
    *before, last = reports
    # Of a version that could not be read nobody knows what it says: it takes nothing back.
    known = [(n, r) for n, r in zip(names, reports, strict=True) if anything_read(r)]
    told = traced([(name, tuple(_sentences(report))) for name, report in known], topics)
    # What could not be read of the older versions is told with the rest.
    unread = (doc for report in before for doc in report.documents if doc.coverage.problems)
    return replace(
        last,
        changes=tuple(change for step in told.steps for change in step.changes),
        history=told if len(known) > _FEWEST else None,
        documents=(*last.documents, *map(_bare, unread)),
    )


def _bare(document: DocumentReport) -> DocumentReport:
    return replace(
        document, findings=(), clauses=(), disclosures=(), notices=(), let_go=(), stances=()
    )


def _sentences(report: Report) -> Iterator[Sentence]:
    for document in report.documents:
        for unit in units(document.passages):
            if unit.passage.revision is not Revision.DELETED:  # it is not said any more
                yield _sentence(document, unit)


def _sentence(document: DocumentReport, unit: Unit) -> Sentence:
    key = (unit.index, unit.start)
    held = [s for s in document.stances if (s.passage, s.offset) == key]
    stances = [stance for stance in held if stance.topic != SAME_THING]
    contract = document.kind is DocumentKind.CONTRACT
    return Sentence(
        document=document.path,
        text=unit.text,
        reading=unit.reading,
        location=unit.passage.locate(unit.start, unit.end),
        passage=unit.index,
        number=unit.number if contract else None,
        held=tuple(_held(document, key)),
        topics=tuple(dict.fromkeys(stance.topic for stance in stances)),
        positions=tuple(f"{stance.topic}.{stance.position}" for stance in stances),
        facets=stances[0].facets if stances else Facets(),
        binding=contract and unit.passage.location.part not in _BESIDE,
        heads=_heads(unit),
    )


_BESIDE = (Part.HEADER, Part.FOOTER, Part.COMMENT, Part.NOTES, Part.METADATA, Part.LAYOUT)
"""What stands beside the text of a contract and is no part of it."""


def _heads(unit: Unit) -> tuple[str, ...]:
    cell = unit.passage.cell
    heads = (cell.row_head, cell.column_head) if cell else ()
    return tuple(" ".join(head.split()) for head in heads if head)


def _held(document: DocumentReport, key: tuple[int, int]) -> Iterator[Held]:
    for finding in document.findings:
        claim = finding.claim
        if (claim.passage, claim.offset) == key:
            yield Held(
                subject=claim.category,
                text=claim.text,
                span=claim.span,
                facets=claim.facets,
                strength=claim.strength,
                verdicts=tuple((item.kind, item.verdict) for item in finding.required),
            )
    for clause in document.clauses:
        if (clause.passage, clause.offset) == key:
            yield Held(
                subject=clause.label, text=clause.text, span=clause.span, facets=clause.facets
            )
