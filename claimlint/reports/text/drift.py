"""Two versions for a terminal or a pipe: each change with its old and its new sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from claimlint.document import ReadStatus
from claimlint.finding import Report
from claimlint.reports.contents.wording import loss
from claimlint.reports.look import Look
from claimlint.reports.safe_text import safe
from claimlint.reports.text.conflicts import incidents
from claimlint.reports.text.history import courses
from claimlint.reports.text.screen import LEVEL_STYLES, Line, indented, printed
from claimlint.values.drift import Change, Drift, Held, Sentence


def render(report: Report, look: Look) -> str:
    """Return the changes as text, in the order of the new version, counts last."""
    return printed(_lines(report), look.shape)


def _lines(report: Report) -> Iterator[Line]:
    for document in report.documents:
        for problem in document.coverage.problems:
            yield Line(f"{safe(document.path)}: {loss(problem)}", "yellow")
    for step in report.history.steps if report.history else ():
        yield Line(f"{safe(step.old)} -> {safe(step.new)}: {counted(step.changes)}", "bold")
        yield Line("")
        for change in step.changes:
            yield from _change(change)
    for change in () if report.history else report.changes:
        yield from _change(change)
    yield from incidents(report)
    if report.history:
        yield from courses(report.history)
    yield Line(answer(report), "bold")


def answer(report: Report) -> str:
    """Return how many claims and clauses changed, or that not all could be read to tell."""
    unread = any(document.status is ReadStatus.UNREADABLE for document in report.documents)
    if unread and not report.changes:
        return "No change is told, for not all could be read."
    return counted(report.changes)


def counted(changes: Sequence[Change]) -> str:
    """Return how many claims and clauses changed in each way, as one sentence."""
    counts = Counter(drift for change in changes for drift in change.drifts)
    told = [f"{counts[drift]} {worded(drift)}" for drift in Drift if counts[drift]]
    return f"Claims and clauses: {', '.join(told)}." if told else "No claim or clause changed."


def worded(drift: Drift) -> str:
    """Return a drift in words."""
    return drift.replace("-", " ")


def _change(change: Change) -> Iterator[Line]:
    heading = Line(", ".join(map(worded, change.drifts)), LEVEL_STYLES[change.level])
    yield heading + Line(f": {change.subject}", "bold")
    yield from _version("-", change.old, change.old_held, "red")
    yield from _version("+", change.new, change.new_held, "green")
    if Drift.MOVED in change.drifts or len(change.drifts) > 1 or (change.old and change.new):
        yield indented(Line(change.why, "dim"), 2)
    yield Line("")


def _version(sign: str, sentence: Sentence | None, held: Held | None, style: str) -> Iterator[Line]:
    if sentence is None:
        return
    place = Line(f"{sign} {safe(sentence.document)}, {safe(sentence.place)}: ", style)
    place += Line(f"{safe(sentence.lead)}: " if sentence.lead else "")
    if held is None:
        yield indented(place + Line(safe(sentence.text)), 2)
        return
    start, end = held.span
    left, right = sentence.text[:start], sentence.text[end:]
    words = Line(f"«{safe(held.text)}»", "bold")
    line = place + Line(_edge(left, after=True)) + words + Line(_edge(right, after=False))
    yield indented(line, 2)


def _edge(text: str, *, after: bool) -> str:
    """Return text beside marked words with the blank that parts it from them, if it has one."""
    shown = safe(text)
    if after:
        return f"{shown} " if shown and text[-1:].isspace() else shown
    return f" {shown}" if shown and text[:1].isspace() else shown
