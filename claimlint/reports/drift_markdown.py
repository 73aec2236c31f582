"""Two versions as Markdown: one table, the old sentence left, the new one right."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.drift import Sentence
from claimlint.finding import Report
from claimlint.reports.blocks import escaped
from claimlint.reports.conflicts_markdown import incidents
from claimlint.reports.drift_text import counted, worded


def render(report: Report) -> str:
    """Return the changes as Markdown; text of documents is escaped."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield f"# What changed\n\n{counted(report)}"
    yield from _table(report)
    yield from incidents(report)


def _table(report: Report) -> Iterator[str]:
    if not report.changes:
        return
    yield "\n| Change | Old | New |\n| --- | --- | --- |"
    for change in report.changes:
        drifts = ", ".join(map(worded, change.drifts))
        told = f"**{drifts}**: {change.subject}. {escaped(change.why)}"
        yield f"| {told} | {_cell(change.old)} | {_cell(change.new)} |"


def _cell(sentence: Sentence | None) -> str:
    if sentence is None:
        return ""
    place = escaped(f"{sentence.document}, {sentence.place}")
    return f"**{place}**: “{escaped(sentence.text)}”"
