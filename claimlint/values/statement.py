"""What a vendor says: at the head of a dossier, beside an answer, per hundred items."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class AnswerState(StrEnum):
    """What a vendor can say of an answer beside the answer itself."""

    ANSWERED = "answered"
    NOT_MEASURED = "not measured"
    NOT_DISCLOSED = "not disclosed"
    NOT_APPLICABLE = "does not apply"
    TO_FOLLOW = "to follow"


class Statement(Struct, frozen=True, kw_only=True):
    """The head of a dossier: who states what, about which product and models.

    `date` is an ISO date. `not_applicable` are kinds of evidence that the vendor says do not apply,
    each with its reason.
    """

    document: str
    vendor: str
    product: str
    version: str
    models: tuple[str, ...] = ()
    date: str | None = None
    not_applicable: tuple[tuple[str, str], ...] = ()


class Serving(Struct, frozen=True, kw_only=True):
    """A measured accuracy as shares between 0 and 1, to be shown per hundred items.

    `right` is the lowest measured share of right results and `best` the highest, where several were
    measured. `low` and `high` bound `right` at 95 %; `computed` tells that they follow from `n` and
    are not the vendor's own. `parts` are shares by kind of input, with their names. `measures` are
    named where what was measured is no share of all items: precision, recall.
    """

    right: float
    best: float | None = None
    abstained: float | None = None
    low: float | None = None
    high: float | None = None
    computed: bool = False
    n: int | None = None
    parts: tuple[tuple[str, float], ...] = ()
    measures: tuple[str, ...] = ()
