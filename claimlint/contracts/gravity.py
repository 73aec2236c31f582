"""How grave a conflict is, and how sure it is that there is one."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from operator import attrgetter
from typing import NamedTuple

from claimlint.values.comparison import Conflict
from claimlint.values.topics import Measure, Row


class Doubt(IntEnum):
    """How sure it is that two sentences have to do with one another, the surest first."""

    NONE = 0
    WEAK = 1
    BY_THINGS = 2

    @classmethod
    def of(cls, row: Row) -> Doubt:
        """Return the doubt that a row of a topic's table leaves."""
        if row.measure is Measure.THINGS:
            return cls.BY_THINGS
        return cls.WEAK if row.weak else cls.NONE


class Gravity(NamedTuple):
    """How grave a conflict is, the surest first, then the gravest."""

    doubt: Doubt
    relation: int
    strength: int
    claim_place: int
    clause_place: int


class Closeness(IntEnum):
    """Whether two sentences name the same thing, name none, or name different ones."""

    SAME = 0
    OPEN = 1
    OTHER = 2


class Found(NamedTuple):
    """A conflict with the number of the clause that makes it, and how near the two are."""

    gravity: Gravity
    number: int
    closeness: Closeness
    conflict: Conflict

    @property
    def clause_key(self) -> tuple[str, int]:
        """Return the topic and the number of the clause."""
        return self.conflict.topic, self.number


def standing_out(found: Sequence[Found]) -> list[Found]:
    """Return the conflicts, the gravest first, without those that others put out of question.

    What is weak yields to what is sure of the same clause. On one topic a promise yields where the
    clause has to do with another that names what it names.
    """
    surely = {each.number for each in found if each.gravity.doubt is Doubt.NONE}
    same = {each.clause_key for each in found if each.closeness is Closeness.SAME}
    return [
        each
        for each in sorted(found, key=attrgetter("gravity"))
        if (each.gravity.doubt is not Doubt.WEAK or each.number not in surely)
        and (each.closeness is not Closeness.OTHER or each.clause_key not in same)
    ]
