"""How grave a conflict is, and how sure it is that there is one."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from operator import attrgetter
from typing import NamedTuple

from claimlint.values.comparison import Conflict
from claimlint.values.topics import Measure, Row

_BY_FAR = 2.0
"""So near are two that no other relation speaks against it."""


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
    """A conflict with the number of the clause that makes it, and how near the two are.

    `near` is how near they are by their words, None where one is a heading.
    """

    gravity: Gravity
    number: int
    closeness: Closeness
    conflict: Conflict
    near: float | None

    @property
    def clause_key(self) -> tuple[str, int]:
        """Return the topic and the number of the clause."""
        return self.conflict.topic, self.number

    @property
    def claim_key(self) -> tuple[str, int]:
        """Return the document and the paragraph of the claim."""
        return self.conflict.claim_document, self.conflict.claim.passage


def standing_out(found: Sequence[Found]) -> list[Found]:
    """Return the conflicts, the gravest first, without those that others put out of question.

    What is weak yields to what is sure of the same clause, what rests on words in common alone to
    what is sure of either sentence. On one topic a promise yields where the clause has to do with
    another that names what it names.
    """
    sure = [each for each in found if each.gravity.doubt is Doubt.NONE]
    clauses = {each.number for each in sure}
    claims = {each.claim_key for each in sure}
    same = {each.clause_key for each in found if each.closeness is Closeness.SAME}

    def stands(each: Found) -> bool:
        if each.gravity.doubt is Doubt.WEAK and each.number in clauses:
            return False
        if each.gravity.doubt is Doubt.BY_THINGS and (each.near or 0) < _BY_FAR:
            return each.number not in clauses and each.claim_key not in claims
        return each.closeness is not Closeness.OTHER or each.clause_key not in same

    return [each for each in sorted(found, key=attrgetter("gravity")) if stands(each)]
