"""What contradicts a claim: its own footnote, a lower figure, people at work, audits to come."""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.document import Document
from claimlint.evidence.completeness import missing
from claimlint.evidence.judgement import Judgement
from claimlint.evidence.judging.contradicting.admissions import admitted
from claimlint.evidence.judging.contradicting.audit_type import of_one_day
from claimlint.evidence.judging.contradicting.involvement import people_after_all
from claimlint.evidence.judging.contradicting.reversals import reversed_by
from claimlint.evidence.judging.contradicting.too_low import below_claim
from claimlint.evidence.judging.contradicting.training_use import trains_after_all
from claimlint.evidence.judging.figures.comparisons import below_figures
from claimlint.finding import Claim, Disclosure
from claimlint.rulebook.entries import Catalogue, EvidenceKind
from claimlint.terms import Verdict


def taken_back(
    claim: Claim, own: Document, catalogue: Catalogue, kind: EvidenceKind
) -> Judgement | None:
    """Return the judgement that the claim's own footnote takes it back, or None."""
    found = reversed_by(claim, own, catalogue)
    if found is None:
        return None
    reason = f'the note to the claim takes it back: "{found.sentence}" {found.says}'
    return Judgement(Verdict.CONTRADICTED, (found.words,), missing(kind, ()), None, reason)


def contradicted(
    claim: Claim,
    own: Document,
    shown: Sequence[Disclosure],
    kind: EvidenceKind,
    lesser: Sequence[Judgement] = (),
) -> Judgement | None:
    """Return the judgement that evidence of a kind contradicts the claim, or None.

    `shown` is evidence of that kind which speaks of what the claim speaks of, `lesser` what papers
    begin to show of it or only name: no evidence for the claim, and it can speak against it.
    """
    told = (
        *((item.fields, item.provenance) for item in shown),
        *((judged.found, judged.provenance) for judged in lesser),
    )
    return (
        below_claim(claim, own, shown, kind)
        or below_figures(claim, shown, kind.id)
        or admitted(claim, shown, kind.id)
        or of_one_day(claim, shown, kind.id)
        or trains_after_all(claim, told, kind.id)
        or people_after_all(claim, own, shown, kind.id)
    )
