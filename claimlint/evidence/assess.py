"""Says for one claim how far the evidence at hand backs it, kind by kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from claimlint.document import Document
from claimlint.evidence.age import late, published, stale
from claimlint.evidence.bindings import Bound, binding_of, counter_words
from claimlint.evidence.comparisons import best_case
from claimlint.evidence.completeness import completeness, missing
from claimlint.evidence.contradictions import contradicted, taken_back
from claimlint.evidence.judgement import (
    BESIDE,
    Judgement,
    best,
    lowered,
    lowers,
    standing,
    withheld,
)
from claimlint.evidence.kept import once_a_document
from claimlint.evidence.measured import compounded, needed, too_few
from claimlint.evidence.promises import promised_by
from claimlint.evidence.study import study
from claimlint.evidence.traces import traces
from claimlint.evidence.wrong_target import foreign, wrong_target
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
    bindings: Sequence[Bound] = (),
) -> tuple[Assessment, ...]:
    """Return the verdict on each required, then each recommended kind of evidence for a claim.

    `own` is the document of the claim, `disclosures` all of its matter: those of `own`, of the
    vendor's other papers and of its dossier. `clauses` of the matter's contracts can lift a missing
    kind to promised, never higher. `needs` are the required kinds where the claim's rule differs
    from its category. `bindings` are claims that the vendor binds to evidence of its own: that
    evidence is looked at first. `today` decides what is out of date.
    """
    entry, *further = _entries(claim, catalogue)
    required = dict.fromkeys(needs if needs is not None else entry.required, entry)
    for other in further:
        required |= {name: other for name in other.required if name not in required}
    others = tuple(name for name in entry.recommended if name not in required)
    binding = binding_of(claim, bindings)
    case = _Case(claim, own, tuple(disclosures), catalogue, today, tuple(clauses), binding)
    return tuple(
        _assessment(
            kind,
            kind.id in required,
            required.get(kind.id, entry),
            _judged(case, kind, kind.id in required),
        )
        for kind in (catalogue.kind(name) for name in (*required, *others))
    )


def _entries(claim: Claim, catalogue: Catalogue) -> tuple[CategoryEntry, ...]:
    """Return the entry of the claim, then those of the other aspects that its marks speak of."""
    aspects = (claim.aspect, *claim.other_aspects)
    return tuple(catalogue.category(claim.category, aspect) for aspect in aspects)


_FAILURES = "failure-modes"


class _Case(Struct, frozen=True):
    claim: Claim
    own: Document
    disclosures: tuple[Disclosure, ...]
    catalogue: Catalogue
    today: date
    clauses: tuple[Clause, ...]
    binding: Bound | None = None


class _Shown(Struct, frozen=True):
    """A disclosure with what it is worth whatever is claimed.

    `failure` tells whether all that it measures is how often a known failure happens.
    """

    item: Disclosure
    verdict: Verdict
    missing: tuple[str, ...]
    reason: str
    failure: bool


@once_a_document
def _of_kind(
    disclosures: tuple[Disclosure, ...], kind: EvidenceKind, own: str
) -> tuple[_Shown, ...]:
    """Return the disclosures of one kind; `own` is the document that the claims stand in."""
    failures = _failures(disclosures)
    return tuple(_shown(item, kind, own, failures) for item in disclosures if item.kind == kind.id)


@once_a_document
def _failures(disclosures: tuple[Disclosure, ...]) -> frozenset[tuple[str, str]]:
    """Return document and sentence of all that tells of known failures."""
    told = (item for item in disclosures if item.kind == _FAILURES)
    return frozenset(
        (found.document, found.unit)
        for item in told
        for found in item.fields
        if found.passage is not None
    )


def _shown(
    item: Disclosure, kind: EvidenceKind, own: str, failures: frozenset[tuple[str, str]]
) -> _Shown:
    present = {found.field for found in item.fields}
    values = {(found.document, found.unit) for found in item.fields if found.field == "value"}
    return _Shown(
        item,
        completeness(kind, present),
        missing(kind, present),
        standing(item, own, kind),
        failure=bool(values) and values <= failures,
    )


def _judged(case: _Case, kind: EvidenceKind, required: bool) -> Judgement:
    return _countered(case, kind, _judge(case, kind, required))


def _judge(case: _Case, kind: EvidenceKind, required: bool) -> Judgement:
    back = taken_back(case.claim, case.own, case.catalogue, kind) if required else None
    if back is not None:
        return back
    mine = [
        (each, wrong_target(case.claim, case.own, each.item, case.catalogue))
        for each in _of_kind(case.disclosures, kind, case.own.path)
    ]
    measured = [each.item for each, beside in mine if not beside and not each.failure]
    against = contradicted(case.claim, case.own, measured, kind)
    if against is not None:
        return against
    named = _named(case, mine, kind)
    if named is not None:
        return named
    shown = [_of_disclosure(case, each, beside, kind) for each, beside in mine]
    if any(item.verdict.rank >= Verdict.STALE.rank for item in shown):
        return best(shown)
    found = [*shown, *traces(case.claim, case.own, case.catalogue, kind)]
    promise = promised_by(case.clauses, case.catalogue, kind)
    if promise is not None:
        found.append(promise)
    nothing = Judgement(Verdict.BARE, (), missing(kind, ()), None, "nothing of this kind was found")
    return _told(case, kind, best([*found, nothing]))


def _named(
    case: _Case, mine: Sequence[tuple[_Shown, str | None]], kind: EvidenceKind
) -> Judgement | None:
    """Return the judgement on the evidence that the vendor binds the claim to, if it is any good.

    What it names must stand up as any other evidence must; where it does not, all is looked at.
    """
    if case.binding is None:
        return None
    chosen = [
        _of_disclosure(case, each, beside, kind)
        for each, beside in mine
        if each.item in case.binding.evidence
    ]
    good = [item for item in chosen if item.verdict.rank >= Verdict.PARTLY_BACKED.rank]
    if not good:
        return None
    judged = best(good)
    return replace(judged, reason=f"{judged.reason}; named by the vendor for these words")


def _countered(case: _Case, kind: EvidenceKind, judged: Judgement) -> Judgement:
    """Return the judgement with what the vendor itself names against the claim that it binds."""
    bound = case.binding
    words = None if bound is None else counter_words(bound)
    if bound is None or words is None or kind.id not in {item.kind for item in bound.evidence}:
        return judged
    return replace(judged, reason=f"{judged.reason}; {words}")


def _told(case: _Case, kind: EvidenceKind, judged: Judgement) -> Judgement:
    """Return the judgement with the arithmetic that a buyer should know, where there is any."""
    more = None
    counted = any(item.field == "sample-size" for item in judged.found)
    if kind.id == "accuracy-evaluation" and not counted:
        more = needed(case.claim)
    elif kind.id == "scale-behaviour":
        more = compounded([unit.text for unit in study(case.own, case.catalogue).near(case.claim)])
    return judged if more is None else replace(judged, reason=f"{judged.reason}; {more}")


def _of_disclosure(case: _Case, shown: _Shown, beside: str | None, kind: EvidenceKind) -> Judgement:
    item, verdict, reason = shown.item, shown.verdict, shown.reason
    for cap, why in _faults(case, item, beside, kind):
        if lowers(cap, verdict) or (cap is Verdict.WRONG_TARGET and foreign(item)):
            verdict, reason = cap, why
    return Judgement(verdict, item.fields, shown.missing, item.provenance, reason)


def _faults(
    case: _Case, item: Disclosure, beside: str | None, kind: EvidenceKind
) -> Iterator[tuple[Verdict, str]]:
    """Yield the highest verdict that each fault of the evidence leaves, and the reason."""
    claim, own = case.claim, case.own
    faults = (
        (Verdict.WRONG_TARGET, beside),
        (Verdict.LATE, late(item, published(own))),
        (Verdict.STALE, stale(item, kind, case.today)),
        (Verdict.PROMISED, withheld(item)),
        (Verdict.PARTLY_BACKED, too_few(claim, item, kind, own)),
        (Verdict.PARTLY_BACKED, best_case(claim, item)),
    )
    yield from ((verdict, reason) for verdict, reason in faults if reason is not None)
    yield from lowered(item)


def _assessment(
    kind: EvidenceKind, required: bool, entry: CategoryEntry, judged: Judgement
) -> Assessment:
    by = str(entry.category) if entry.aspect is None else f"{entry.category}/{entry.aspect}"
    return Assessment(
        kind=kind.id,
        required=required,
        verdict=judged.verdict,
        required_by=by,
        found=tuple(item for item in judged.found if item.field not in BESIDE),
        missing=judged.missing,
        provenance=judged.provenance,
        reason=judged.reason,
    )
