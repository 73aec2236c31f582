"""Versions as Markdown: a table a step, the old sentence left, the new one right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimlint.finding import Report
from claimlint.reports.papers.blocks import escaped
from claimlint.reports.papers.conflicts import incidents
from claimlint.reports.text.drift import answer, counted, worded
from claimlint.reports.text.history import NOTHING, still
from claimlint.values.drift import Change, History, Mark, Sentence


def render(report: Report) -> str:
    """Return the changes as Markdown; text of documents is escaped."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield f"# What changed\n\n{answer(report)}"
    if report.history:
        yield from _courses(report.history)
        for step in report.history.steps:
            yield f"\n## {escaped(step.old)} → {escaped(step.new)}\n\n{counted(step.changes)}"
            yield from _table(step.changes)
    else:
        yield from _table(report.changes)
    yield from incidents(report)


def _courses(history: History) -> Iterator[str]:
    yield f"\n## All versions\n\n{still(history)}"
    changed = [course for course in history.courses if course.changed]
    if not changed:
        return
    heads = " | ".join(map(escaped, history.versions))
    yield f"\n| Claim or clause | {heads} |\n| --- |{' --- |' * len(history.versions)}"
    for course in changed:
        words = f"{course.subject}: “{escaped(course.held.text)}”"
        marks = " | ".join(NOTHING if m is Mark.ABSENT else str(m) for m in course.marks)
        yield f"| {words} | {marks} |"


def _table(changes: Sequence[Change]) -> Iterator[str]:
    if not changes:
        return
    yield "\n| Change | Old | New |\n| --- | --- | --- |"
    for change in changes:
        drifts = ", ".join(map(worded, change.drifts))
        told = f"**{drifts}**: {change.subject}. {escaped(change.why)}"
        yield f"| {told} | {_cell(change.old)} | {_cell(change.new)} |"


def _cell(sentence: Sentence | None) -> str:
    if sentence is None:
        return ""
    place = escaped(f"{sentence.document}, {sentence.place}")
    lead = f"{sentence.lead}: " if sentence.lead else ""
    return f"**{place}**: “{escaped(lead + sentence.text)}”"
