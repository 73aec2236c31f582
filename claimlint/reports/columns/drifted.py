"""Two versions as one HTML page: the old one left, the new one right, lines between."""

from __future__ import annotations

from dataclasses import dataclass

from claimlint.drift import Change, Held, Sentence
from claimlint.finding import Report
from claimlint.reports.columns.compared import Card
from claimlint.reports.columns.page import page
from claimlint.reports.drift_text import counted, worded
from claimlint.reports.incident_lines import incident_lines


@dataclass(frozen=True, slots=True)
class Row:
    """A change as it is drawn; `hue` is the name of its colour."""

    change: Change
    drifts: str
    hue: str
    old: Card | None
    new: Card | None


def render(report: Report) -> str:
    """Return the changes as HTML in one file, without script or anything from elsewhere."""
    return page(
        "drifted.html",
        report=report,
        incidents=tuple(incident_lines(report.incidents)),
        summary=counted(report),
        rows=tuple(_row(change) for change in report.changes),
    )


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
