"""What a sentence is about, in a form that can be compared: numbers, hours, languages, actors."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Bound(StrEnum):
    """In which direction a figure is meant."""

    EXACTLY = "exactly"
    AT_LEAST = "at least"
    AT_MOST = "at most"


CURRENCIES = ("£", "$", "€")
"""The units that stand before their figure."""


class Quantity(Struct, frozen=True, kw_only=True):
    """A figure with its unit ("%", "hours", "x", "£", a noun), its direction and its measure.

    `of` says what is measured ("accuracy", "availability", "outcome" …), where the words beside the
    figure tell it. A figure of errors is turned into one of accuracy.
    """

    value: float
    unit: str
    bound: Bound = Bound.EXACTLY
    of: str | None = None

    def __str__(self) -> str:
        sign = "" if self.bound is Bound.EXACTLY else f"{self.bound} "
        if self.unit in CURRENCIES:
            return f"{sign}{self.unit}{self.value:,.12g}"
        number = f"{self.value:.12g}"  # 6 digits would make 3200000 "3.2e+06"
        return f"{sign}{number} {self.unit}".strip()


class Facets(Struct, frozen=True, kw_only=True):
    """What a claim or clause is about, in a form that can be compared.

    `quantity` is the first of `quantities` in words; `hours` are "24/7", "office hours" or days
    with times ("mon-fri 09:00-17:00"); `domains` are the trades in which something is decided or
    done ("credit", "hiring" …), `regimes` the laws and standards that are named, `places` the
    countries ("usa", "europe-eu-ireland": within the Union, within Europe), `polarity` is False
    where the sentence takes back.
    """

    subject: str | None = None
    actor: str | None = None
    action: str | None = None
    polarity: bool = True
    quantity: str | None = None
    quantities: tuple[Quantity, ...] = ()
    hours: str | None = None
    languages: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    regimes: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
