"""The documents of a report as papers: numbered claims, marks, leaves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field

from claimlint.finding import DocumentReport, Finding, Report
from claimlint.reports.html.blocks import blocks
from claimlint.reports.html.leaves import Cut, cuts
from claimlint.reports.html.marking import claim_marks, clause_mark
from claimlint.reports.html.model import Card, ClauseCard, Leaf, Mark, MarkedPicture, Paper, Pin
from claimlint.values.picture import Picture

_RADIUS = 6.5
_USUAL_WIDTH = 600.0


class _Held(Struct):
    """Cards and marks of one document by the passages that they stand in."""

    cards: dict[int, list[Card]] = field(default_factory=dict)
    clauses: dict[int, list[ClauseCard]] = field(default_factory=dict)
    marks: dict[int, list[Mark]] = field(default_factory=dict)


def papers(report: Report, pictures: Sequence[Picture]) -> tuple[Paper, ...]:
    """Return the documents with their claims numbered through, in the order of the report."""
    titles = {rule.id: (rule.title, rule.help) for rule in report.rules}
    found = []
    claims = clauses = 0
    for number, document in enumerate(report.documents, start=1):
        shown = {p.page: p for p in pictures if p.document == document.path}
        held = _Held()
        claims_before = claims
        claims = _hold_claims(document, number, held, claims)
        clauses = _hold_clauses(document, held, clauses, titles)
        leaves = tuple(_leaves(document, number, held, shown))
        found.append(
            Paper(number=number, report=document, leaves=leaves, claims=claims - claims_before)
        )
    return tuple(found)


def _hold_claims(document: DocumentReport, paper: int, held: _Held, last: int) -> int:
    """Make a card of each claim that is no repeat; return the number of the last one."""
    groups: dict[str, list[Finding]] = {}
    for finding in document.findings:
        groups.setdefault(finding.group, []).append(finding)
    for findings in groups.values():
        last += 1
        first = findings[0]
        places = tuple((f.claim.location.label, f"d{paper}p{f.claim.passage}") for f in findings)
        card = Card(number=last, finding=first, document=paper, places=places)
        held.cards.setdefault(first.claim.passage, []).append(card)
        for finding in findings:
            index = finding.claim.passage
            if index < len(document.passages):
                marks = claim_marks(finding, last, document.passages[index])
                held.marks.setdefault(index, []).extend(marks)
    return last


def _hold_clauses(
    document: DocumentReport, held: _Held, last: int, titles: Mapping[str, tuple[str, str]]
) -> int:
    for clause in document.clauses:
        last += 1
        title, help_ = titles.get(clause.rule, ("", ""))
        card = ClauseCard(number=f"K{last}", clause=clause, title=title, help=help_)
        held.clauses.setdefault(clause.passage, []).append(card)
        if clause.passage < len(document.passages):
            passage = document.passages[clause.passage]
            marks = clause_mark(clause, card.number, passage)
            held.marks.setdefault(clause.passage, []).extend(marks)
    return last


def _leaves(
    document: DocumentReport, paper: int, held: _Held, shown: Mapping[int, Picture]
) -> Iterator[Leaf]:
    for index, cut in enumerate(cuts(document.passages, held.marks), start=1):
        picture = None if cut.page is None else shown.get(cut.page)
        yield Leaf(
            id=f"d{paper}l{index}",
            label=cut.label,
            kind=cut.kind,
            blocks=blocks(cut.entries, held.marks, paper, document.format),
            cards=tuple(c for i, _ in cut.entries for c in held.cards.get(i, ())),
            clauses=tuple(c for i, _ in cut.entries for c in held.clauses.get(i, ())),
            shown=None if picture is None else _shown(cut, held, picture),
            left_out=cut.left_out,
        )


def _shown(cut: Cut, held: _Held, picture: Picture) -> MarkedPicture:
    """Return the picture with the marks that can be drawn on it."""
    drawn = [m for i, _ in cut.entries for m in held.marks.get(i, ()) if m.boxes]
    size = _radius(picture.width)
    return MarkedPicture(picture=picture, pins=_pins(drawn, size), radius=size)


def _radius(width: float) -> float:
    """Return the radius of a number on a page of that width: larger where the page is shrunk."""
    return round(_RADIUS * max(1.0, width / _USUAL_WIDTH), 2)


def _pins(marks: Sequence[Mark], size: float) -> tuple[Pin, ...]:
    """Return the marks with their numbers at the corner of their first words.

    Numbers have the radius `size`; none stands over another.
    """
    found: list[Pin] = []
    for mark in marks:
        left, top = mark.boxes[0][:2]
        home = max(left - size / 2, size)
        x, y = home, max(top - 1.0, size)
        while mark.main and (over := _over(found, x, y, size)) is not None:
            if x > over.x - 2 * size >= size:
                x = over.x - 2 * size
            else:
                x, y = home, over.y + 2 * size
        found.append(Pin(mark, round(x, 2), round(y, 2)))
    return tuple(found)


def _over(found: Sequence[Pin], x: float, y: float, size: float) -> Pin | None:
    near = 2 * size - 0.5
    return next(
        (p for p in found if p.mark.main and abs(p.x - x) < near and abs(p.y - y) < near), None
    )
