"""Tells what kind of paper a document is: by the signs of `rules/kinds.yaml`, and by its claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from claimlint.detect.context.scene import UNSOLD
from claimlint.detect.cues import Cues, Row, words_of
from claimlint.detect.detected import Detected
from claimlint.detect.paper.survey import Survey
from claimlint.detect.paper.title_and_shapes import is_called
from claimlint.finding import Claim, LetGo
from claimlint.rulebook.model import Count, Rules, Sign
from claimlint.rulebook.reading_form import tokens
from claimlint.terms import Confidence, DocumentKind

SELLS = Sign(id="sells", kind=DocumentKind.MARKETING, says="Nothing shows that it does not sell.")
_LEAST_WORDS = 250
"""Fewer words are taken for so many: a single word says little of a short paper."""
_REPEATS = 2
_WORDS_A_REPEAT = 400
"""A phrase counts so often at most, in a long paper once in so many words: one that is on every
line says no more than that."""
_FEW = 5
_VERY_FEW = 3
_HALF = 0.5
"""So many units must hold a claim that a paper sells, very few where half of all do."""
_PLAINLY = 2
_PAIR = 2
"""Units with claims that are so many times the share asked for: a pair of them is enough."""
_NAMED = 0.25
_NAME_TWICE = 2
"""It sells where so large a share of its units claim something, two of them of what it names."""


def told(kind: DocumentKind) -> Sign:
    """Return the sign that stands for a kind which the call or the configuration names."""
    return Sign(id="told", kind=kind, says="Somebody said so.")


COPY = told(DocumentKind.MARKETING)


def sign_of(survey: Survey, cues: Cues, signs: Sequence[Sign]) -> Sign:
    """Return the first of the signs that a paper shows, or `SELLS`."""
    paper = _Paper(survey, cues)
    return next(filter(paper.shows, signs), SELLS)


def sells(detected: Detected, survey: Survey, share: float, claims: Rules) -> bool:
    """Tell whether a paper sells after all: a large share of its units would hold claims.

    Only sure rules count: a wide net also catches what is told of machines in general. Fewer
    are enough where they speak of what the paper names, one where it is of the very thing that
    gives the paper its title.
    """
    unsold = (item for item in detected.let_go if item.decision.check == UNSOLD)
    made: tuple[Claim | LetGo, ...] = (*detected.claims, *unsold)
    held = {
        (each.passage, each.unit)
        for each in made
        if claims.named(each.rule).confidence is Confidence.HIGH
    }
    found = len(held) / max(1, detected.units)
    rows = {unit: tokens(unit) for _, unit in held}
    below = rows.keys() - {unit.text for unit in survey.opening[:1]}
    if any(survey.title.opens(rows[unit], claims.forms) for unit in below):
        return True
    names = survey.opening_names
    named = sum(1 for _, unit in held if names & {token.form for token in rows[unit]})
    if named >= _NAME_TWICE and len(held) >= _VERY_FEW and found >= _NAMED:
        return True
    few = _VERY_FEW if found >= _HALF or share < _NAMED else _FEW
    if found >= _PLAINLY * share:
        few = _PAIR
    return found >= share and len(held) >= few


class _Paper:
    """What signs ask of a document."""

    def __init__(self, survey: Survey, cues: Cues) -> None:
        self._survey = survey
        self._cues = cues
        self._densities: dict[str, float] = {}

    def shows(self, sign: Sign) -> bool:
        """Tell whether all that the sign asks for holds."""
        opening = self._survey.opening
        return (
            (not sign.title or any(is_called(unit, sign.title, self._cues) for unit in opening))
            and (not sign.opening or any(self._cues.finds(sign.opening, u.tokens) for u in opening))
            and (not sign.shape or self._survey.shapes.shown(sign.shape))
            and all(map(self._meets, sign.counts))
            and self._survey.units >= sign.units_from
            and not (sign.nameless and self._survey.opening_names)
        )

    def _meets(self, count: Count) -> bool:
        density = self._density(count.words)
        return (
            density >= count.at_least
            and (count.under is None or density < count.under)
            and all(density >= times * self._density(other) for other, times in count.times)
        )

    def _density(self, name: str) -> float:
        """Return how often phrases of the list `name` stand in a thousand words."""
        if name not in self._densities:
            self._densities[name] = self._counted(name)
        return self._densities[name]

    @cached_property
    def _row(self) -> Row:
        return Row(self._survey.row)

    def _counted(self, name: str) -> float:
        row = self._survey.row
        found = Counter(words_of(row, span) for span in self._cues.search(name, self._row))
        most = max(_REPEATS, len(row) // _WORDS_A_REPEAT)
        often = sum(min(most, times) for times in found.values())
        return often * 1000 / max(_LEAST_WORDS, len(row))
