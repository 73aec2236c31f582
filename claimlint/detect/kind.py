"""Tells what kind of paper a document is, by the signs of `rules/kinds.yaml`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claimlint.detect.cues import Cues, words_of
from claimlint.detect.papers import is_called
from claimlint.detect.survey import Survey
from claimlint.rulebook.model import Count, Sign
from claimlint.terms import DocumentKind

SELLS = Sign(id="sells", kind=DocumentKind.MARKETING, says="Nothing shows that it does not sell.")
_LEAST_WORDS = 250
"""Fewer words are taken for so many: a single word says little of a short paper."""
_REPEATS = 2
"""A phrase counts so often at most: one that is on every line says no more than that."""


def told(kind: DocumentKind) -> Sign:
    """Return the sign of a paper whose kind somebody has told; nothing speaks against it."""
    return Sign(id="told", kind=kind, says="Somebody said so.")


def sign_of(survey: Survey, cues: Cues, signs: Sequence[Sign]) -> Sign:
    """Return the first of the signs that a paper shows, or `SELLS`."""
    paper = _Paper(survey, cues)
    return next(filter(paper.shows, signs), SELLS)


class _Paper:
    """What signs ask of a document."""

    def __init__(self, survey: Survey, cues: Cues) -> None:
        self._survey = survey
        self._cues = cues
        self._densities: dict[str, float] = {}  # between two, cues are asked of other rows

    def shows(self, sign: Sign) -> bool:
        """Tell whether all that the sign asks for holds."""
        opening = self._survey.opening
        return (
            (not sign.title or any(is_called(unit, sign.title, self._cues) for unit in opening))
            and (not sign.opening or any(self._cues.finds(sign.opening, u.tokens) for u in opening))
            and (not sign.shape or self._survey.shapes.shown(sign.shape))
            and all(map(self._meets, sign.counts))
            and self._survey.units >= sign.units_from
            and not (sign.nameless and self._survey.names)
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

    def _counted(self, name: str) -> float:
        row = self._survey.row
        found = Counter(words_of(row, span) for span in self._cues.find(name, row))
        often = sum(min(_REPEATS, times) for times in found.values())
        return often * 1000 / max(_LEAST_WORDS, len(row))
