"""The topics on which decks and contracts both speak, and how their positions stand together."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from claimlint.terms import Category
from claimlint.values.comparison import Relation

SAME_THING = "same-thing"
"""The topic of sentences on any matter: two of them have none in common by it."""

KEPT = "The contract promises what the deck states."
"""What is said of a pair where the contract reaches what the deck says."""

OTHER_FIGURE = "Both speak of the same thing; the contract states another figure than the deck."
"""What is said of a pair where no more than the figures are at odds."""


class Measure(StrEnum):
    """Which facet decides a row of the table, where the positions alone do not."""

    QUANTITY = "quantity"
    HOURS = "hours"
    LANGUAGES = "languages"
    DOMAINS = "domains"
    TIME = "time"
    REGIMES = "regimes"
    PLACES = "places"
    PERIOD = "period"
    THINGS = "things"


class Row(Struct, frozen=True, kw_only=True):
    """One row of a topic's table: what the deck holds, what the contract holds, the relation.

    With `measure` the facets are compared: equal or better gives `SUPPORTS`, less gives `kind`;
    domains or regimes that differ give nothing, nor does a side that names no place. By `things`
    the row holds where both are near by the words that few sentences of their papers hold, and
    only where no other row does; figures of one unit that differ contradict. Where the deck states
    no figure, the contract must reach `least`. What is `weak` holds only where neither sentence has
    another relation.
    """

    deck: tuple[str, ...]
    contract: tuple[str, ...]
    kind: Relation
    why: str
    measure: Measure | None = None
    least: float | None = None
    duty_shift: bool = False
    weak: bool = False


class Topic(Struct, frozen=True, kw_only=True):
    """A matter on which both sides speak.

    Where it is about `parts` of what is sold, a relation holds only where both sentences can speak
    of the same thing. `category` and `aspect` lend what to ask and to negotiate where the topic has
    no words of its own for it.
    """

    id: str
    title: str
    category: Category
    aspect: str | None
    rows: tuple[Row, ...]
    ask: str = ""
    negotiate: str = ""
    parts: bool = False

    def row(self, deck: str, contract: str) -> Row | None:
        """Return the row for two positions, or None where they have nothing to do."""
        for row in self.rows:
            if deck in row.deck and contract in row.contract:
                return row
        return None
