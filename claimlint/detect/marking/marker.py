"""From matches to what a report shows: the words of claims and clauses, marked in their units."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from claimlint.detect.claims.resolve import Candidate, one_each
from claimlint.detect.clauses.labels import whole
from claimlint.detect.cues import Cues, Span
from claimlint.detect.facets.finder import FacetFinder
from claimlint.detect.matching.pattern_index import Match
from claimlint.detect.units.unit import Unit
from claimlint.finding import Claim, Clause, Decision, LetGo
from claimlint.terms import COMMITMENTS, Category, ClauseLabel

if TYPE_CHECKING:
    from claimlint.detect.marking.ends import EndWords

_DOING = ("opening-verbs", "system-does", "acts-with-consequence", "work-verbs")
"""Lists of what systems do: verbs, which tell what is done from what is named."""


class Marker:
    """Marks words in units; with `phrases` to the end of the phrase that claims."""

    def __init__(self, cues: Cues, facets: FacetFinder, *, phrases: bool) -> None:
        self._cues = cues
        self._facets = facets
        self._phrases = phrases
        self._verbs = frozenset(phrase[0] for phrase in cues.phrases("opening-verbs"))

    @cached_property
    def _ends(self) -> EndWords:
        """Return what tells where phrases end, which no paper without a match asks for."""
        from claimlint.detect.marking.ends import end_words

        return end_words(self._cues, frozenset().union(*map(self._cues.words, _DOING)))

    def claims(self, unit: Unit, chosen: Sequence[Candidate]) -> list[Claim]:
        """Return the claims of a unit; none reaches into the words of the next."""
        starts = [each.match.start for each in chosen]
        spans = []
        for each in chosen:
            end = each.match.end
            stop = min((start for start in starts if start >= end), default=len(unit.tokens))
            spans.append(self._words(unit, each, stop))
        words = zip(chosen, [bare for bare, _ in spans], _told_apart(spans), strict=True)
        return one_each([self._claim(unit, *each) for each in words])

    def _claim(self, unit: Unit, candidate: Candidate, bare: Span, words: Span) -> Claim:
        from claimlint.detect.claims.aspects import aspect_of, further_aspects

        match, (start, end) = candidate.match, unit.enclosed(*words)
        rule, (first, last) = match.rule, unit.characters(*bare)
        said, lead = unit.text[first:last], unit.completed(led=match.led)
        named = f"{lead}: " if lead and unit.passage.cell else ""
        assert isinstance(rule.label, Category)
        aspect = aspect_of(rule.aspect, named + said, named + unit.text)
        return Claim(
            rule=rule.id,
            category=rule.label,
            aspect=aspect,
            other_aspects=further_aspects(aspect, candidate.other_aspects, named + unit.text),
            strength=candidate.strength,
            strength_by=candidate.strength_by,
            **unit.quoted(start, end),
            confidence=rule.confidence,
            marks=tuple(unit.characters(other.start, other.end) for other in candidate.others),
            why=(Decision("rule", "kept", rule.says), *candidate.why),
            reading=unit.reading,
            lead=lead,
            facets=self._facets.of(unit),
        )

    def _words(self, unit: Unit, candidate: Candidate, stop: int) -> tuple[Span, Span]:
        """Return the tokens that carry the claim, bare and as a whole; `stop` is the next one's."""
        match = candidate.match
        span = (match.start, match.end)
        if not self._phrases:
            return (span, span)
        from claimlint.detect.marking.ends import unbroken
        from claimlint.detect.marking.phrase import (
            asserted,
            completed,
            from_last_join,
            led_on,
            within,
        )
        from claimlint.detect.units.versions import after_version

        if match.verb is not None:
            span = from_last_join(unit.tokens, (match.asserts, match.end), match.verb)
        if candidate.category is Category.CONTINUOUS_OPERATION:
            span = within(span, self._cues.find("strong-hours", unit.tokens))
        span = asserted(unit.tokens, span, candidate.category, self._verbs)
        span = completed(unit.tokens, span, candidate.category, stop)
        span = after_version(unit.tokens, span, self._facets.verbs)
        if match.led and span[1] - span[0] == 1:
            span = led_on(unit.tokens, span, stop)
        return (span, unbroken(unit.text, unit.tokens, span, stop, self._ends))

    def clause(self, unit: Unit, match: Match, matches: Sequence[Match]) -> Clause:
        """Return the clause that one of the matches in a unit is, clear of the others."""
        span = (match.start, match.end)
        if self._phrases:
            span = whole(unit, match, matches, self._ends)
        start, end = unit.enclosed(*span)
        label = match.rule.label
        assert isinstance(label, ClauseLabel)
        return Clause(
            rule=match.rule.id,
            label=label,
            **unit.quoted(start, end),
            number=unit.number,
            why=(Decision("rule", "kept", match.rule.says),),
            facets=self._facets.of(unit, polarity=label in COMMITMENTS),
        )


def _told_apart(spans: Sequence[tuple[Span, Span]]) -> list[Span]:
    """Return the whole words of each claim, the bare ones where a longer claim has the same."""
    return [
        bare if any(other[1] == whole and _longer(other[0], bare) for other in spans) else whole
        for bare, whole in spans
    ]


def _longer(one: Span, other: Span) -> bool:
    return (one[1] - one[0], one) > (other[1] - other[0], other)


def as_let_go(unit: Unit, match: Match, decision: Decision) -> LetGo:
    """Return the words of a match that the context let go, and why."""
    start, end = unit.characters(match.start, match.end)
    return LetGo(
        rule=match.rule.id,
        text=unit.text[start:end],
        unit=unit.text,
        location=unit.locate(start, end),
        passage=unit.index,
        decision=decision,
    )
