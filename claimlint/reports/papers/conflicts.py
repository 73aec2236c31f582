"""Deck against contract as Markdown: one table a point, the deck left, the contract right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from claimlint.finding import Report
from claimlint.reports.contents.disputes import (
    Dispute,
    Voice,
    disputes,
    emptied_by_label,
    in_quotes,
)
from claimlint.reports.contents.incident_lines import incident_lines
from claimlint.reports.papers.blocks import escaped
from claimlint.values.comparison import ContractReading, Relation


def render(report: Report) -> str:
    """Return the comparison as Markdown; text of documents is escaped."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    found = disputes(report.conflicts)
    counts = {kind: sum(dispute.kind is kind for dispute in found) for kind in Relation}
    yield "# Deck against contract\n"
    yield (
        f"Points on which the contract takes back what the deck says: "
        f"{counts[Relation.CONTRADICTS]}; limits it: {counts[Relation.LIMITS]}; "
        f"supports it: {counts[Relation.SUPPORTS]}.\n"
    )
    for number, dispute in enumerate(found, start=1):
        yield from _dispute(number, dispute)
    for reading in report.contracts:
        yield from _reading(reading)
    yield from incidents(report)


def incidents(report: Report) -> Iterator[str]:
    """Yield the incidents of a report as a Markdown list."""
    if report.incidents:
        yield "\n## Incidents, and the claims that they speak against\n"
    for told, claims in incident_lines(report.incidents):
        yield f"- {escaped(told)}"
        yield from (f"  - {escaped(claim)}" for claim in claims)


def _dispute(number: int, dispute: Dispute) -> Iterator[str]:
    yield f"## {number}. {dispute.title}: {dispute.heading}\n"
    yield from (f"{why}\n" for why in dispute.whys)
    yield "| The deck | The contract |\n| --- | --- |"
    for claim, clause in zip_longest(dispute.claims, dispute.clauses):
        yield f"| {_cell(claim)} | {_cell(clause)} |"
    yield ""
    yield from _listed("Negotiate", dispute.negotiate)
    yield from _listed("Ask", dispute.questions)


def _cell(voice: Voice | None) -> str:
    if voice is None:
        return ""
    place = escaped(f"{voice.document}, {voice.stance.place}")
    return f"**{place}**: {in_quotes(escaped(voice.stance.whole))}"


def _listed(head: str, texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        yield f"- {head}: {escaped(text)}"
    if texts:
        yield ""


def _reading(reading: ContractReading) -> Iterator[str]:
    yield f"## {escaped(reading.document)} by itself\n"
    kept = "; ".join(f"{escaped(q.place)} ({q.label})" for q in reading.commitments)
    yield f"- Commitments: {kept or 'none'}"
    for lacking in reading.lacking:
        yield f"- No {lacking.label}, which these claims need: {', '.join(lacking.categories)}"
        yield f"  - Negotiate: {escaped(lacking.negotiate)}"
    for cut in reading.cut_off:
        yield f"- Cuts the deck off, {escaped(cut.place)}: {in_quotes(escaped(cut.unit))}"
    for rank in reading.ranks:
        quoted = in_quotes(escaped(rank.unit))
        yield f"- Says which paper prevails, {escaped(rank.place)}: {quoted}"
    for group, told in emptied_by_label(reading):
        places = "; ".join(dict.fromkeys(escaped(each.clause.place) for each in group))
        yield f"- {places} ({group[0].clause.label}) {told}"
    for reference in reading.not_given:
        yield f"- Named but not given: {escaped(reference.name)} ({escaped(reference.place)})"
    yield ""
