"""Which things (invoices, drafts, scores) a sentence is about, by the stems of its words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from claimlint.detect.cues import Cues
from claimlint.detect.units.unit import Unit
from claimlint.rulebook.reading_form import Kind, Token, tokens
from claimlint.stems import stem
from claimlint.values.comparison import MATTER, USUAL

_LEAST = 3
_ALIKE = "alike-"
_MATTERS = "matter-"
_FEWER = frozenset(("fewer", "less"))
_OPENING = 10
"""So many tokens hold the list of a sentence that speaks of all that is given out."""


class ThingFinder:
    """Finds the things that units are about: words that no list of the rules excludes."""

    def __init__(self, cues: Cues) -> None:
        self._cues = cues

    @cached_property
    def _none(self) -> frozenset[str]:
        """The words that name no thing; only a comparison asks for them."""
        return self._cues.words("thing-none")

    @cached_property
    def _alike(self) -> Mapping[str, str]:
        """The stem by which words for one thing are known, by the forms of the words."""
        return {
            phrase[0]: stem(name.removeprefix(_ALIKE))
            for name in self._cues.beginning(_ALIKE)
            for phrase in self._cues.phrases(name)
            if len(phrase) == 1
        }

    @cached_property
    def _empty(self) -> frozenset[str]:
        """The words that tell nothing, whatever is spoken of."""
        return self._cues.words("thing-empty")

    @cached_property
    def _usual(self) -> frozenset[str]:
        """The stems of words that terms of any trade hold."""
        return frozenset(stem(form) for form in self._cues.words("thing-usual"))

    @cached_property
    def _matters(self) -> Mapping[str, tuple[str, ...]]:
        """The matters that a word touches, by its forms."""
        found: dict[str, list[str]] = {}
        for name in self._cues.beginning(_MATTERS):
            for form in self._cues.words(name):
                found.setdefault(form, []).append(MATTER + name.removeprefix(_MATTERS))
        return {form: tuple(names) for form, names in found.items()}

    def words(self, unit: Unit, parties: Collection[str]) -> tuple[str, ...]:
        """Return the stems of all words that tell something, and the matters that they touch."""
        found: dict[str, None] = {}
        row = (*unit.lead, *unit.tokens)
        for place, token in enumerate(row):
            if token.kind is not Kind.WORD or token.form in parties or _bounds(row, place):
                continue
            found.update(dict.fromkeys(self._matters.get(token.form, ())))
            if len(token.form) >= _LEAST and token.form not in self._empty:
                word = self._alike.get(token.form) or stem(token.form)
                found[USUAL + word if word in self._usual else word] = None
        return tuple(found)

    def of(self, unit: Unit, parties: Collection[str]) -> tuple[str, ...]:
        """Return the stems of the words that name a thing; none where all output is spoken of.

        A headline speaks of all that is sold, too. What points back names what the sentence before
        it does. `parties` are the words that stand for one, which name no thing.
        """
        if unit.role.heads or self._sums_up(unit.tokens):
            return ()
        row = unit.tokens
        if unit.start and self._cues.finds("thing-points-back", row):
            row = (*row, *tokens(unit.previous))
        return tuple(dict.fromkeys(self._stems(row, parties)))

    def _sums_up(self, row: tuple[Token, ...]) -> bool:
        """Tell whether a sentence speaks of all output: "All Drafts, Scores and Notes may"."""
        if self._cues.finds("thing-all", row):
            return not self._cues.finds("thing-use", row)
        opening = [token.form for token in row[:_OPENING]]
        words = [form for form in opening if form[:1].isalpha()]
        sums_up = words and words[0] in self._cues.forms("thing-sums-up")
        return bool(sums_up) and "and" in words and "," in opening

    def above(self, unit: Unit, parties: Collection[str]) -> tuple[str, ...]:
        """Return the same of the heading above the unit and of the sentence before it."""
        heading = tokens(unit.headings[0]) if unit.headings else ()
        before = tokens(unit.previous) if unit.start else ()
        return tuple(dict.fromkeys(self._stems((*heading, *before), parties)))

    def _stems(self, row: Iterable[Token], parties: Collection[str]) -> Iterator[str]:
        for token in row:
            apt = token.kind is Kind.WORD and len(token.form) >= _LEAST
            if apt and token.form not in self._none and token.form not in parties:
                yield self._alike.get(token.form) or stem(token.form)


def _bounds(row: Sequence[Token], place: int) -> bool:
    """Tell whether a word bounds a figure ("no fewer than five"): it says of no saving."""
    return row[place].form in _FEWER and place + 1 < len(row) and row[place + 1].form == "than"
