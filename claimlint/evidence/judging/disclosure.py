"""What a disclosure is worth by itself, whatever is claimed; loaded where there is one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from claimlint.evidence.completeness import completeness, missing
from claimlint.evidence.judgement import Judgement, lowered, lowers, standing, withheld
from claimlint.evidence.judging.figures.subjects import unspoken_part
from claimlint.evidence.judging.weighing.age import ahead, day_of, expiry, months_later, stale
from claimlint.evidence.judging.weighing.wrong_target import agree, besides
from claimlint.finding import Disclosure
from claimlint.rulebook.entries import Catalogue, EvidenceKind
from claimlint.terms import Verdict
from claimlint.values.statement import Statement


def judged_alone(
    item: Disclosure, kind: EvidenceKind, heads: Sequence[Statement], today: date, own: str
) -> Judgement:
    """Return the judgement on a disclosure; `own` is the only paper, if there is one."""
    present = {found.field for found in item.fields}
    verdict = completeness(kind, present)
    reason = standing(item, own, kind)
    for cap, why in _faults(item, kind, heads, today):
        if lowers(cap, verdict):
            verdict, reason = cap, why
    return Judgement(verdict, item.fields, missing(kind, present), item.provenance, reason)


def _faults(
    item: Disclosure, kind: EvidenceKind, heads: Sequence[Statement], today: date
) -> Iterator[tuple[Verdict, str]]:
    faults = (
        (Verdict.WRONG_TARGET, besides(item) or _other_version(item, heads)),
        (Verdict.LATE, ahead(item, today)),
        (Verdict.STALE, stale(item, kind, today)),
        (Verdict.PROMISED, withheld(item)),
        (Verdict.PARTLY_BACKED, _of_a_part(item)),
    )
    yield from ((verdict, reason) for verdict, reason in faults if reason is not None)
    yield from lowered(item)


def _of_a_part(item: Disclosure) -> str | None:
    part = unspoken_part("", item)
    return None if part is None else f'measured on "{part}" alone'


def _other_version(item: Disclosure, heads: Sequence[Statement]) -> str | None:
    """Return why evidence is about another version than the dossier of the matter names."""
    current = heads[0] if len(heads) == 1 else None
    if current is None or item.version is None or agree(item.version, current.version):
        return None
    return f"about version {item.version}, the product is at {current.version}"


def valid_until(chosen: Sequence[Disclosure], catalogue: Catalogue) -> str | None:
    """Return the day on which the first of the chosen disclosures goes stale, None if none says."""
    days = []
    for item in chosen:
        made = day_of(item.date)
        if made is None:
            continue
        usual, said = months_later(made, catalogue.kind(item.kind).shelf_life), expiry(item)
        days.append(usual if said is None else min(usual, said))
    return min(days).isoformat() if days else None
