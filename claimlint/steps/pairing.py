"""Pairs the claims of each matter with the evidence in its papers and dossiers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from claimlint.evidence.notices import notices as evidence_notices
from claimlint.evidence.other_products import set_aside
from claimlint.finding import DocumentReport, Finding
from claimlint.rulebook.entries import Catalogue
from claimlint.rulebook.model import Rules
from claimlint.steps.case import Case
from claimlint.steps.matters import Matter
from claimlint.steps.notices import notices
from claimlint.steps.remarks_left_out import left_out


def paired(
    case: Case, found: Sequence[Matter], catalogue: Catalogue, rules: Rules, today: date
) -> DocumentReport:
    """Return the report on a document, its claims judged by the evidence of its matter."""
    matter = next(each for each in found if each.report.name == case.document.matter)
    document, detected = case.document, case.detected
    findings = _findings(case, matter, catalogue, rules, today)
    return DocumentReport(
        path=document.path,
        format=document.format,
        sha256=document.sha256,
        matter=document.matter,
        kind=detected.kind,
        kind_by="call" if case.kind_said else "guess",
        status=document.status,
        language=detected.language,
        coverage=document.coverage,
        units=detected.units,
        findings=_with_repeats(findings),
        clauses=detected.clauses,
        let_go=tuple(dict.fromkeys(detected.let_go)),  # several patterns of a rule may match
        stances=detected.stances,
        things=detected.things,
        references=detected.references,
        rank=detected.rank,
        disclosures=matter.own[document.path],
        notices=(
            *left_out(document.remarked),
            *notices(document, detected),
            *evidence_notices(document, detected.claims, catalogue),
            *set_aside(matter.aside.get(document.path, ())),
        ),
        passages=document.passages,
        remarked=document.remarked,
    )


def _findings(
    case: Case, matter: Matter, catalogue: Catalogue, rules: Rules, today: date
) -> list[Finding]:
    claims = case.detected.claims
    if not claims:
        return []
    from claimlint.evidence.judging.assess import assess
    from claimlint.evidence.judging.level import level_of
    from claimlint.steps.fingerprint import fingerprints

    found = []
    at_hand = matter.at_hand_for(case.document.path)
    for claim, (fingerprint, group) in zip(claims, fingerprints(claims), strict=True):
        entry = catalogue.category(claim.category, claim.aspect)
        evidence = assess(
            claim,
            case.document,
            at_hand,
            catalogue,
            today=today,
            needs=rules.named(claim.rule).needs or None,
        )
        found.append(
            Finding(
                claim=claim,
                level=level_of(claim, evidence),
                evidence=evidence,
                fingerprint=fingerprint,
                group=group,
                question=entry.question,
                rewrite=entry.rewrite,
                precedents=tuple(case.id for case in catalogue.precedents_for(claim.category)),
            )
        )
    return found


def _with_repeats(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings, each knowing how many others of the document say the same."""
    groups = Counter(finding.group for finding in findings)
    return tuple(replace(finding, repeats=groups[finding.group] - 1) for finding in findings)
