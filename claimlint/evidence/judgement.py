"""The verdict on one piece of evidence, before the best of all is taken."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from claimlint.document import file_name
from claimlint.evidence.completeness import completeness, missing
from claimlint.evidence.text.footnotes import signs_of
from claimlint.finding import Assessment, Disclosure, FieldFound
from claimlint.rulebook.entries import EvidenceKind
from claimlint.terms import Verdict

BESIDE = frozenset(
    {
        "current-version",
        "expires",
        "figure",
        "impact-ratio",
        "part",
        "people-value",
        "slice",
        "stakes",
    }
)
"""What stands beside the fields of a disclosure for comparison and fills none of them."""

_FIGURES = ("value", "uptime", "rate")
NOTHING = "nothing of this kind was found"
_TOLD_FIRST = (Verdict.WRONG_TARGET, Verdict.LATE, Verdict.STALE)


class Judgement(Struct, frozen=True):
    """A verdict with the fields found and missing, the provenance, and a reason for people."""

    verdict: Verdict
    found: tuple[FieldFound, ...]
    missing: tuple[str, ...]
    provenance: str | None
    reason: str

    def assessed(
        self, kind: EvidenceKind, *, required: bool, by: str, beside: Collection[str] = BESIDE
    ) -> Assessment:
        """Return the judgement as the report tells it, without what only stands `beside` fields."""
        return Assessment(
            kind=kind.id,
            required=required,
            verdict=self.verdict,
            required_by=by,
            found=measured(tuple(item for item in self.found if item.field not in beside)),
            missing=self.missing,
            provenance=self.provenance,
            reason=self.reason,
        )


def measured(fields: tuple[FieldFound, ...]) -> tuple[FieldFound, ...]:
    """Return the fields without a figure that leads to a note, where another was measured."""
    figures = [found for found in fields if found.field in _FIGURES]
    claimed = [found for found in figures if signs_of(found.unit)]
    told = {found.field for found in figures if found not in claimed}
    return tuple(each for each in fields if each not in claimed or each.field not in told)


def nothing_found(kind: EvidenceKind) -> Judgement:
    """Return the judgement on a kind of which nothing was found."""
    return Judgement(Verdict.BARE, (), missing(kind, ()), None, NOTHING)


def lowers(cap: Verdict, verdict: Verdict) -> bool:
    """Tell whether a fault that leaves `cap` at most decides, where the fields earn `verdict`.

    Of evidence that is only asserted it is more useful to say that it is foreign, late or stale.
    """
    return cap.rank <= verdict.rank or (verdict is Verdict.ASSERTED and cap in _TOLD_FIRST)


def standing(item: Disclosure, own: str, kind: EvidenceKind) -> str:
    """Return how much of what a kind must show stands in evidence, and where, in words."""
    silent = next((found for found in item.fields if found.field == "not-disclosed"), None)
    if silent is not None:
        return f"the vendor says that it does not disclose it: {silent.text}"
    where = "the dossier" if item.from_dossier else "this document"
    if item.document != own and not item.from_dossier:
        where = file_name(item.document)
    lacking = missing(kind, {found.field for found in item.fields})
    vital = [entry.id for entry in kind.kernel if entry.id in lacking]
    shown = "some fields are shown" if lacking else "every field is shown"
    without = f"; without {', '.join(vital)} nothing can be judged" if vital else ""
    return f"{shown} in {where}, {item.location.label}{without}"


def withheld(item: Disclosure) -> str | None:
    """Return why evidence that exists is promised only: it is shown under conditions."""
    for found in item.fields:
        if found.field == "access" and found.value in ("nda", "on-request"):
            return "it can be had on request or under NDA only; ask for it before you sign"
    return None


def lowered(item: Disclosure) -> Iterator[tuple[Verdict, str]]:
    """Yield the highest verdict that words beside the evidence leave, or a day that is lacking."""
    if item.from_dossier and item.date is None:
        yield Verdict.PARTLY_BACKED, "without its date nobody can tell whether it is out of date"
    for found in item.fields:
        if found.field == "caveat" and found.value != Verdict.WRONG_TARGET:
            verdict = Verdict(found.value or Verdict.ASSERTED)
            promise = verdict is Verdict.PROMISED
            why = "promises it and does not show it" if promise else "lowers what it shows"
            yield verdict, f'"{found.text}" {why}'


def only_promised(item: Disclosure) -> bool:
    """Tell whether words beside the evidence say that it is yet to come or owed, and not shown."""
    return any(cap is Verdict.PROMISED for cap, _ in lowered(item))


def best(judgements: Sequence[Judgement]) -> Judgement:
    """Return the best judgement; among equal verdicts the one with most fields, then the first."""
    return max(
        judgements, key=lambda item: (item.verdict.rank, -len(item.missing), len(item.found))
    )


def best_of(judgements: Sequence[Judgement], kind: EvidenceKind) -> Judgement:
    """Return the best of judgements on evidence of a kind, among equals the first.

    Evidence that is only asserted and foreign, late or stale besides is no better than such that is
    asserted and nothing else: it goes first where there is no other.
    """
    plain = any(item.verdict is Verdict.ASSERTED for item in judgements)
    kept = [item for item in judgements if not (plain and _told_first(item, kind))]
    return max(kept, key=lambda item: (item.verdict.rank, -len(item.missing)))


def _told_first(judged: Judgement, kind: EvidenceKind) -> bool:
    earned = completeness(kind, {found.field for found in judged.found})
    return judged.verdict in _TOLD_FIRST and earned is Verdict.ASSERTED
