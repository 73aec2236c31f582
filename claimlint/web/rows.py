"""What the page gets of a report: the pieces of the HTML report as JSON, made harmless."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from claimlint.document import NOTHING_LOST
from claimlint.finding import Assessment, FieldFound, Finding, Report
from claimlint.picture import Picture
from claimlint.reports.html.model import Card, ClauseCard, Leaf, Paper, Shown
from claimlint.reports.html.papers import papers
from claimlint.reports.html.verdict import bars, disclosures
from claimlint.reports.plain import visible
from claimlint.reports.tally import tally
from claimlint.terms import Verdict

Json = dict[str, Any]


def report_row(report: Report, pictures: Sequence[Picture]) -> Json:
    """Return all that the page shows of a report, without a byte of any picture."""
    found = papers(report, pictures)
    homes = {paper.report.path: paper.number for paper in found}
    cards = [card for paper in found for leaf in paper.leaves for card in leaf.cards]
    numbers = {card.finding.fingerprint: card.number for card in cards}
    kinds = {kind.id: kind.title for kind in report.kinds}
    row = {
        "tally": asdict(tally(report)),
        "bars": [_bar(bar.category, bar.parts, bar.count) for bar in bars(report)],
        "owed": [
            {"title": each.title, **_need(each.assessment, homes, kinds)}
            for each in disclosures(report)
        ],
        "papers": [_paper(paper) for paper in found],
        "cards": [_card(card, homes, kinds) for card in cards],
        "clauses": [
            _clause(clause, paper.number)
            for paper in found
            for leaf in paper.leaves
            for clause in leaf.clauses
        ],
        "questions": [
            {"text": each.text, "claims": [numbers[c] for c in each.claims if c in numbers]}
            for each in report.questions
        ],
        "kinds": {
            kind.id: {"title": kind.title, "holds": kind.holds, "fields": dict(kind.fields)}
            for kind in report.kinds
        },
        "precedents": {
            case.id: {"case": case.case, "body": case.body, "date": case.date,
                      "status": case.status, "line": case.line}
            for case in report.precedents
        },
        "rules": {rule.id: rule.title for rule in report.rules},
        "notices": [notice.message for notice in report.notices],
        "conflicts": len(report.conflicts),
        "today": report.tool.today,
        "made": f"claimlint {report.tool.version}, {report.tool.rules} rules",
    }  # fmt: skip
    return {key: harmless(value) for key, value in row.items()}


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
        "number": paper.number,
        "name": told.path,
        "format": told.format,
        "kind": told.kind,
        "kind_by": told.kind_by,
        "status": told.status,
        "pages": told.coverage.pages,
        "claims": paper.claims,
        "problems": [
            {
                "message": each.message,
                "place": each.location.label if each.location else "",
                "lost": each.code not in NOTHING_LOST,
            }
            for each in told.coverage.problems
        ],
        "notices": [
            {"message": each.message, "place": each.location.label if each.location else ""}
            for each in told.notices
        ],
        "leaves": [_leaf(leaf, paper.number) for leaf in paper.leaves],
    }


def _leaf(leaf: Leaf, paper: int) -> Json:
    return {
        "id": leaf.id,
        "label": leaf.label,
        "kind": leaf.kind,
        "left_out": leaf.left_out,
        "blocks": [asdict(block) for block in leaf.blocks],
        "shown": None if leaf.shown is None else _shown(leaf.shown, paper),
    }


def _shown(shown: Shown, paper: int) -> Json:
    picture = shown.picture
    return {
        "src": f"/api/pictures/{paper}/{picture.page}",
        "width": picture.width,
        "height": picture.height,
        "radius": shown.radius,
        "pins": [{"x": pin.x, "y": pin.y, "mark": asdict(pin.mark)} for pin in shown.pins],
    }


def _card(card: Card, homes: Mapping[str, int], kinds: Mapping[str, str]) -> Json:
    finding = card.finding
    claim = finding.claim
    verdict = finding.worst
    return {
        "number": card.number,
        "paper": card.document,
        "fingerprint": finding.fingerprint,
        "category": claim.category,
        "aspect": claim.aspect,
        "level": finding.level,
        "strength": claim.strength,
        "confidence": claim.confidence,
        "rule": claim.rule,
        "verdict": verdict,
        "verdict_words": verdict.words,
        "lead": claim.lead,
        "before": claim.unit[: claim.span[0]],
        "words": claim.text,
        "after": claim.unit[claim.span[1] :],
        "hidden": claim.location.hidden,
        "places": [{"label": label, "line": line} for label, line in card.places],
        "needs": [_need(item, homes, kinds) for item in finding.evidence],
        "question": finding.question,
        "rewrite": finding.rewrite,
        "precedents": list(finding.precedents),
        "why": [asdict(step) for step in claim.why],
        "ruling": _ruling(finding),
    }


def _ruling(finding: Finding) -> Json | None:
    ruling = finding.ruling
    if ruling is None:
        return None
    return {
        "state": ruling.state,
        "reason": ruling.reason,
        "owner": ruling.owner,
        "until": ruling.until,
        "overruled": ruling.overruled,
    }


def _need(item: Assessment, homes: Mapping[str, int], kinds: Mapping[str, str]) -> Json:
    return {
        "kind": item.kind,
        "name": kinds.get(item.kind, item.kind.replace("-", " ")),
        "required": item.required,
        "verdict": item.verdict,
        "verdict_words": item.verdict.words,
        "reason": item.reason,
        "provenance": item.provenance,
        "missing": list(item.missing),
        "found": [_field(found, homes) for found in item.found],
    }


def _field(found: FieldFound, homes: Mapping[str, int]) -> Json:
    paper = homes.get(found.document)
    shown = paper is not None and found.passage is not None
    return {
        "field": found.field,
        "text": found.text,
        "paper": paper,
        "name": found.document.rpartition("/")[2],
        "place": found.location.label,
        "line": f"d{paper}p{found.passage}" if shown else None,
    }


def _clause(card: ClauseCard, paper: int) -> Json:
    clause = card.clause
    return {
        "number": card.number,
        "label": clause.label,
        "title": card.title,
        "help": card.help,
        "before": clause.unit[: clause.span[0]],
        "text": clause.text,
        "after": clause.unit[clause.span[1] :],
        "line": f"d{paper}p{clause.passage}",
        "place": clause.location.cited(clause.number),
    }
