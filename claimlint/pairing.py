"""Pairs the claims of each matter with the evidence in its papers and dossiers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from claimlint.detect.detector import Detected
from claimlint.document import Document
from claimlint.evidence.assess import assess
from claimlint.evidence.disclosures import find_disclosures
from claimlint.evidence.level import level_of
from claimlint.evidence.notices import notices as evidence_notices
from claimlint.evidence.stated import load_stated
from claimlint.finding import Clause, Disclosure, DocumentReport, Finding
from claimlint.fingerprint import fingerprints
from claimlint.notices import notices
from claimlint.rulebook.entries import Catalogue
from claimlint.rulebook.rules import Rule
from claimlint.terms import Category


@dataclass(frozen=True, slots=True)
class Case:
    """A document with what detection found in it; `kind_said` if the call told its kind."""

    document: Document
    detected: Detected
    kind_said: bool = False


@dataclass(frozen=True, slots=True)
class Matter:
    """One vendor's papers: what they and its dossiers disclose, and what its contracts say."""

    disclosures: tuple[Disclosure, ...]
    clauses: tuple[Clause, ...]


def paired(
    cases: Sequence[Case],
    dossiers: Sequence[tuple[str | None, Path]],
    catalogue: Catalogue,
    rules: Mapping[str, Rule],
    today: date,
) -> Iterator[DocumentReport]:
    """Yield the report of each document, in order.

    `dossiers` are (matter, file); a dossier without a matter serves every one. Evidence never
    crosses matters.

    Raises:
        ClaimlintError: a dossier cannot be read or breaks its form.
    """
    papers = {index: find_disclosures(case.document, catalogue) for index, case in enumerate(cases)}
    stated = [
        (matter, load_stated(path, catalogue, path.as_posix()))
        for matter, path in dossiers
    ]
    matters: dict[str, Matter] = {}
    for case in cases:
        name = case.document.matter
        if name not in matters:
            matters[name] = _matter(name, cases, papers, stated)
    for index, case in enumerate(cases):
        yield _report(case, papers[index], matters[case.document.matter], catalogue, rules, today)


def _matter(
    name: str,
    cases: Sequence[Case],
    papers: Mapping[int, tuple[Disclosure, ...]],
    stated: Sequence[tuple[str | None, tuple[Disclosure, ...]]],
) -> Matter:
    inside = [index for index, case in enumerate(cases) if case.document.matter == name]
    shown = [disclosure for index in inside for disclosure in papers[index]]
    told = [item for matter, entries in stated if matter in (None, name) for item in entries]
    clauses = [clause for index in inside for clause in cases[index].detected.clauses]
    return Matter((*shown, *told), tuple(clauses))


def _report(
    case: Case,
    disclosures: tuple[Disclosure, ...],
    matter: Matter,
    catalogue: Catalogue,
    rules: Mapping[str, Rule],
    today: date,
) -> DocumentReport:
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
        let_go=detected.let_go,
        disclosures=disclosures,
        notices=(
            *notices(document, detected),
            *evidence_notices(document, detected.claims, catalogue),
        ),
    )


def _findings(
    case: Case, matter: Matter, catalogue: Catalogue, rules: Mapping[str, Rule], today: date
) -> list[Finding]:
    found = []
    claims = case.detected.claims
    for claim, (fingerprint, group) in zip(claims, fingerprints(claims), strict=True):
        entry = catalogue.category(claim.category, claim.aspect)
        evidence = assess(
            claim,
            case.document,
            matter.disclosures,
            catalogue,
            today=today,
            clauses=matter.clauses,
            needs=rules[claim.rule].needs or None,
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
                precedents=_precedents(claim.category, catalogue),
            )
        )
    return found


def _with_repeats(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings, each knowing how many others of the document say the same."""
    groups = [finding.group for finding in findings]
    return tuple(replace(finding, repeats=groups.count(finding.group) - 1) for finding in findings)


def _precedents(category: Category, catalogue: Catalogue) -> tuple[str, ...]:
    return tuple(
        case.id for case in catalogue.precedents if category in case.categories and case.printable
    )
