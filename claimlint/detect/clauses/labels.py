"""Labels of clauses: which one a unit gets, which take claims back, and which words they mark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from claimlint.detect.cues import Span
from claimlint.detect.matching.pattern_index import Match
from claimlint.detect.units.unit import Unit
from claimlint.finding import Clause
from claimlint.rulebook.model import Rules
from claimlint.rulebook.reading_form import Token
from claimlint.terms import COMMITMENTS, ClauseLabel, InList

if TYPE_CHECKING:
    from claimlint.detect.marking.ends import EndWords

HANDED = "handed down"
"""The outcome by which a unit has its clause from the heading, stem or sentence above it."""
_DUTIES = frozenset(
    {ClauseLabel.HUMAN_REVIEW_DUTY, ClauseLabel.NO_RELIANCE, ClauseLabel.USE_RESTRICTION}
)
_CAUSES = frozenset(
    {ClauseLabel.HUMAN_REVIEW_DUTY, ClauseLabel.NO_RELIANCE, ClauseLabel.ACCURACY_DISCLAIMER}
)
_OF_ITS_OWN = frozenset({"must", "shall", "should", "may", "might", "can", "will", ".", "!"})
"""What stands behind one of these in a sentence is said, not only named as a cause."""
_JOINS = frozenset({"and", "but", ";", "therefore", "nor"})
_ITEM_ENDS = frozenset(".;,")
_LONG_ITEM = 24
"""Tokens: an item of a list that is no longer says one thing, and is marked as a whole."""
_SPECIFIC = (
    ClauseLabel.HUMAN_REVIEW_DUTY,
    ClauseLabel.USE_RESTRICTION,
    ClauseLabel.OVERSIGHT_COMMITMENT,
    ClauseLabel.DISCLOSURE_COMMITMENT,
    ClauseLabel.ACCURACY_DISCLAIMER,
    ClauseLabel.AS_IS,
    ClauseLabel.NO_RELIANCE,
    ClauseLabel.LIABILITY_CAP,
    ClauseLabel.PERFORMANCE_WARRANTY,
)


def several(matches: Iterable[Match], row: Sequence[Token]) -> tuple[Match, ...]:
    """Return the match that labels a unit, then those of the other clauses that its sentence holds.

    "Output may be wrong, and Customer will not rely on it" says two things. What is promised behind
    words that take back is part of these ("no warranty that it works and errors are corrected").
    """
    every = tuple(matches)
    said = [match for match in every if not _is_cause(match, every, row)]
    single = (match for match in said if not _takes_in(match, said, row))
    chosen: list[Match] = []
    for match in sorted(single, key=_by_label):
        if not chosen or all(_joined(match, other, row) for other in chosen):
            chosen.append(match)
    return tuple(chosen)


def _is_cause(match: Match, matches: Iterable[Match], row: Sequence[Token]) -> bool:
    """Tell whether a match only names what another speaks of ("not liable for hallucinations")."""
    label = ClauseLabel(match.rule.label)
    if label not in _CAUSES:
        return False
    apart = label is ClauseLabel.ACCURACY_DISCLAIMER  # "no responsibility for errors" is one
    return any(
        InList.CAUSES in other.rule.in_lists
        and (other.end if apart else other.start) <= match.start
        and other.end <= match.end
        and not any(token.form in _OF_ITS_OWN for token in row[other.end : match.end])
        for other in matches
    )


def _takes_in(match: Match, matches: Iterable[Match], row: Sequence[Token]) -> bool:
    """Tell whether a match begins in what another label says and its own words come after "and"."""
    own = [m.start for m in matches if m.rule.label is match.rule.label and m.end == match.end]
    begins = max(own, default=match.start)
    if not any(token.form in _JOINS for token in row[match.start : begins]):
        return False
    return any(
        m.rule.label is not match.rule.label and match.start <= m.start and m.end <= begins
        for m in matches
    )


def _joined(match: Match, other: Match, row: Sequence[Token]) -> bool:
    """Tell whether a joining word parts what two matches say; an item of a list is never joined.

    Of matches that share words only a duty has a verb of its own behind that word. It may end the
    first ("as is and").
    """
    first, last = sorted((match, other), key=lambda each: each.end)
    one, two = first.rule.label, last.rule.label
    if one is two or InList.ITEM in match.rule.in_lists:
        return False
    if one not in COMMITMENTS and two in COMMITMENTS:
        return False
    apart = first.end <= last.start
    end = last.start + 1 if apart else last.end
    return (apart or two in _DUTIES) and any(t.form in _JOINS for t in row[first.end - 1 : end])


def parted(
    clauses: Iterable[Clause], rules: Rules
) -> tuple[tuple[Clause, ...], tuple[Clause, ...]]:
    """Return what headings announce for the text below them, and the clauses.

    What a line inherits from a heading is a clause.
    """
    heads: list[Clause] = []
    said: list[Clause] = []
    for clause in clauses:
        announced = InList.HEADING in rules.named(clause.rule).in_lists
        own = all(step.outcome != HANDED for step in clause.why)
        (heads if announced and own else said).append(clause)
    return tuple(heads), tuple(said)


def whole(unit: Unit, match: Match, matches: Iterable[Match], words: EndWords) -> Span:
    """Return the words of a clause as whole phrases, clear of what its unit says besides."""
    from claimlint.detect.marking.ends import unbroken
    from claimlint.detect.marking.phrase import begun, completed

    row, others = unit.tokens, tuple(matches)
    floor = max((each.end for each in others if each.end <= match.start), default=0)
    stop = min((each.start for each in others if each.start >= match.end), default=len(row))
    alone = all(each.rule.label is match.rule.label for each in others)
    if unit.lead and alone and len(row) <= _LONG_ITEM:
        return (0, len(row) - (row[-1].form in _ITEM_ENDS))
    span = begun(row, (match.start, match.end), floor)
    span = completed(row, span, ClauseLabel(match.rule.label), stop)
    return unbroken(unit.text, row, span, stop, words)


def _by_label(match: Match) -> tuple[bool, int, int, int]:
    """Sort clause matches: own words before a stem's, the more specific label, longer, earlier."""
    rank = _SPECIFIC.index(ClauseLabel(match.rule.label))
    return (InList.ITEM in match.rule.in_lists, rank, match.start - match.end, match.start)
