"""Compares two versions of decks or contracts: paths and settings to a report with its changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from claimlint.comparing import with_incidents
from claimlint.contracts.versions import changes
from claimlint.detect.segment import units
from claimlint.detect.unit import Unit
from claimlint.drift import Held, Sentence
from claimlint.facets import Facets
from claimlint.finding import DocumentReport, Report
from claimlint.session import Assessed, Done, Event, prepared
from claimlint.session import run as checked
from claimlint.settings import Settings
from claimlint.terms import DocumentKind


def diff(old: Path | str, new: Path | str, settings: Settings) -> Report:
    """Return the report on the new version, with what changed since the old one.

    Raises:
        ClaimlintError: as `claimlint.check`.
    """
    for event in run(old, new, settings):
        if isinstance(event, Done):
            return event.report
    raise AssertionError("a run ends with its report")


def run(old: Path | str, new: Path | str, settings: Settings) -> Iterator[Event]:
    """Yield what happens while both versions are read, `Done` last; raises as `diff` does."""
    asked = replace(settings, stances=True)
    ready = prepared(asked)
    before: Report | None = None
    for event in checked([old], asked, ready=ready):
        if isinstance(event, Done):
            before = event.report
        elif not isinstance(event, Assessed):
            yield event
    assert before is not None
    for event in checked([new], asked, ready=ready):
        if isinstance(event, Done):
            earlier = frozenset(finding.group for finding in before.findings)
            report = _compared(before, event.report)
            yield Done(with_incidents(report, event.report.documents, settings, earlier))
        else:
            yield event


def _compared(before: Report, after: Report) -> Report:
    found = changes(tuple(_sentences(before)), tuple(_sentences(after)))
    # What could not be read of the old version is told with the rest.
    unread = tuple(document for document in before.documents if document.coverage.problems)
    bare = tuple(_bare(document) for document in unread)
    return replace(after, changes=found, documents=(*after.documents, *bare))


def _bare(document: DocumentReport) -> DocumentReport:
    return replace(
        document, findings=(), clauses=(), disclosures=(), notices=(), let_go=(), stances=()
    )


def _sentences(report: Report) -> Iterator[Sentence]:
    for document in report.documents:
        for unit in units(document.passages):
            yield _sentence(document, unit)


def _sentence(document: DocumentReport, unit: Unit) -> Sentence:
    key = (unit.index, unit.start)
    stances = [s for s in document.stances if (s.passage, s.offset) == key]
    return Sentence(
        document=document.path,
        text=unit.text,
        reading=unit.reading,
        location=unit.passage.locate(unit.start, unit.end),
        number=unit.number if document.kind is DocumentKind.CONTRACT else None,
        held=tuple(_held(document, key)),
        topics=tuple(dict.fromkeys(stance.topic for stance in stances)),
        positions=tuple(f"{stance.topic}.{stance.position}" for stance in stances),
        facets=stances[0].facets if stances else Facets(),
    )


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
