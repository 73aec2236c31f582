"""What falls short of evidence near a claim: stray fields, a test or badge that is only named.

Looked for in the unit of the claim, its footnotes, its section and the units around it; papers that
are promised ("available on request") in the whole document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimlint.document import Document
from claimlint.evidence.completeness import missing
from claimlint.evidence.cues import Cues, compile_cues
from claimlint.evidence.disclosures import Study, found_at, study
from claimlint.evidence.drafts import Draft
from claimlint.evidence.judgement import Judgement
from claimlint.evidence.lenses import FieldHit, Lens, lenses
from claimlint.evidence.unit import Unit
from claimlint.finding import Claim
from claimlint.rulebook.entries import Catalogue, EvidenceKind
from claimlint.terms import Verdict

_REACH = 5


def traces(
    claim: Claim, own: Document, catalogue: Catalogue, kind: EvidenceKind
) -> Iterator[Judgement]:
    """Yield judgements on what is less than evidence of one kind."""
    whole = study(own, catalogue)
    home = whole.unit_at(claim.passage, claim.offset)
    if home is None:
        return
    lens = next(item for item in lenses(catalogue) if item.kind.id == kind.id)
    near = near_units(whole, home)
    yield from _stray(lens, whole, own, near)
    words = dict(catalogue.words)
    promise = compile_cues(words.get("promise", ()), words)
    yield from _named(lens, whole, own, near, promise)
    yield from _promised(lens, whole, own, promise)


def around(claim: Claim, own: Document, catalogue: Catalogue) -> tuple[Unit, ...]:
    """Return the units in which a claim's evidence is looked for first; see `near_units`."""
    whole = study(own, catalogue)
    home = whole.unit_at(claim.passage, claim.offset)
    return () if home is None else near_units(whole, home)


def near_units(whole: Study, home: Unit) -> tuple[Unit, ...]:
    """Return the unit of a claim, its footnotes, and the units around it in its section."""
    notes = {place for mark in whole.marks if mark.passage == home.passage for place in mark.notes}
    return tuple(
        unit
        for unit in whole.units
        if unit.passage in notes
        or unit.index == home.index
        or (unit.section == home.section and abs(unit.index - home.index) <= _REACH)
    )


def _stray(lens: Lens, whole: Study, own: Document, near: Sequence[Unit]) -> Iterator[Judgement]:
    close = {unit.index for unit in near}
    for draft in whole.drafts:
        if draft.lens.kind.id != lens.kind.id or draft.whole:
            continue
        if any(unit.index in close for unit in draft.anchors):
            yield _bare(lens, draft, own)


def _bare(lens: Lens, draft: Draft, own: Document) -> Judgement:
    found = tuple(found_at(hit, own) for hit in draft.hits)
    lacking = missing(lens.kind, draft.filled)
    names = ", ".join(entry.id for entry in lens.kind.kernel if entry.id in lacking)
    return Judgement(Verdict.BARE, found, lacking, None, f"without {names} nothing can be judged")


def _named(
    lens: Lens, whole: Study, own: Document, near: Sequence[Unit], promise: Cues
) -> Iterator[Judgement]:
    for unit in near:
        for reject, cues in lens.rejects:
            hit = next(cues.find(whole.sights[unit.index]), None)
            if hit is None or reject.verdict is Verdict.BARE:
                continue
            if reject.verdict is Verdict.ASSERTED and promise.any(whole.sights[unit.index]):
                continue
            words = found_at(FieldHit("named", unit, hit.start, hit.end), own)
            yield Judgement(reject.verdict, (words,), missing(lens.kind, ()), None, reject.because)


def _promised(lens: Lens, whole: Study, own: Document, promise: Cues) -> Iterator[Judgement]:
    papers = [cues for reject, cues in lens.rejects if reject.verdict is Verdict.ASSERTED]
    for unit in whole.units:
        seen = whole.sights[unit.index]
        hit = next(promise.find(seen), None)
        if hit is None:
            continue
        if lens.headed(unit) or any(cues.any(seen) for cues in papers):
            found = found_at(FieldHit("promise", unit, hit.start, hit.end), own)
            reason = "it is promised and not shown; ask for it before you sign"
            yield Judgement(Verdict.PROMISED, (found,), missing(lens.kind, ()), None, reason)
