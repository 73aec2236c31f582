"""The HTML report as one file: nothing from elsewhere, everything from documents escaped."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from claimlint.amounts import amount
from claimlint.finding import FieldFound, Report
from claimlint.reports.contents.disclosures import lacking, state_of
from claimlint.reports.contents.disputes import disputes
from claimlint.reports.contents.tally import tally
from claimlint.reports.contents.wording import extent
from claimlint.reports.html.head import head
from claimlint.reports.html.model import Card, Paper
from claimlint.reports.html.papers import papers
from claimlint.reports.html.templating import environment, source, style
from claimlint.reports.html.verdict import bars, disclosures
from claimlint.reports.look import Look
from claimlint.values.picture import Picture

_VALUES = 2
"""Of a field with many values a claim shows so many; all are shown once, above."""
_TEMPLATES = Path(__file__).parent / "templates"


def render(report: Report, look: Look) -> str:
    """Return the report as one HTML page.

    Documents without pictures in `look` are shown as text. `look.why` adds what matched and what
    the context decided. The page's policy allows its own style, its own script and pictures
    inside the file, and nothing else.
    """
    sheet = style("palette.css", "shared.css", _TEMPLATES / "report.css")
    script = source(_TEMPLATES / "report.js")
    found = papers(report, look.pictures)
    page = _templates(report, found).get_template("report.html")
    counts = tally(report)
    title = f"claimlint: {amount(counts.claims, 'claim')}, {counts.backed} backed"
    return page.render(
        report=report,
        papers=found,
        cards=_cards(found),
        disputes=disputes(report.conflicts),
        tally=counts,
        bars=bars(report),
        owed=disclosures(report),
        kinds={kind.id: kind for kind in report.kinds},
        precedents={case.id: case for case in report.precedents},
        why=look.why,
        head=Markup(head(title, sheet, script)),
        script=Markup(script),
    )


def _templates(report: Report, found: Sequence[Paper]) -> Environment:
    templates = environment(_TEMPLATES)
    paths = {paper.report.path: paper for paper in found}
    lines = frozenset(_lines(found))
    cards = {card.finding.fingerprint: card.number for card in _cards(found)}
    templates.filters["words"] = lambda name: str(name).replace("-", " ").replace("_", " ")
    templates.filters["amount"] = amount
    templates.filters["extent"] = extent
    templates.filters["state"] = state_of
    templates.filters["lacking"] = lambda item: lacking(report, item)
    templates.filters["data"] = _data
    templates.filters["points"] = lambda number: f"{number:g}"
    templates.filters["home"] = lambda field: _home(field, paths, lines)
    templates.filters["by_field"] = _by_field
    templates.filters["case"] = lambda id_, cases: cases.get(id_)
    templates.filters["numbers"] = lambda prints: sorted(cards[p] for p in prints if p in cards)
    return templates


def _data(picture: Picture) -> str:
    return "data:image/png;base64," + base64.b64encode(picture.png).decode()


def _by_field(found: Sequence[FieldFound], every: bool) -> list[tuple[str, list[FieldFound], int]]:
    """Return the fields found by name, with their places, and of how many no more is shown."""
    names = dict.fromkeys(field.field for field in found)
    groups = [(name, [field for field in found if field.field == name]) for name in names]
    most = len(found) if every else _VALUES
    return [(name, fields[:most], max(0, len(fields) - most)) for name, fields in groups]


def _home(found: FieldFound, papers: Mapping[str, Paper], lines: frozenset[str]) -> str | None:
    """Return the id of the passage in which a field stands, where the page shows it."""
    paper = papers.get(found.document)
    id_ = None if paper is None else f"d{paper.number}p{found.passage}"
    return id_ if id_ in lines else None


def _lines(found: Sequence[Paper]) -> Iterator[str]:
    """Yield the ids of all passages that the page shows."""
    for block in (b for paper in found for leaf in paper.leaves for b in leaf.blocks):
        yield from (line.id for line in block.lines)
        yield from (line.id for row in block.rows for cell in row for line in cell.lines)


def _cards(found: Sequence[Paper]) -> tuple[Card, ...]:
    return tuple(card for paper in found for leaf in paper.leaves for card in leaf.cards)
