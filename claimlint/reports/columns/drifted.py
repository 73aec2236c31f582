"""Versions as one HTML page: the old one left, the new one right, lines between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimlint.drift import Change, Held, Sentence
from claimlint.finding import Report
from claimlint.reports.columns.compared import Card
from claimlint.reports.columns.page import page
from claimlint.reports.drift_text import counted, worded
from claimlint.reports.history_text import SYMBOLS, still
from claimlint.reports.incident_lines import incident_lines


@dataclass(frozen=True, slots=True)
class Row:
    """A change as it is drawn; `hue` is the name of its colour."""

    change: Change
    drifts: str
    hue: str
    old: Card | None
    new: Card | None


@dataclass(frozen=True, slots=True)
class Part:
    """What changed in one step; a page of two versions has one part without a heading."""

    heading: str
    summary: str
    rows: tuple[Row, ...]


def render(report: Report) -> str:
    """Return the changes as HTML in one file, without script or anything from elsewhere."""
    return page(
        "drifted.html",
        report=report,
        incidents=tuple(incident_lines(report.incidents)),
        summary=counted(report.changes),
        history=report.history,
        still=still(report.history) if report.history else "",
        symbols=SYMBOLS,
        steps=tuple(_steps(report)),
    )


def _steps(report: Report) -> Iterator[Part]:
    if report.history is None:
        yield Part("", "", tuple(map(_row, report.changes)))
        return
    for step in report.history.steps:
        heading = f"{step.old} → {step.new}"
        yield Part(heading, counted(step.changes), tuple(map(_row, step.changes)))


def _row(change: Change) -> Row:
    return Row(
        change=change,
        drifts=", ".join(map(worded, change.drifts)),
        hue=_HUES[change.level],
        old=_card(change.old, change.old_held),
        new=_card(change.new, change.new_held),
    )


_HUES = {"error": "contradicts", "warning": "limits", "note": "supports"}


def _card(sentence: Sentence | None, held: Held | None) -> Card | None:
    if sentence is None:
        return None
    start, end = held.span if held else (len(sentence.text), len(sentence.text))
    return Card(
        paper=sentence.document,
        place=sentence.place,
        before=sentence.text[:start],
        words=sentence.text[start:end],
        after=sentence.text[end:],
    )
