"""Findings, and notices that are findings in themselves, as SARIF results."""

from __future__ import annotations

from collections.abc import Mapping

from claimlint.finding import Finding, Notice
from claimlint.reports.contents.wording import sentence
from claimlint.reports.json.rows import Json
from claimlint.reports.safe_text import safe
from claimlint.reports.sarif.places import Places
from claimlint.reports.sarif.rules import OF_NOTICES
from claimlint.values.ruling import Ruling, State

FAULTY = tuple(OF_NOTICES)
_RELATED = 20


def finding_result(
    finding: Finding, places: Places, index: Mapping[str, int], *, compared: bool
) -> Json:
    """Return one finding; `compared` if the run knows a baseline."""
    claim = finding.claim
    result: Json = {
        "ruleId": claim.rule,
        "ruleIndex": index[claim.rule],
        "level": str(finding.level),
        "message": {"text": _message(finding)},
        "locations": [places.of(claim.location, claim.passage)],
        "partialFingerprints": _fingerprints(finding),
        "properties": _properties(finding),
        "suppressions": _suppressions(finding.ruling),
    }
    related = _related(finding, places)
    if related:
        result["relatedLocations"] = related
    if compared:
        known = finding.ruling is not None and finding.ruling.state is State.BASELINE
        result["baselineState"] = "unchanged" if known else "new"
    return result


def notice_result(notice: Notice, places: Places, index: Mapping[str, int]) -> Json:
    """Return a notice that is a finding in itself."""
    rule = f"claimlint.{notice.code}"
    place = places.whole() if notice.location is None else places.of(notice.location, None)
    return {
        "ruleId": rule,
        "ruleIndex": index[rule],
        "level": "warning",
        "message": {"text": _unlinked(safe(notice.message))},
        "locations": [place],
        "suppressions": [],
    }


def _message(finding: Finding) -> str:
    asked = f" Ask: {safe(finding.question)}" if finding.question else ""
    worded = f" Could be backed: {safe(finding.rewrite)}" if finding.rewrite else ""
    return _unlinked(f"{sentence(finding)}{asked}{worded}")


def _unlinked(text: str) -> str:
    """Return text in which no words of a document make a link of SARIF's plain messages."""
    return text.replace("](", "] (")


def _fingerprints(finding: Finding) -> Json:
    """GitHub matches alerts by `primaryLocationLineHash` alone, in its own form "hash:count"."""
    return {
        "primaryLocationLineHash": f"{finding.fingerprint.rpartition(':')[2]}:1",
        "claimlint/1": finding.fingerprint,
    }


def _properties(finding: Finding) -> Json:
    claim, place = finding.claim, finding.claim.location
    return {
        "category": claim.category,
        "strength": claim.strength,
        "confidence": claim.confidence,
        "quote": safe(claim.unit),
        "page": place.page,
        "slide": place.slide,
        "sheet": place.sheet,
        "paragraph": place.paragraph,
        "clause": place.clause,
        "group": finding.group,
        "evidence": [
            {"kind": item.kind, "required": item.required, "verdict": item.verdict}
            for item in finding.evidence
        ],
    }


def _suppressions(ruling: Ruling | None) -> list[Json]:
    if ruling is None or ruling.held is None:
        return []
    told = f"{ruling.state}: {safe(ruling.reason)}" if ruling.reason else str(ruling.state)
    return [
        {
            "kind": "inSource" if ruling.inside else "external",
            "status": "accepted",
            "justification": told,
            "properties": {
                "state": ruling.state,
                "owner": ruling.owner,
                "until": ruling.until,
                "evidence": ruling.evidence,
                "origin": ruling.origin,
            },
        }
    ]


def _related(finding: Finding, places: Places) -> list[Json]:
    """Return the evidence found, and the document itself where the place is in its extract."""
    found = [
        places.elsewhere(
            field.document,
            field.location,
            _unlinked(f"{item.kind}, {field.field}: {safe(field.text)}"),
        )
        for item in finding.evidence
        for field in item.found
    ]
    own = []
    if places.beside:
        label = safe(finding.claim.location.label)
        own.append({**places.whole(), "message": {"text": f"the document itself: {label}"}})
    numbered = enumerate((*own, *found[:_RELATED]), start=1)
    return [{"id": number, **place} for number, place in numbered]
