"""Weighs a vendor's papers as a whole: the best evidence of every kind, whatever is claimed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from claimlint.document import Document
from claimlint.evidence.disclosures.absences import Assured
from claimlint.evidence.judgement import BESIDE, Judgement, best, best_of, nothing_found
from claimlint.evidence.judging.promises import promised_by
from claimlint.finding import Clause, Disclosure, MatterReport
from claimlint.rulebook.entries import Catalogue, EvidenceKind
from claimlint.terms import ACCURACY, OWED
from claimlint.values.statement import Serving, Statement

_BY = "every seller"
_ASIDE = BESIDE - {"part", "stakes"}
"""The label of a vendor tells the shares of parts and what is at stake."""


class MatterEvidence(Struct, frozen=True, kw_only=True):
    """What the papers and dossiers of a matter show.

    `named` are, by kind, the best judgements on what each paper only names or begins to show, and
    `assured` what each of them says of audits and tests.
    """

    papers: tuple[Document, ...]
    disclosures: tuple[Disclosure, ...]
    statements: tuple[Statement, ...] = ()
    clauses: tuple[Clause, ...] = ()
    named: Mapping[str, Sequence[Judgement]] = {}
    assured: Sequence[Assured] = ()


def matter_report(
    name: str, shown: MatterEvidence, catalogue: Catalogue, today: date
) -> MatterReport:
    """Return the report of the matter `name`: what its papers and dossiers disclose.

    Kinds that every seller owes are `required` in the assessments, whether or not a claim asks for
    them. `today` decides what is out of date.
    """
    chosen = {kind.id: _chosen(kind, shown, today) for kind in catalogue.kinds}
    rows = []
    for kind in catalogue.kinds:
        lesser = shown.named.get(kind.id, ())
        promise = promised_by(shown.clauses, catalogue, kind)
        judged = best([chosen[kind.id][0], *lesser, *(() if promise is None else (promise,))])
        judged = _but_for_absences(judged, kind, shown, today)
        owed = kind.id in OWED
        rows.append(judged.assessed(kind, required=owed, by=_BY if owed else "", beside=_ASIDE))
    accuracy = chosen[ACCURACY][1]
    return MatterReport(
        name=name,
        evidence=tuple(rows),
        statements=shown.statements,
        serving=None if accuracy is None else _serving(accuracy, shown.papers),
        valid_until=_valid_until([chosen[kind][1] for kind in OWED], catalogue),
    )


def _but_for_absences(
    judged: Judgement, kind: EvidenceKind, shown: MatterEvidence, today: date
) -> Judgement:
    """Return the judgement on a kind, or what the papers say of an audit that is not there."""
    if not any(each.absent for each in shown.assured):
        return judged
    from claimlint.evidence.judging.contradicting.absent import Absences, unproven

    own = tuple(item for item in shown.disclosures if item.kind == kind.id)
    return unproven(judged, Absences.of(shown.assured).of_kind(kind, own, today, None), kind)


def _serving(accuracy: Disclosure, papers: Sequence[Document]) -> Serving | None:
    from claimlint.evidence.judging.serving import serving

    return serving(accuracy, papers)


def _chosen(
    kind: EvidenceKind, shown: MatterEvidence, today: date
) -> tuple[Judgement, Disclosure | None]:
    """Return the judgement on the best disclosure of a kind, and the disclosure itself."""
    mine = [item for item in shown.disclosures if item.kind == kind.id]
    if not mine:
        return nothing_found(kind), None
    from claimlint.evidence.judging.disclosure import judged_alone
    from claimlint.evidence.judging.figures.subjects import told_after
    from claimlint.evidence.judging.weighing.age import as_of

    mine = [as_of(item, today) for item in mine]
    own = sorted(mine, key=lambda item: (told_after("", item), -len(item.fields)))
    only = shown.papers[0].path if len(shown.papers) == 1 else ""
    judged = [judged_alone(item, kind, shown.statements, today, only) for item in own]
    chosen = best_of(judged, kind)
    if kind.id == ACCURACY:
        chosen = _of_all_items(chosen, judged, own, kind)
    return chosen, own[judged.index(chosen)]


def _of_all_items(
    chosen: Judgement, judged: Sequence[Judgement], own: Sequence[Disclosure], kind: EvidenceKind
) -> Judgement:
    """Return the best of the judgements that are as good on a share of all items, not recall."""
    from claimlint.evidence.judging.figures.named_measures import of_items

    equal = [
        each
        for each, item in zip(judged, own, strict=True)
        if each.verdict is chosen.verdict and not of_items(item)[1]
    ]
    return best_of(equal, kind) if equal else chosen


def _valid_until(chosen: Sequence[Disclosure | None], catalogue: Catalogue) -> str | None:
    given = [item for item in chosen if item is not None]
    if not given:
        return None
    from claimlint.evidence.judging.disclosure import valid_until

    return valid_until(given, catalogue)
