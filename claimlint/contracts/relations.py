"""How a promise and a clause stand, by the row of the table that joins them."""

from __future__ import annotations

import re

from msgspec import Struct

from claimlint.contracts.measures import Standing, figures, standing
from claimlint.contracts.nearness import Nearness
from claimlint.contracts.things import Subject, apart
from claimlint.regex import regex
from claimlint.stems import without_ending
from claimlint.values.comparison import MATTER, Relation, Stance
from claimlint.values.topics import Measure, Row

_HELP = f"{MATTER}help"
"""What people do on the telephone or at a desk: how fast a product is, is another time."""
_QUOTES = ('"', "“", "„", "«")
_PLAN = regex(
    r"\b(free|basic|starter|standard|plus|pro|professional|premium|business|team|enterprise)"
    r"\s(?:plan|tier|edition|package)\b",
    re.IGNORECASE,
)
_COVERED = 0.6
_REPEATED = 0.75
"""So much of a promise a clause repeats that says the same, and that cannot but mean the same."""
_DENIED = regex(
    r"\b(?:never|(?:does|do|did|will|shall|can|may|must|is|are)\s?not|cannot|"
    r"(?:does|do|did|wo|ca|is|are)n't|no longer)\s(?:ever\s|be\s)?(?P<done>\w{3,})",
    re.IGNORECASE,
)
_FIGURE = regex(r"\d+(?:[.,]\d+)*")


class Side(Struct, frozen=True):
    """A sentence of either side: its stance, what it speaks of, the number of its paragraph."""

    stance: Stance
    subject: Subject
    near: int | None


def relation(row: Row, said: Side, clause: Side, nearness: Nearness) -> Relation | None:
    """Return how a promise stands to a clause, None where they have nothing to do.

    What somebody else is quoted with may be true and is only not owed.
    """
    if _of_other_plans(said.stance, clause.stance):
        return None
    kind = _kind(row, said, clause, nearness)
    quoted = said.stance.unit.lstrip().startswith(_QUOTES)
    return Relation.LIMITS if quoted and kind is Relation.CONTRADICTS else kind


def elsewhere(said: Side, clause: Side, nearness: Nearness) -> bool:
    """Tell whether a promise and a clause speak of different parts of what is sold."""
    return apart(said.subject, clause.subject) or nearness.apart(said.near, clause.near)


def _of_other_plans(said: Stance, bound: Stance) -> bool:
    """Tell whether each names a plan and they none in common: "Free plan: reply in two days"."""
    ours, theirs = (
        {found[1].lower() for found in _PLAN.finditer(stance.unit)} for stance in (said, bound)
    )
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _kind(row: Row, said: Side, clause: Side, nearness: Nearness) -> Relation | None:
    ours, theirs = said.stance, clause.stance
    if row.measure is None:
        return _unless_figures_differ(row.kind, said, clause, nearness)
    if row.measure is Measure.THINGS:
        return _of_near(row, said, clause, nearness)
    if row.measure is Measure.TIME and nearness.beside_matter(said.near, clause.near, _HELP):
        return None
    found = standing(row.measure, ours.facets, theirs.facets, row.least)
    of_two_times = row.measure is Measure.TIME and found is Standing.APART
    if of_two_times and not said.subject.own.isdisjoint(clause.subject.own):
        found = Standing.LESS  # seconds and days of one thing are no longer two matters
    if found is Standing.ENOUGH:
        return Relation.SUPPORTS
    if found is Standing.APART:
        return None
    return Relation.LIMITS if found is Standing.PART else row.kind


def _unless_figures_differ(
    kind: Relation, said: Side, clause: Side, nearness: Nearness
) -> Relation:
    """Return the relation; of one thing another figure supports nothing: "six years", 90 days."""
    if kind is not Relation.SUPPORTS or said.near is None or clause.near is None:
        return kind
    differ = figures(said.stance.facets, clause.stance.facets) is Standing.LESS
    return Relation.CONTRADICTS if differ and clause.near in nearness.near(said.near) else kind


def _of_near(row: Row, said: Side, clause: Side, nearness: Nearness) -> Relation | None:
    """Return how two that are near stand: by their figures, else by what the clause does.

    A clause that repeats nearly all that is said takes nothing back by "may" or "each quarter".
    """
    ours, theirs = said.stance, clause.stance
    found = figures(ours.facets, theirs.facets)
    if found is Standing.LESS:
        return Relation.CONTRADICTS
    covered = nearness.covered(said.near, clause.near)
    if agree(ours, theirs) or (row.kind is Relation.LIMITS and covered >= _REPEATED):
        return Relation.SUPPORTS
    if row.kind is not Relation.SUPPORTS:
        return row.kind
    kept = found is Standing.ENOUGH or covered >= _COVERED
    return Relation.SUPPORTS if kept else None


def agree(said: Stance, bound: Stance) -> bool:
    """Tell whether two sentences repeat one another, deny the same verb, or state the same figure.

    "Never isolates a host on its own" and "does not isolate hosts" agree; so do "thirty (30) days"
    and "30 days ahead", where the figure is all that the clause is found by.
    """
    if said.unit.split() == bound.unit.split():
        return True
    figures = set(_FIGURE.findall(bound.text))
    same = bool(figures) and figures <= set(_FIGURE.findall(said.unit))
    return same or not _denied(said.unit).isdisjoint(_denied(bound.unit))


def _denied(text: str) -> frozenset[str]:
    return frozenset(without_ending(found["done"].lower()) for found in _DENIED.finditer(text))
