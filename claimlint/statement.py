"""What a vendor says of itself at the head of a dossier, and a measurement per hundred items."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """A measured accuracy as shares between 0 and 1, to be shown per hundred items.

    `right` is the lowest measured share of right results and `best` the highest, where several were
    measured. `low` and `high` bound `right` at 95 %; `computed` tells that they follow from `n` and
    are not the vendor's own. `parts` are shares by kind of input, with their names.
    """

    right: float
    best: float | None = None
    abstained: float | None = None
    low: float | None = None
    high: float | None = None
    computed: bool = False
    n: int | None = None
    parts: tuple[tuple[str, float], ...] = ()
