"""The evidence of one kind that is at hand for the claims of a document, weighed for each scope."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from claimlint.document import Document
from claimlint.evidence.completeness import completeness, missing
from claimlint.evidence.judgement import Judgement, best_of, lowered, lowers, standing, withheld
from claimlint.evidence.judging.figures.comparisons import best_case
from claimlint.evidence.judging.figures.subjects import (
    beside_the_point,
    of_a_row,
    told_after,
    unspoken_part,
)
from claimlint.evidence.judging.figures.too_few import Sample, hours_down, sample_of, too_few
from claimlint.evidence.judging.weighing.age import ahead, as_of, late, published, stale
from claimlint.evidence.judging.weighing.claim_scope import ClaimScope, scope_of
from claimlint.evidence.judging.weighing.tasks import part_of_tasks
from claimlint.evidence.judging.weighing.wrong_target import besides, wrong_target
from claimlint.evidence.matching.searched_text import SearchedText
from claimlint.evidence.matching.wordlists import word_lists
from claimlint.evidence.once import once_a_document
from claimlint.evidence.text.assurances import schemes_in
from claimlint.finding import Claim, Disclosure
from claimlint.rulebook.entries import Catalogue, EvidenceKind
from claimlint.terms import ACCURACY, BOUNDARY, FAILURES, OUTCOMES, Verdict

_OF_A_VERSION = frozenset(
    {
        ACCURACY,
        BOUNDARY,
        OUTCOMES,
        "fairness-audit",
        "human-baseline",
        "robustness-evaluation",
        "scale-behaviour",
    }
)
"""Kinds that measure the product as it was: a later version may reach what an old one did not."""


class _Shown(Struct, frozen=True):
    """A disclosure with what it is worth whatever is claimed.

    `failure` tells whether all that it measures is how often a known failure happens, `outdated`
    whether its results were out of date when the claim was published. `faults` are those that it
    has by its date and by who may see it, each with the highest verdict it leaves. `down` says what
    an uptime below 100 % leaves.
    """

    item: Disclosure
    verdict: Verdict
    missing: tuple[str, ...]
    reason: str
    failure: bool
    outdated: bool
    faults: tuple[tuple[Verdict, str], ...]
    sample: Sample | None
    down: str | None


class Weighed(Struct, frozen=True):
    """What evidence is worth to claims of one scope: the best judgement, None where there is none.

    `measured` speaks of what they speak of, and of more than how often a known failure happens; of
    such evidence `outdated` is what was measured too long before the claim to speak against it.
    """

    best: Judgement | None = None
    measured: tuple[Disclosure, ...] = ()
    outdated: tuple[Disclosure, ...] = ()


class Weigher:
    """The disclosures of one kind, `items`, weighed once for all claims of one scope."""

    def __init__(
        self,
        disclosures: tuple[Disclosure, ...],
        kind: EvidenceKind,
        own: Document,
        catalogue: Catalogue,
        today: date,
    ) -> None:
        failures = _failures(disclosures)
        mine = (as_of(item, today) for item in disclosures if item.kind == kind.id)
        self._shown = tuple(_shown(item, kind, own, failures, today) for item in mine)
        self.items = tuple(each.item for each in self._shown)
        self._kind = kind
        self._own = own
        self._catalogue = catalogue
        self._versioned = {
            each.item.product for each in self._shown if each.item.version is not None
        }
        self._in_parts = any(of_a_row(each.item) for each in self._shown)
        self._weighed: dict[ClaimScope, Weighed] = {}

    def weighed(self, claim: Claim) -> Weighed:
        """Return what the evidence is worth to a claim."""
        if not self._shown:
            return Weighed()
        scope = self._scope(claim)
        found = self._weighed.get(scope)
        if found is None:
            found = self._weighed[scope] = self._weigh(scope)
        return found

    def judged(self, claim: Claim, chosen: Sequence[Disclosure]) -> list[Judgement]:
        """Return the judgements on those of the disclosures that are `chosen`."""
        scope = self._scope(claim)
        mine = (each for each in self._shown if each.item in chosen)
        return [self._judged(each, scope, self._beside(each, scope)) for each in mine]

    def _scope(self, claim: Claim) -> ClaimScope:
        return scope_of(
            claim, self._kind.id, self._versioned, self._catalogue, in_parts=self._in_parts
        )

    def _beside(self, shown: _Shown, scope: ClaimScope) -> str | None:
        return wrong_target(scope, self._own, shown.item, self._catalogue)

    def _weigh(self, scope: ClaimScope) -> Weighed:
        aside = beside_the_point(scope.said, (each.item for each in self._shown))
        mine = [(each, self._beside(each, scope)) for each in self._shown if each.item not in aside]
        fullest = sorted(mine, key=lambda one: -len(one[0].item.fields))
        newest = sorted(fullest, key=lambda one: one[0].item.date or "", reverse=True)
        in_turn = sorted(newest, key=lambda one: told_after(scope.said, one[0].item))
        judged = [self._judged(each, scope, beside) for each, beside in in_turn]
        to_the_point = [each for each, beside in mine if not beside and not each.failure]
        return Weighed(
            best_of(judged, self._kind),
            tuple(each.item for each in to_the_point if not each.outdated),
            tuple(each.item for each in to_the_point if each.outdated),
        )

    def _judged(self, shown: _Shown, scope: ClaimScope, beside: str | None) -> Judgement:
        item, verdict, reason = shown.item, shown.verdict, shown.reason
        for cap, why in _faults(shown, scope, beside, self._catalogue):
            if lowers(cap, verdict) or (cap is Verdict.WRONG_TARGET and besides(item)):
                verdict, reason = cap, why
        return Judgement(verdict, item.fields, shown.missing, item.provenance, reason)


def _faults(
    shown: _Shown, scope: ClaimScope, beside: str | None, catalogue: Catalogue
) -> Iterator[tuple[Verdict, str]]:
    """Yield the highest verdict that each fault of the evidence leaves, and the reason."""
    item = shown.item
    yield from _present((Verdict.WRONG_TARGET, beside))
    yield from shown.faults
    yield from _present(
        (Verdict.PARTLY_BACKED, too_few(scope.rate, shown.sample)),
        (Verdict.PARTLY_BACKED, best_case(scope.most, item)),
        (Verdict.PARTLY_BACKED, _no_series(scope, item)),
        (Verdict.PARTLY_BACKED, _of_a_part(scope, item)),
        (Verdict.PARTLY_BACKED, part_of_tasks(scope.tasks, item, catalogue)),
        (Verdict.PARTLY_BACKED, shown.down if scope.always else None),
        _other_schemes(scope, item, catalogue),
    )
    yield from lowered(item)


def _present(*faults: tuple[Verdict, str | None]) -> Iterator[tuple[Verdict, str]]:
    """Return those that have a reason."""
    return ((verdict, reason) for verdict, reason in faults if reason is not None)


def _other_schemes(
    scope: ClaimScope, item: Disclosure, catalogue: Catalogue
) -> tuple[Verdict, str | None]:
    """Return what remains of an audit by one scheme for a claim that names another."""
    if not scope.schemes:
        return Verdict.BACKED, None
    named = {found.unit for found in item.fields if found.field == "scheme"}
    planned = word_lists(catalogue).not_yet_held
    held = (unit for unit in named if not planned.any(SearchedText(unit)))
    shown = frozenset().union(*map(schemes_in, held))
    lacking = scope.schemes - shown
    if not shown or not lacking:
        return Verdict.BACKED, None
    verdict = Verdict.PARTLY_BACKED if scope.schemes & shown else Verdict.WRONG_TARGET
    return verdict, f"about {_listed(shown)}, the claim names {_listed(lacking)} as well"


def _listed(names: frozenset[str]) -> str:
    return " and ".join(sorted(names))


def _of_a_part(scope: ClaimScope, item: Disclosure) -> str | None:
    """Return why evidence shows a part of what a claim speaks of, beside a figure for all."""
    part = unspoken_part(scope.said, item)
    return (
        None if part is None else f'measured on "{part}" alone; the same table has a figure for all'
    )


def _no_series(scope: ClaimScope, item: Disclosure) -> str | None:
    """Return why evidence does not show that a system gets better, or None."""
    if not scope.betters or any(found.field == "dated-scores" for found in item.fields):
        return None
    return "no series of dated scores on one test set shows that it gets better"


@once_a_document
def weigher(
    disclosures: tuple[Disclosure, ...],
    kind: EvidenceKind,
    own: Document,
    catalogue: Catalogue,
    today: date,
) -> Weigher:
    """Return the weigher of the disclosures of one kind, made once for all claims of a document."""
    return Weigher(disclosures, kind, own, catalogue, today)


@once_a_document
def _failures(disclosures: tuple[Disclosure, ...]) -> frozenset[tuple[str, str]]:
    """Return document and sentence of all that tells of known failures."""
    told = (item for item in disclosures if item.kind == FAILURES)
    return frozenset(
        (found.document, found.unit)
        for item in told
        for found in item.fields
        if found.passage is not None
    )


def _shown(
    item: Disclosure,
    kind: EvidenceKind,
    own: Document,
    failures: frozenset[tuple[str, str]],
    today: date,
) -> _Shown:
    present = {found.field for found in item.fields}
    values = {(found.document, found.unit) for found in item.fields if found.field == "value"}
    day = published(own)
    claimed_on = today if day is None else min(day, today)
    faults = _present(
        (Verdict.LATE, ahead(item, today) or late(item, day)),
        (Verdict.STALE, stale(item, kind, today)),
        (Verdict.PROMISED, withheld(item)),
    )
    return _Shown(
        item,
        completeness(kind, present),
        missing(kind, present),
        standing(item, own.path, kind),
        failure=bool(values) and values <= failures,
        outdated=kind.id in _OF_A_VERSION and stale(item, kind, claimed_on) is not None,
        faults=tuple(faults),
        sample=sample_of(item, own, kind),
        down=hours_down(item, own, kind),
    )
