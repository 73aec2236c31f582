"""How strong a claim is (hedged, plain or strong), and the words that decide it."""

from __future__ import annotations

from claimlint.detect.context.scene import CLAUSE_ENDS
from claimlint.detect.cues import Cues, Span, words_of
from claimlint.rulebook.reading_form import Token
from claimlint.terms import Strength

_REACH = 6


def strength(row: tuple[Token, ...], span: Span, cues: Cues) -> tuple[Strength, str]:
    """Return the strength of the claim at `span`, and the hedge or intensifier that decided.

    A hedge counts within the clause up to six tokens before the claim, or inside it; one of an
    amount ("up to 60 %") and an intensifier inside the claim or right before it; an announcement in
    its sentence, also behind a colon ("Coming in 2027: …"). A hedge wins ("up to 100 %"), save over
    words of guarantee. Source: docs/claims.md, "Still a claim".
    """
    for cue in cues.find("hedges", row):
        if _near(row, cue, span, _REACH):
            return Strength.HEDGED, words_of(row, cue)
    for cue in cues.find("amount-hedges", row):
        if cue[0] < span[1] and cue[1] >= span[0]:
            return Strength.HEDGED, words_of(row, cue)
    for cue in cues.find("announcements", row):
        if cue[1] <= span[0] and not any(token.form in ".;!?" for token in row[cue[1] : span[0]]):
            return Strength.HEDGED, words_of(row, cue)
    for cue in cues.find("intensifiers", row):
        if _near(row, cue, span, 1):
            return Strength.STRONG, words_of(row, cue)
    return Strength.PLAIN, ""


def _near(row: tuple[Token, ...], cue: Span, span: Span, reach: int) -> bool:
    if cue[0] >= span[0]:
        return cue[1] <= span[1]
    between = row[cue[1] : span[0]]
    return len(between) <= reach and not any(token.form in CLAUSE_ENDS for token in between)
