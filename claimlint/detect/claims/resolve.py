"""One finding per category and unit; overlapping words go to the more specific category."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from claimlint.detect.matching.pattern_index import Match
from claimlint.finding import Claim, Decision
from claimlint.regex import regex
from claimlint.terms import Category, Confidence, Strength

_FIGURE = regex(r"\W{0,3}\d\S*(?:\s\S+){0,2}")
_SPECIFIC = (
    Category.OVERSIGHT_REDUCTION,
    Category.INDEPENDENT_DECISION,
    Category.HUMAN_PARITY,
    Category.HUMAN_REPLACEMENT,
    Category.CONTINUOUS_OPERATION,
    Category.SAFETY_COMPLIANCE,
    Category.MARKET_POSITION,
    Category.BUSINESS_OUTCOME,
    Category.ACCURACY_RELIABILITY,
    Category.UNDERSTANDING_LEARNING,
    Category.UNIVERSALITY,
    Category.AUTONOMY,
)
"""Which category takes words that two rules claim; docs/claims.md names the more specific."""

_SWEEPING = frozenset({"denied", "definition", "limitation", "note"})
_MOSTLY = 0.5


class Candidate(Struct, frozen=True):
    """A match that context kept, with its strength; `others` are matches that it stands for."""

    match: Match
    strength: Strength
    strength_by: str
    others: tuple[Match, ...] = ()
    why: tuple[Decision, ...] = ()

    @property
    def other_aspects(self) -> tuple[str, ...]:
        """What the other matches speak of beyond the aspect of this one, each once."""
        named = dict.fromkeys(other.rule.aspect for other in self.others)
        return tuple(name for name in named if name and name != self.match.rule.aspect)

    @property
    def category(self) -> Category:
        """Return the category of the rule."""
        return Category(self.match.rule.label)

    @property
    def length(self) -> int:
        """Return how many tokens the match covers."""
        return self.match.end - self.match.start


def resolve(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return one candidate per category, in the order of their words.

    Of matches of two categories that share most of their words the longer one stays, of equally
    long ones the more specific category. Within a category the surest, strongest, longest leads.
    """
    kept: list[Candidate] = []
    cut = [_shortest(candidate, candidates) for candidate in candidates]
    for candidate in sorted(cut, key=_by_length):
        if not any(_overlap(candidate, other) for other in kept):
            kept.append(candidate)
    categories = dict.fromkeys(candidate.category for candidate in kept)
    chosen = [_chosen([c for c in kept if c.category is category]) for category in categories]
    return tuple(sorted(chosen, key=lambda candidate: candidate.match.start))


def swept(candidate: Candidate, gone: Sequence[tuple[Match, Decision]]) -> bool:
    """Tell whether words that are denied or explained hold the match: "autonomous mode: off"."""
    match = candidate.match
    return any(
        other.start <= match.start
        and match.end <= other.end
        and other.rule.label is match.rule.label
        and decision.check in _SWEEPING
        for other, decision in gone
    )


def _chosen(group: list[Candidate]) -> Candidate:
    best, *rest = sorted(group, key=_by_weight)
    others = tuple(sorted((c.match for c in rest), key=lambda match: match.start))
    return Candidate(best.match, best.strength, best.strength_by, others, best.why)


def _shortest(candidate: Candidate, candidates: Sequence[Candidate]) -> Candidate:
    """Return the candidate, cut to one word in it that says as much ("working" – "24/7")."""
    match, hours = candidate.match, Category.CONTINUOUS_OPERATION
    for other in candidates if candidate.category is hours else ():
        within = match.start <= other.match.start and other.match.end <= match.end
        if within and other.category is hours and other.length == 1:
            return replace(candidate, match=other.match)
    return candidate


def _by_length(candidate: Candidate) -> tuple[int, int, int, int, str]:
    match = candidate.match
    sure = match.rule.confidence.rank
    rank = _SPECIFIC.index(candidate.category)
    return (sure, -candidate.length, rank, match.start, match.rule.id)


def _by_weight(candidate: Candidate) -> tuple[int, int, int, int]:
    match = candidate.match
    sure = match.rule.confidence.rank
    return (sure, candidate.strength.rank, -candidate.length, match.start)


def _overlap(one: Candidate, other: Candidate) -> bool:
    """Tell whether two matches are about the same words: most of the longer one is shared.

    One adjective within a decision says no more than the decision ("makes autonomous decisions").
    """
    shared = min(one.match.end, other.match.end) - max(one.match.start, other.match.start)
    same = one.category is other.category
    if not same and _hours_in_a_post(one, other):
        return False
    if one.category is Category.AUTONOMY and other.category is Category.INDEPENDENT_DECISION:
        same = one.length == 1 and one.match.end < other.match.end
    return shared > (0 if same else _MOSTLY * max(one.length, other.length))


def _hours_in_a_post(one: Candidate, other: Candidate) -> bool:
    """Tell whether a post is named with its hours: "24/7 clerk", "a rep who never sleeps"."""
    held = {each.category: each.match for each in (one, other)}
    post, hours = held.get(Category.HUMAN_REPLACEMENT), held.get(Category.CONTINUOUS_OPERATION)
    if post is None or hours is None:
        return False
    first, last = post.start == hours.start, post.end == hours.end
    return (first and hours.end < post.end) or (last and post.start < hours.start)


def one_each(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of a unit, of those with the same words the one more specific category."""
    best: dict[tuple[int, int], Claim] = {}
    for claim in claims:
        held = best.setdefault(claim.span, claim)
        best[claim.span] = min(held, claim, key=_by_sureness)
    return list(best.values())


def _by_sureness(claim: Claim) -> tuple[int, int]:
    return claim.confidence.rank, _SPECIFIC.index(claim.category)


def of_sure_rules(claims: Sequence[Claim]) -> Sequence[Claim]:
    """Return the claims without those of which their rules are unsure.

    An unsure one takes no position on a topic, or contracts would be set against guesses.
    """
    return [claim for claim in claims if claim.confidence is not Confidence.LOW]


def without_labels(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims without those on the label of a figure ("$1.2M") that is one itself."""
    labels = {
        (claim.category, claim.passage + step, claim.lead)
        for claim in claims
        if claim.lead[-1:].isalnum() and _FIGURE.fullmatch(claim.unit.strip())
        if not any(letter.isdigit() for letter in claim.lead)  # a figure labels no figure
        for step in (-1, 1)
    }
    return [each for each in claims if (each.category, each.passage, each.unit) not in labels]
