"""Says for one claim how far the evidence at hand backs it, kind by kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from claimlint.document import Document
from claimlint.evidence.completeness import missing
from claimlint.evidence.disclosures.searched_document import searched
from claimlint.evidence.disclosures.short_of_evidence import only_named, without_kernel
from claimlint.evidence.dossier.bindings import Bound, binding_of, counter_words
from claimlint.evidence.judgement import Judgement, best, nothing_found
from claimlint.evidence.judging.contradicting.absent import Absences, denied, unproven
from claimlint.evidence.judging.contradicting.contradictions import contradicted, taken_back
from claimlint.evidence.judging.figures.per_step import compounded
from claimlint.evidence.judging.figures.rates import RATES
from claimlint.evidence.judging.figures.too_few import needed
from claimlint.evidence.judging.promises import promised_by
from claimlint.evidence.judging.weighing.age import published
from claimlint.evidence.judging.weighing.weigher import Weigher, weigher
from claimlint.finding import Assessment, Claim, Clause, Disclosure, FieldFound
from claimlint.rulebook.entries import Catalogue, CategoryEntry, EvidenceKind
from claimlint.terms import ACCURACY, AVAILABILITY, SAMPLE_SIZE, Verdict


class AtHand(Struct, frozen=True):
    """What may serve the claims of a document.

    `disclosures` are all of its matter: its own, those of the vendor's other papers and of its
    dossier. `clauses` of the matter's contracts can lift a missing kind to promised, never higher.
    `bindings` are claims that the vendor binds to evidence of its own: that evidence is looked at
    first. `begun` is by kind what each paper of the matter begins to show of the product and does
    not finish, `named` what it only names or promises. `absences` are audits and tests that they
    say do not exist.
    """

    disclosures: tuple[Disclosure, ...] = ()
    clauses: tuple[Clause, ...] = ()
    bindings: tuple[Bound, ...] = ()
    begun: Mapping[str, Sequence[Judgement]] = {}
    named: Mapping[str, Sequence[Judgement]] = {}
    absences: Absences = Absences()


def assess(
    claim: Claim,
    own: Document,
    at_hand: AtHand,
    catalogue: Catalogue,
    *,
    today: date,
    needs: Sequence[str] | None = None,
) -> tuple[Assessment, ...]:
    """Return the verdict on each required, then each recommended kind of evidence for a claim.

    `own` is the document of the claim. `needs` are the required kinds where the claim's rule
    differs from its category. `today` decides what is out of date.
    """
    entry, *further = _entries(claim, catalogue)
    required = dict.fromkeys(needs if needs is not None else entry.required, entry)
    for other in further:
        required |= {name: other for name in other.required if name not in required}
    others = tuple(name for name in entry.recommended if name not in required)
    asked = _Asked(claim, own, at_hand, catalogue, today, binding_of(claim, at_hand.bindings))
    return tuple(
        _with_counter_evidence(asked, kind, _judge(asked, kind, kind.id in required)).assessed(
            kind, required=kind.id in required, by=_by(required.get(kind.id, entry))
        )
        for kind in (catalogue.kind(name) for name in (*required, *others))
    )


def _entries(claim: Claim, catalogue: Catalogue) -> tuple[CategoryEntry, ...]:
    """Return the entry of the claim, then those of the other aspects that its marks speak of."""
    aspects = (claim.aspect, *claim.other_aspects)
    return tuple(catalogue.category(claim.category, aspect) for aspect in aspects)


class _Asked(Struct, frozen=True):
    claim: Claim
    own: Document
    at_hand: AtHand
    catalogue: Catalogue
    today: date
    binding: Bound | None


def _judge(asked: _Asked, kind: EvidenceKind, required: bool) -> Judgement:
    back = taken_back(asked.claim, asked.own, asked.catalogue, kind) if required else None
    if back is not None:
        return back
    weighs = weigher(asked.at_hand.disclosures, kind, asked.own, asked.catalogue, asked.today)
    weighed = weighs.weighed(asked.claim)
    lesser = (*asked.at_hand.begun.get(kind.id, ()), *asked.at_hand.named.get(kind.id, ()))
    against = contradicted(asked.claim, asked.own, weighed.measured, kind, lesser)
    if against is not None:
        return against
    day = published(asked.own)
    absences = asked.at_hand.absences.of_kind(kind, weighs.items, asked.today, day)
    against = denied(asked.claim, absences, kind)
    if against is not None:
        return against
    named = _by_binding(asked, weighs)
    if named is not None:
        return named
    if weighed.best is not None and weighed.best.verdict.rank >= Verdict.STALE.rank:
        return _with_past(asked, kind, weighed.best, weighed.outdated)
    promise = promised_by(asked.at_hand.clauses, asked.catalogue, kind)
    less = only_named(asked.claim, asked.own, asked.catalogue, kind)
    found = [each for each in (weighed.best, *less, promise) if each is not None]
    if all(each.verdict is Verdict.BARE for each in found):
        found.extend((*_incomplete(asked, kind), nothing_found(kind)))
    judged = best(found)
    if judged is not weighed.best and judged.verdict in (Verdict.ASSERTED, Verdict.PROMISED):
        judged = _with_fields(judged, tuple(_incomplete(asked, kind)), kind)
    return _with_arithmetic(asked, kind, unproven(judged, absences, kind))


def _with_past(
    asked: _Asked, kind: EvidenceKind, judged: Judgement, outdated: Sequence[Disclosure]
) -> Judgement:
    """Return the judgement, of what is out of date with how it contradicted the claim then."""
    if judged.verdict is not Verdict.STALE:
        return judged
    against = contradicted(asked.claim, asked.own, outdated, kind)
    return (
        judged
        if against is None
        else replace(judged, reason=f"{judged.reason}; then {against.reason}")
    )


def _incomplete(asked: _Asked, kind: EvidenceKind) -> Iterator[Judgement]:
    """Yield judgements on what shows some fields of a kind and lacks its kernel."""
    told = asked.at_hand.begun.get(kind.id, ())
    yield from (each for each in (_beside(item, asked.claim, kind) for item in told) if each.found)
    yield from without_kernel(asked.claim, asked.own, asked.catalogue, kind)


def _beside(told: Judgement, claim: Claim, kind: EvidenceKind) -> Judgement:
    """Return a judgement without what the sentence of a claim fills, where that holds no figure."""
    if any(map(str.isdigit, claim.unit)):
        return told
    kept = tuple(found for found in told.found if found.unit != claim.unit)
    return replace(told, found=kept, missing=missing(kind, {found.field for found in kept}))


def _with_fields(judged: Judgement, parts: Sequence[Judgement], kind: EvidenceKind) -> Judgement:
    """Return the judgement on evidence that is only named or promised with what the papers show."""
    if not parts:
        return judged
    shown = best(parts)
    told = {found.field for found in judged.found}
    more = tuple(each for each in shown.found if each.field not in told and _stands(judged, each))
    fields = {found.field for found in more}
    lacking = tuple(name for name in judged.missing if name not in fields)
    vital = any(entry.id in fields for entry in kind.kernel)
    reason = shown.reason if vital and judged.verdict is Verdict.ASSERTED else judged.reason
    return replace(judged, found=(*judged.found, *more), missing=lacking, reason=reason)


def _stands(judged: Judgement, found: FieldFound) -> bool:
    """Tell whether a field is shown although more is only promised.

    What the paragraph of the promise says of it is promised too, and so is a target of uptime.
    """
    if judged.verdict is not Verdict.PROMISED:
        return True
    return found.field != RATES[AVAILABILITY] and not any(
        (each.document, each.passage) == (found.document, found.passage) for each in judged.found
    )


def _by_binding(asked: _Asked, weighs: Weigher) -> Judgement | None:
    """Return the judgement on the evidence that the vendor binds the claim to, if it is any good.

    What it names must stand up as any other evidence must; where it does not, all is looked at.
    """
    if asked.binding is None:
        return None
    chosen = weighs.judged(asked.claim, asked.binding.evidence)
    good = [item for item in chosen if item.verdict.rank >= Verdict.PARTLY_BACKED.rank]
    if not good:
        return None
    judged = best(good)
    return replace(judged, reason=f"{judged.reason}; named by the vendor for these words")


def _with_counter_evidence(asked: _Asked, kind: EvidenceKind, judged: Judgement) -> Judgement:
    """Return the judgement with what the vendor itself names against the claim that it binds."""
    bound = asked.binding
    words = None if bound is None else counter_words(bound)
    if bound is None or words is None or kind.id not in {item.kind for item in bound.evidence}:
        return judged
    return replace(judged, reason=f"{judged.reason}; {words}")


def _with_arithmetic(asked: _Asked, kind: EvidenceKind, judged: Judgement) -> Judgement:
    """Return the judgement with the arithmetic that a buyer should know, where there is any."""
    more = None
    counted = any(item.field == SAMPLE_SIZE for item in judged.found)
    if kind.id == ACCURACY and not counted:
        more = needed(asked.claim)
    elif kind.id == "scale-behaviour":
        more = compounded(
            [unit.text for unit in searched(asked.own, asked.catalogue).near(asked.claim)]
        )
    return (
        judged if more is None else replace(judged, reason=f"{judged.reason.rstrip('.')}; {more}")
    )


def _by(entry: CategoryEntry) -> str:
    return str(entry.category) if entry.aspect is None else f"{entry.category}/{entry.aspect}"
