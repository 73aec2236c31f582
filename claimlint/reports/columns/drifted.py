"""Versions as one HTML page: the old one left, the new one right, lines between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from claimlint.finding import Report
from claimlint.reports.columns.compared import Card
from claimlint.reports.columns.page import page
from claimlint.reports.text.drift import answer, counted, worded
from claimlint.reports.text.history import SYMBOLS, still
from claimlint.reports.uris import line_of
from claimlint.values.drift import Change, Held, Sentence


class Row(Struct, frozen=True):
    """A change as it is drawn; `hue` is the name of its colour."""

    change: Change
    drifts: str
    hue: str
    old: Card | None
    new: Card | None


class Part(Struct, frozen=True):
    """What changed in one step; a page of two versions has one part without a heading."""

    heading: str
    summary: str
    rows: tuple[Row, ...]


def render(report: Report, numbers: Mapping[str, int] | None = None) -> str:
    """Return the changes as HTML in one file, without script or anything from elsewhere.

    On a desk that shows the papers under `numbers`, each place is a link to its line there.
    """
    return page(
        "drifted.html",
        "claimlint: what changed",
        report,
        summary=answer(report),
        history=report.history,
        still=still(report.history) if report.history else "",
        symbols=SYMBOLS,
        steps=tuple(_steps(report, numbers or {})),
    )


def _steps(report: Report, numbers: Mapping[str, int]) -> Iterator[Part]:
    if report.history is None:
        yield Part("", "", _rows(report.changes, numbers))
        return
    for step in report.history.steps:
        heading = f"{step.old} → {step.new}"
        yield Part(heading, counted(step.changes), _rows(step.changes, numbers))


def _rows(changes: Sequence[Change], numbers: Mapping[str, int]) -> tuple[Row, ...]:
    return tuple(_row(change, numbers) for change in changes)


def _row(change: Change, numbers: Mapping[str, int]) -> Row:
    return Row(
        change=change,
        drifts=", ".join(map(worded, change.drifts)),
        hue=_HUES[change.level],
        old=_card(change.old, change.old_held, numbers),
        new=_card(change.new, change.new_held, numbers),
    )


_HUES = {"error": "contradicts", "warning": "limits", "note": "supports"}


def _card(sentence: Sentence | None, held: Held | None, numbers: Mapping[str, int]) -> Card | None:
    if sentence is None:
        return None
    start, end = held.span if held else (len(sentence.text), len(sentence.text))
    lead = f"{sentence.lead}: " if sentence.lead else ""
    return Card(
        paper=sentence.document,
        place=sentence.place,
        before=f"{lead}{sentence.text[:start]}",
        words=sentence.text[start:end],
        after=sentence.text[end:],
        link=line_of(sentence.document, sentence.passage, numbers),
    )
