"""Says for one claim how far the evidence at hand backs it, kind by kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from claimlint.document import Document
from claimlint.evidence.age import late, published, stale
from claimlint.evidence.completeness import completeness, missing
from claimlint.evidence.contradictions import contradicted
from claimlint.evidence.judgement import Judgement, best
from claimlint.evidence.promises import promised_by
from claimlint.evidence.traces import traces
from claimlint.evidence.wrong_target import wrong_target
from claimlint.finding import Assessment, Claim, Clause, Disclosure
from claimlint.rulebook.entries import Catalogue, CategoryEntry, EvidenceKind
from claimlint.terms import Verdict


def assess(
    claim: Claim,
    own: Document,
    disclosures: Sequence[Disclosure],
    catalogue: Catalogue,
    *,
    today: date,
    clauses: Sequence[Clause] = (),
    needs: Sequence[str] | None = None,
) -> tuple[Assessment, ...]:
    """Return the verdict on each required, then each recommended kind of evidence for a claim.

    `own` is the document of the claim, `disclosures` all of its matter: those of `own`, of the
    vendor's other papers and of its dossier. `clauses` of the matter's contracts can lift a missing
    kind to promised, never higher. `needs` are the required kinds where the claim's rule differs
    from its category. `today` decides what is out of date.
    """
    entry = catalogue.category(claim.category, claim.aspect)
    required = tuple(needs) if needs is not None else entry.required
    return tuple(
        _assessment(
            catalogue.kind(name),
            name in required,
            entry,
            _judge(claim, own, disclosures, catalogue, catalogue.kind(name), today, clauses),
        )
        for name in (*required, *(item for item in entry.recommended if item not in required))
    )


def _judge(
    claim: Claim,
    own: Document,
    disclosures: Sequence[Disclosure],
    catalogue: Catalogue,
    kind: EvidenceKind,
    today: date,
    clauses: Sequence[Clause],
) -> Judgement:
    taken_back = contradicted(claim, own, catalogue, kind, disclosures)
    if taken_back is not None:
        return taken_back
    shown = [
        _of_disclosure(claim, own, item, kind, today)
        for item in disclosures
        if item.kind == kind.id
    ]
    if any(item.verdict.rank >= Verdict.STALE.rank for item in shown):
        return best(shown)
    found = [*shown, *traces(claim, own, catalogue, kind)]
    promise = promised_by(clauses, catalogue, kind)
    if promise is not None:
        found.append(promise)
    nothing = Judgement(Verdict.BARE, (), missing(kind, ()), None, "nothing of this kind was found")
    return best([*found, nothing])


def _of_disclosure(
    claim: Claim, own: Document, item: Disclosure, kind: EvidenceKind, today: date
) -> Judgement:
    present = {found.field for found in item.fields}
    verdict = completeness(kind, present)
    lacking = missing(kind, present)
    reason = "every field is shown" if verdict is Verdict.BACKED else "some fields are not shown"
    for other, why in _faults(claim, own, item, kind, today):
        verdict, reason = other, why
        break
    return Judgement(verdict, item.fields, lacking, item.provenance, reason)


def _faults(
    claim: Claim, own: Document, item: Disclosure, kind: EvidenceKind, today: date
) -> Iterator[tuple[Verdict, str]]:
    reason = wrong_target(claim, own, item)
    if reason is not None:
        yield Verdict.WRONG_TARGET, reason
    reason = late(item, published(own))
    if reason is not None:
        yield Verdict.LATE, reason
    reason = stale(item, kind, today)
    if reason is not None:
        yield Verdict.STALE, reason


def _assessment(
    kind: EvidenceKind, required: bool, entry: CategoryEntry, judged: Judgement
) -> Assessment:
    by = str(entry.category) if entry.aspect is None else f"{entry.category}/{entry.aspect}"
    return Assessment(
        kind=kind.id,
        required=required,
        verdict=judged.verdict,
        required_by=by,
        found=judged.found,
        missing=judged.missing,
        provenance=judged.provenance,
        reason=judged.reason,
    )
