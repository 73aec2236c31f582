"""Finds claims that no pattern words by the weights of their n-grams: linear models of the book."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimlint.detect.matching.pattern_index import Match
from claimlint.detect.units.unit import Unit, matchable
from claimlint.rulebook.learned import CLAIM, LEARNED, Weights
from claimlint.rulebook.model import Rules
from claimlint.rulebook.patterns import Words
from claimlint.rulebook.reading_form import Kind, Token

_NO_WORDS = Words(())


class LearnedIndex:
    """Tells which unit claims something by all of its words together, and what."""

    def __init__(self, weights: Mapping[str, Weights], rules: Rules) -> None:
        self._rules = rules
        self._weights = weights
        self._categories = [name for name in weights if name != CLAIM]
        self._known = frozenset(rules.ids)

    def matches(self, unit: Unit) -> tuple[Match, ...]:
        """Return the match of all words with the category for which they speak, if they claim.

        Cells and bare figures are left alone: what they say hangs on heads and labels.
        """
        if not self._weights or unit.passage.cell is not None:
            return ()
        if not any(token.kind is Kind.WORD for token in unit.tokens):
            return ()
        forms = forms_of(unit.tokens)
        if self._weights[CLAIM].score(forms) <= 0:
            return ()
        category = max(self._categories, key=lambda name: self._weights[name].score(forms))
        rule = f"{category}.{LEARNED}"
        if rule not in self._known:
            return ()
        return (Match(self._rules.named(rule), _NO_WORDS, 0, len(forms)),)


def forms_of(row: Sequence[Token]) -> list[str]:
    """Return the forms by which n-grams name tokens: figures all alike."""
    return [matchable(token) for token in row]
