"""Whether the vendor says itself that an audit, a certificate or a test does not exist."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Self

from msgspec import Struct

from claimlint.document import file_name
from claimlint.evidence.completeness import missing
from claimlint.evidence.detectors.dates import find_date
from claimlint.evidence.disclosures.absences import Absence, Assured, says_planned
from claimlint.evidence.judgement import Judgement
from claimlint.evidence.once import once_a_document
from claimlint.evidence.text.assurances import Assurance, assurances_in
from claimlint.evidence.text.plain import plain
from claimlint.finding import Claim, Disclosure
from claimlint.rulebook.entries import EvidenceKind
from claimlint.terms import Verdict

_LONGEST = 160


class Absences(Struct, frozen=True):
    """What the papers of a vendor say is not there, and of what they tell more than its name."""

    absent: tuple[Absence, ...] = ()
    held: tuple[Assurance, ...] = ()

    @classmethod
    def of(cls, assured: Sequence[Assured]) -> Self:
        """Return what several papers say together."""
        return cls(
            tuple(chain.from_iterable(each.absent for each in assured)),
            tuple(chain.from_iterable(each.held for each in assured)),
        )

    @once_a_document
    def of_kind(
        self,
        kind: EvidenceKind,
        shown: tuple[Disclosure, ...],
        today: date,
        claimed_on: date | None,
    ) -> tuple[Absence, ...]:
        """Return what would be evidence of a kind, but for what `shown` evidence of it shows.

        No paper that is older than a claim counts, nor a plan that should be carried out by now.
        """
        there = (*self.held, *_shown(shown)) if self.absent else ()
        return tuple(
            each
            for each in self.absent
            if kind.id in each.assurance.kinds
            and not any(map(each.assurance.agrees, there))
            and not _overtaken(each, today, claimed_on)
        )


def _shown(shown: Sequence[Disclosure]) -> Iterator[Assurance]:
    for item in shown:
        for found in item.fields:
            yield from (named.assurance for named in assurances_in(found.unit))


def denied(claim: Claim, absences: Sequence[Absence], kind: EvidenceKind) -> Judgement | None:
    """Return the judgement that the papers say that what a claim names is not there, or None."""
    if not absences:
        return None
    said = plain(claim.whole).text
    if says_planned(said):
        return None
    named = [each.assurance for each in assurances_in(said)]
    for each in absences:
        here = each.found.passage == claim.passage and each.found.text in claim.whole
        if not here and any(map(each.assurance.agrees, named)):
            reason = f"the claim names {each.assurance.words}, and {_said(each)}"
            return Judgement(Verdict.CONTRADICTED, (each.found,), missing(kind, ()), None, reason)
    return None


def unproven(judged: Judgement, absences: Sequence[Absence], kind: EvidenceKind) -> Judgement:
    """Return the judgement on what is missing or only named, or what the vendor says of it.

    What is only named and planned is promised, and what is not there is missing. That nobody else
    tested it says nothing of the vendor's own tests.
    """
    if not absences or judged.verdict not in (Verdict.BARE, Verdict.ASSERTED):
        return judged
    named = [
        each.assurance
        for found in judged.found
        for each in assurances_in(found.unit)
        if kind.id in each.assurance.kinds
    ]
    told = [
        each
        for each in absences
        if (any(map(each.assurance.agrees, named)) if named else each.assurance.proves(kind.id))
    ]
    there = [each for each in named if not any(each.agrees(other.assurance) for other in told)]
    if not told or there:
        return judged
    planned = next((each for each in told if each.to_come), None)
    words = planned or told[0]
    verdict = Verdict.BARE if planned is None else Verdict.PROMISED
    return Judgement(verdict, (words.found,), missing(kind, ()), None, _said(words))


def _overtaken(each: Absence, today: date, claimed_on: date | None) -> bool:
    """Tell whether an audit may have been made since a paper said that it was not."""
    days = [hit.value for hit in find_date(each.found.unit) if hit.value]
    planned = each.to_come and days and max(days) < today.isoformat()
    older = claimed_on is not None and each.day is not None and each.day < claimed_on.isoformat()
    return bool(planned or older)


def _said(each: Absence) -> str:
    said = " ".join(each.found.unit.split())
    said = said if len(said) <= _LONGEST else said[:_LONGEST].rsplit(" ", 1)[0] + " …"
    place = f"{file_name(each.found.document)}, {each.found.location.label}"
    return f'there is none{" yet" if each.to_come else ""}: "{said}" ({place})'
