"""Pages on provisions and cases: each with the source in which it was seen."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.manual.blocks import Block, Style, sources
from claimlint.rulebook.entries import Authority, Catalogue, Precedent

_CAUTION = (
    "Not legal advice, and nothing about any other vendor. Law moves: read the text in force "
    "before you rely on a line of this page. All of it was told by secondary sources, which "
    "claimlint explain ID names; what was not seen in a source is left out."
)


def law(catalogue: Catalogue) -> tuple[Block, ...]:
    """Return one page with the provisions and cases that reports may name."""
    return tuple(_law(catalogue))


def _law(catalogue: Catalogue) -> Iterator[Block]:
    yield Block(Style.TITLE, "Provisions and cases")
    yield Block(Style.TEXT, _CAUTION)
    yield Block(Style.HEADING, "Who asks for evidence")
    for entry in catalogue.authorities:
        if entry.verified:
            title = f"{entry.title}, {entry.body} ({entry.in_force})"
            yield Block(Style.ITEM, f"{title}: {entry.demand.rstrip('.')} – {entry.id}")
    yield Block(Style.HEADING, "Comparable wording that regulators acted on")
    for case in sorted(catalogue.precedents, key=lambda case: case.date, reverse=True):
        if case.printable:
            title = f"{case.case}, {case.body} ({case.date}, {case.status})"
            outcome = f"Outcome: {case.outcome.rstrip('.')}"
            yield Block(Style.ITEM, f"{title}: {case.line} {outcome} – {case.id}")


def precedent(case: Precedent) -> Iterator[Block]:
    """Yield the page of a case."""
    yield Block(Style.TITLE, case.case)
    yield Block(Style.TEXT, f"{case.body}, {case.date}, {case.status}.")
    yield Block(Style.TEXT, f"What was claimed: {case.claim}")
    yield Block(Style.TEXT, f"Outcome: {case.outcome}")
    yield Block(Style.TEXT, case.line)
    if case.set_aside:
        yield Block(Style.TEXT, f"Set aside: {case.set_aside}")
    yield from sources(case.sources)


def authority(entry: Authority) -> Iterator[Block]:
    """Yield the page of a provision."""
    yield Block(Style.TITLE, entry.title)
    yield Block(Style.TEXT, f"{entry.body}. Status: {entry.in_force}.")
    yield Block(Style.TEXT, entry.demand)
    if not entry.verified:
        yield Block(Style.TEXT, "Not verified against a source; reports leave it out.")
    yield from sources(entry.sources)
