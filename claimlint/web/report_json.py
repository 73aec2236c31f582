"""What the page gets of a report: the pieces of the HTML report as JSON, made harmless."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from claimlint.document import NOTHING_LOST, Location, file_name
from claimlint.finding import Assessment, FieldFound, Report
from claimlint.reports.contents.disclosures import state_of
from claimlint.reports.contents.tally import tally
from claimlint.reports.html.model import Card, ClauseCard, Leaf, MarkedPicture, Paper
from claimlint.reports.html.papers import papers
from claimlint.reports.html.verdict import bars, disclosures
from claimlint.reports.json.rows import Json, row, whole
from claimlint.reports.safe_text import visible
from claimlint.terms import Verdict
from claimlint.values.picture import Picture

_RULING = ("state", "reason", "owner", "until", "overruled")


def report_row(report: Report, pictures: Sequence[Picture]) -> Json:
    """Return all that the page shows of a report, without a byte of any picture."""
    found = papers(report, pictures)
    homes = {paper.report.path: paper.number for paper in found}
    cards = [card for paper in found for leaf in paper.leaves for card in leaf.cards]
    numbers = {card.finding.fingerprint: card.number for card in cards}
    kinds = {kind.id: kind.title for kind in report.kinds}
    shown = {
        "tally": whole(tally(report)),
        "bars": [_bar(bar.category, bar.parts, bar.count) for bar in bars(report)],
        "owed": [_owed(each.title, each.assessment, homes, kinds) for each in disclosures(report)],
        "papers": [_paper(paper) for paper in found],
        "cards": [_card(card, homes, kinds) for card in cards],
        "clauses": [
            _clause(clause, paper.number)
            for paper in found
            for leaf in paper.leaves
            for clause in leaf.clauses
        ],
        "questions": [
            {"text": each.text, "claims": sorted(numbers[c] for c in each.claims if c in numbers)}
            for each in report.questions
        ],
        **_explained(report),
        "notices": [notice.message for notice in report.notices],
        "conflicts": len(report.conflicts),
        "today": report.tool.today,
        "made": f"claimlint {report.tool.version}, {report.tool.rules} rules",
    }
    return {key: harmless(value) for key, value in shown.items()}


def _explained(report: Report) -> Json:
    """Return what the ids stand for that claims and evidence use."""
    return {
        "kinds": {
            kind.id: {**row(kind, "title", "holds"), "fields": dict(kind.fields)}
            for kind in report.kinds
        },
        "precedents": {
            case.id: row(case, "case", "body", "date", "status", "line")
            for case in report.precedents
        },
        "rules": {rule.id: rule.title for rule in report.rules},
    }


def _owed(title: str, item: Assessment, homes: Mapping[str, int], kinds: Mapping[str, str]) -> Json:
    return {"title": title, "state": state_of(item), **_need(item, homes, kinds)}


def harmless(value: Any) -> Any:
    """Return a value whose texts hold no control characters or direction overrides."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, Mapping):
        return {key: harmless(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [harmless(each) for each in value]
    return value


def _bar(category: str, parts: Sequence[tuple[Verdict, int]], count: int) -> Json:
    return {
        "category": category,
        "count": count,
        "parts": [{"verdict": v, "words": v.words, "count": n} for v, n in parts],
    }


def _paper(paper: Paper) -> Json:
    told = paper.report
    return {
        **row(paper, "number", "claims"),
        "name": told.path,
        **row(told, "format", "kind", "kind_by", "status"),
        "pages": told.coverage.pages,
        "problems": [
            {**_message(each.message, each.location), "lost": each.code not in NOTHING_LOST}
            for each in told.coverage.problems
        ],
        "notices": [_message(each.message, each.location) for each in told.notices],
        "leaves": [_leaf(leaf, paper.number) for leaf in paper.leaves],
    }


def _message(message: str, place: Location | None) -> Json:
    return {"message": message, "place": place.label if place else ""}


def _leaf(leaf: Leaf, paper: int) -> Json:
    return {
        **row(leaf, "id", "label", "kind", "left_out", "blocks"),
        "shown": None if leaf.shown is None else _shown(leaf.shown, paper),
    }


def _shown(shown: MarkedPicture, paper: int) -> Json:
    picture = shown.picture
    return {
        "src": f"/api/pictures/{paper}/{picture.page}",
        **row(picture, "width", "height"),
        "radius": shown.radius,
        "pins": [row(pin, "x", "y", "mark") for pin in shown.pins],
    }


def _card(card: Card, homes: Mapping[str, int], kinds: Mapping[str, str]) -> Json:
    finding = card.finding
    claim = finding.claim
    verdict, ruling = finding.worst, finding.ruling
    return {
        "number": card.number,
        "paper": card.document,
        **row(finding, "fingerprint", "level", "question", "rewrite", "precedents"),
        **row(claim, "category", "aspect", "strength", "confidence", "rule", "lead", "why"),
        "verdict": verdict,
        "verdict_words": verdict.words,
        "before": claim.unit[: claim.span[0]],
        "words": claim.text,
        "after": claim.unit[claim.span[1] :],
        "hidden": claim.location.hidden,
        "places": [{"label": label, "line": line} for label, line in card.places],
        "needs": [_need(item, homes, kinds) for item in finding.evidence],
        "ruling": None if ruling is None else row(ruling, *_RULING),
    }


def _need(item: Assessment, homes: Mapping[str, int], kinds: Mapping[str, str]) -> Json:
    return {
        **row(item, "kind", "required", "verdict", "reason", "provenance", "missing"),
        "name": kinds.get(item.kind, item.kind.replace("-", " ")),
        "verdict_words": item.verdict.words,
        "found": [_field(found, homes) for found in item.found],
    }


def _field(found: FieldFound, homes: Mapping[str, int]) -> Json:
    paper = homes.get(found.document)
    shown = paper is not None and found.passage is not None
    return {
        **row(found, "field", "text"),
        "paper": paper,
        "name": file_name(found.document),
        "place": found.location.label,
        "line": f"d{paper}p{found.passage}" if shown else None,
    }


def _clause(card: ClauseCard, paper: int) -> Json:
    clause = card.clause
    return {
        **row(card, "number", "title", "help"),
        "label": clause.label,
        "before": clause.unit[: clause.span[0]],
        "text": clause.text,
        "after": clause.unit[clause.span[1] :],
        "line": f"d{paper}p{clause.passage}",
        "place": clause.place,
    }
