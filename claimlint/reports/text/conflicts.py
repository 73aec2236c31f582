"""Deck against contract for a terminal or a pipe: disputes, then each contract by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claimlint.amounts import amount
from claimlint.document import ReadStatus
from claimlint.finding import Report
from claimlint.reports.contents.disputes import (
    Dispute,
    Voice,
    disputes,
    emptied_by_label,
    in_quotes,
    silence,
    speakers,
)
from claimlint.reports.contents.incident_lines import incident_lines
from claimlint.reports.contents.wording import loss
from claimlint.reports.look import Look
from claimlint.reports.safe_text import safe
from claimlint.reports.text.claim import clipped, excerpt
from claimlint.reports.text.screen import Line, indented, printed
from claimlint.values.comparison import ContractReading, Quote, Relation

_SHOWN = 3
_QUOTED = 150
_STYLES = {Relation.CONTRADICTS: "bold red", Relation.LIMITS: "yellow", Relation.SUPPORTS: "green"}


def render(report: Report, look: Look) -> str:
    """Return the comparison as text; a full look shows every sentence whole."""
    return printed(_lines(report, full=look.full), look.shape)


def _lines(report: Report, *, full: bool) -> Iterator[Line]:
    found = disputes(report.conflicts)
    for document in report.documents:
        for problem in document.coverage.problems:
            yield Line(f"{safe(document.path)}: {loss(problem)}", "yellow")
    named = {path: safe(name) for path, name in speakers(report).items()}
    for number, dispute in enumerate(found, start=1):
        yield from _dispute(number, dispute, named, full=full)
    for reading in report.contracts:
        yield from _reading(reading, full=full)
    yield from incidents(report)
    yield from _answer(report, found)


def _dispute(
    number: int, dispute: Dispute, named: Mapping[str, str], *, full: bool
) -> Iterator[Line]:
    heading = Line(f"{number}. {dispute.title}: ", "bold")
    yield heading + Line(dispute.heading, _STYLES[dispute.kind])
    for why in dispute.whys:
        yield indented(Line(why), 3)
    yield from _voices(dispute.claims, named, full=full)
    yield from _voices(dispute.clauses, named, full=full)
    for text in dispute.negotiate if full else dispute.negotiate[:1]:
        yield indented(Line("Negotiate: ", "bold") + Line(text), 3)
    for text in dispute.questions if full else dispute.questions[:1]:
        yield indented(Line("Ask: ", "bold") + Line(text), 3)
    yield Line("")


def _voices(voices: Sequence[Voice], named: Mapping[str, str], *, full: bool) -> Iterator[Line]:
    shown = voices if full else voices[:_SHOWN]
    for voice in shown:
        stance = voice.stance
        start, end = (at + len(stance.whole) - len(stance.unit) for at in stance.span)
        words = stance.whole if full else excerpt(stance.whole, (start, end), _QUOTED)
        place = Line(f"{named[voice.document]}, {safe(stance.place)}: ", "cyan")
        yield indented(place + Line(in_quotes(safe(words))), 3)
    rest: dict[str, dict[str, None]] = {}
    for voice in voices[len(shown) :]:
        rest.setdefault(named[voice.document], {})[safe(voice.stance.place)] = None
    for name, places in rest.items():
        yield indented(Line(f"{name}, also: {clipped('; '.join(places), 70)}", "dim"), 3)


def _reading(reading: ContractReading, *, full: bool) -> Iterator[Line]:
    yield Line(f"{safe(reading.document)} by itself", "bold")
    kept = _cited(reading.commitments) or "none"
    yield indented(Line(f"Commitments: {kept}"), 2)
    for lacking in reading.lacking:
        needing = ", ".join(lacking.categories)
        yield indented(Line(f"No {lacking.label}, which these claims need: {needing}", "red"), 2)
        if full:
            yield indented(Line(f"Negotiate: {lacking.negotiate}"), 4)
    told = {lacking.label for lacking in reading.lacking}
    others = [label for label in reading.absent if label not in told]
    if others:
        yield indented(Line(f"Also absent: {', '.join(others)}", "dim"), 2)
    for cut in reading.cut_off:
        words = in_quotes(safe(cut.unit if full else excerpt(cut.unit, cut.span, _QUOTED)))
        yield indented(Line(f"Cuts the deck off, {safe(cut.place)}: {words}", "yellow"), 2)
    for rank in reading.ranks:
        words = in_quotes(safe(rank.unit if full else excerpt(rank.unit, (0, 1), _QUOTED)))
        yield indented(Line(f"Says which paper prevails, {safe(rank.place)}: {words}"), 2)
    for group, why in emptied_by_label(reading):
        places = "; ".join(dict.fromkeys(safe(each.clause.place) for each in group))
        line = f"{clipped(places, _QUOTED)} ({group[0].clause.label}) {why}"
        yield indented(Line(line, "yellow"), 2)
    if reading.not_given:
        named = ", ".join(f"{safe(r.name)} ({safe(r.place)})" for r in reading.not_given)
        yield indented(Line(f"Named but not given: {named}"), 2)
    yield Line("")


def _cited(quotes: Sequence[Quote]) -> str:
    by_label: dict[str, dict[str, None]] = {}
    for each in quotes:
        by_label.setdefault(str(each.label), {})[safe(each.place)] = None
    return " · ".join(f"{label}: {'; '.join(places)}" for label, places in by_label.items())


def _answer(report: Report, found: Sequence[Dispute]) -> Iterator[Line]:
    count = {kind: sum(c.kind is kind for c in report.conflicts) for kind in Relation}
    shifts = sum(dispute.duty_shift for dispute in found)
    yield Line(
        f"Pairs of sentences: {count[Relation.CONTRADICTS]} contradicted, "
        f"{count[Relation.LIMITS]} limited, {count[Relation.SUPPORTS]} supported; "
        f"duty shifts on {amount(shifts, 'topic')}.",
        "bold",
    )
    unread = [d.path for d in report.documents if d.status is not ReadStatus.READ]
    if unread:
        yield Line(f"Not read, or only in part: {', '.join(map(safe, unread))}", "yellow")
    if not found:
        yield Line(silence(report))


def incidents(report: Report) -> Iterator[Line]:
    """Yield the incidents of a report beside the claims that they speak against."""
    if report.incidents:
        yield Line("Incidents, and the claims that they speak against", "bold")
    for told, claims in incident_lines(report.incidents):
        yield indented(Line(safe(told), "yellow"), 2)
        for claim in claims:
            yield indented(Line(safe(claim)), 4)
