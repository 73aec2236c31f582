"""A matter, which is one vendor's papers: what they and its dossiers show, whatever is claimed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from claimlint.evidence.disclosures.absences import Assured
from claimlint.evidence.disclosures.document_evidence import DocumentEvidence, document_evidence
from claimlint.evidence.dossier.bindings import Bound
from claimlint.evidence.judgement import Judgement
from claimlint.evidence.judging.matter_report import MatterEvidence, matter_report
from claimlint.evidence.other_products import other_products
from claimlint.finding import Clause, Disclosure, MatterReport
from claimlint.rulebook.entries import Catalogue
from claimlint.steps.case import Case
from claimlint.terms import NAMED_PARTY, DocumentKind

if TYPE_CHECKING:
    from claimlint.evidence.judging.assess import AtHand
    from claimlint.evidence.stated_evidence import Stated


class Matter(Struct, frozen=True):
    """One vendor's papers: what they and its dossiers disclose, and what its contracts say.

    `own` are the disclosures of each document by its path, `bound` the claims that the vendor binds
    to evidence of its own, `aside` by path the papers that speak of another product, `begun` what
    the papers begin to show and do not finish, `named` what they only name, `assured` by path what
    they say of audits.
    """

    report: MatterReport
    disclosures: tuple[Disclosure, ...]
    clauses: tuple[Clause, ...]
    bound: tuple[Bound, ...]
    own: Mapping[str, tuple[Disclosure, ...]]
    aside: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    begun: tuple[tuple[str, Judgement], ...] = ()
    named: tuple[tuple[str, Judgement], ...] = ()
    assured: Mapping[str, Assured] = field(default_factory=dict)

    def at_hand_for(self, path: str) -> AtHand:
        """Return the evidence that may serve the claims of a document."""
        from claimlint.evidence.judging.assess import AtHand
        from claimlint.evidence.judging.contradicting.absent import Absences

        strange = {other for other, _ in self.aside.get(path, ())}
        assured = [told for other, told in self.assured.items() if other not in strange]
        return AtHand(
            disclosures=tuple(x for x in self.disclosures if x.document not in strange),
            clauses=self.clauses,
            bindings=self.bound,
            begun=_by_kind(self.begun, strange),
            named=_by_kind(self.named, strange),
            absences=Absences.of(assured),
        )


def _by_kind(
    told: Sequence[tuple[str, Judgement]], strange: Collection[str]
) -> Mapping[str, Sequence[Judgement]]:
    """Return the judgements by kind, without those on documents of another product."""
    found: dict[str, list[Judgement]] = {}
    for kind, judgement in told:
        if not any(item.document in strange for item in judgement.found):
            found.setdefault(kind, []).append(judgement)
    return found


def matters(
    cases: Sequence[Case],
    dossiers: Sequence[tuple[str | None, Path]],
    catalogue: Catalogue,
    today: date,
    answers: Sequence[Disclosure] = (),
) -> tuple[Matter, ...]:
    """Return the matters of the documents, in the order in which they come up.

    `dossiers` are (matter, file); a dossier without a matter serves every one, as `answers` do.
    Evidence never crosses matters.

    Raises:
        ClaimlintError: a dossier cannot be read or breaks its form.
    """
    stated = _stated(dossiers, catalogue) if dossiers else []
    names = dict.fromkeys(case.document.matter for case in cases)
    return tuple(
        _matter(
            name,
            [case for case in cases if case.document.matter == name],
            [each for matter, each in stated if matter in (None, name)],
            answers,
            catalogue,
            today,
        )
        for name in names
    )


def _stated(
    dossiers: Sequence[tuple[str | None, Path]], catalogue: Catalogue
) -> list[tuple[str | None, Stated]]:
    from claimlint.evidence.stated_evidence import load_stated

    return [(matter, load_stated(path, catalogue, path.as_posix())) for matter, path in dossiers]


def _matter(
    name: str,
    cases: Sequence[Case],
    stated: Sequence[Stated],
    answers: Sequence[Disclosure],
    catalogue: Catalogue,
    today: date,
) -> Matter:
    given = {
        case.document.path: case.evidence
        or document_evidence(case.document, catalogue, case.detected.clauses, case.detected.kind)
        for case in cases
    }
    vendors = [each.statement.vendor for each in stated if each.statement is not None]
    own = _by_others(given, cases, vendors)
    begun = tuple(pair for each in given.values() for pair in each.begun)
    named = tuple(pair for each in given.values() for pair in each.named)
    statements = (each.statement for each in stated if each.statement is not None)
    shown = MatterEvidence(
        papers=tuple(case.document for case in cases),
        disclosures=(
            *(x for each in own.values() for x in each),
            *(x for s in stated for x in s.disclosures),
            *answers,
        ),
        statements=tuple(dict.fromkeys(statements)),
        clauses=tuple(clause for case in cases for clause in case.detected.clauses),
        named=_by_kind((*named, *begun), ()),
        assured=tuple(each.assured for each in given.values()),
    )
    bindings = tuple(item for each in stated for item in each.bindings)
    others = [case.document for case in cases if case.detected.kind is not DocumentKind.CONTRACT]
    report = matter_report(name, shown, catalogue, today)
    return Matter(
        report=replace(report, bindings=_answered(bindings, cases)) if bindings else report,
        disclosures=shown.disclosures,
        clauses=shown.clauses,
        bound=bindings,
        own=own,
        aside=other_products(others),
        begun=begun,
        named=named,
        assured={case.document.path: _dated(given[case.document.path], case) for case in cases},
    )


def _by_others(
    given: Mapping[str, DocumentEvidence], cases: Sequence[Case], vendors: Sequence[str]
) -> dict[str, tuple[Disclosure, ...]]:
    """Return the disclosures of each paper, those that the vendor made as its own."""
    own = {path: each.disclosures for path, each in given.items()}
    if all(item.provenance != NAMED_PARTY for each in own.values() for item in each):
        return own
    from claimlint.evidence.makers import by_the_maker, makers_among, testers

    names = frozenset().union(*(x for each in own.values() for item in each for x in testers(item)))
    makers = makers_among(names, [case.document for case in cases], vendors)
    return {path: tuple(by_the_maker(x, makers) for x in each) for path, each in own.items()}


def _dated(given: DocumentEvidence, case: Case) -> Assured:
    """Return what a paper says of audits, with the day on which it was published."""
    if not given.assured.absent:
        return given.assured
    from claimlint.evidence.judging.weighing.age import published

    day = published(case.document)
    said = None if day is None else day.isoformat()
    return replace(
        given.assured, absent=tuple(replace(each, day=said) for each in given.assured.absent)
    )


def _answered(bindings: Sequence[Bound], cases: Sequence[Case]) -> tuple[tuple[str, bool], ...]:
    """Return each binding as a person finds it, and whether a claim has its words."""
    from claimlint.evidence.dossier.bindings import binding_of

    claims = (claim for case in cases for claim in case.detected.claims)
    used = {binding.origin for claim in claims if (binding := binding_of(claim, bindings))}
    return tuple((f"{each.origin}: “{each.text}”", each.origin in used) for each in bindings)
