"""What of a claim decides which evidence serves it: claims of one scope are served alike."""

from __future__ import annotations

import re
from collections.abc import Collection

from msgspec import Struct

from claimlint.evidence.detectors.versions import NO_QUANTITY, find_version
from claimlint.evidence.judging.figures.comparisons import Amount, claimed_at_most
from claimlint.evidence.judging.figures.rates import Rate, claimed_rate
from claimlint.evidence.judging.weighing.tasks import Tasks, claimed_tasks
from claimlint.evidence.text.assurances import schemes_in
from claimlint.evidence.text.plain import plain
from claimlint.finding import Claim
from claimlint.regex import regex
from claimlint.rulebook.entries import Catalogue
from claimlint.terms import ACCURACY, AVAILABILITY, OUTCOMES, SECURITY, Category

PRODUCT = regex(
    r"\b[A-Z][a-z]+[A-Z]\w*\b"
    rf"|\b[A-Z][\w-]*(?=\s(?:v\.?\s?)?\d+\.\d[\w.]*+{NO_QUANTITY})"
)
_LETTERED = 2
_CHANGE = "change-monitoring"
_BETTERS = regex(
    r"\b(?:smarter|better|sharper|more accurate|improv\w+)\b(?=[^.;]{0,40}\b(?:every|each|over time"
    r"|by the|day|week|month|use|itself|constantly|continu\w+)\b)|"
    r"\b(?:self|continuously|constantly)[- ](?:improv|learn)\w+|"
    r"\bkeeps? (?:improving|getting better|learning)\b|\blearns? from (?:every|each)\b",
    re.IGNORECASE,
)


class ClaimScope(Struct, frozen=True, kw_only=True):
    """What a claim speaks of, as far as evidence of one kind may speak of something else.

    `products` are the names in its sentence, which is `sentence` where it may name a version, and
    `tasks` what it is about. `rate` is what it states where measurements are counted against it,
    `most` what it says can be reached, with the unit; `betters` tells whether it says that the
    system gets better, `always` that it is never down, `schemes` which audits and certificates it
    names. `said` is its whole sentence, where evidence of a part of all may be at hand.
    """

    products: tuple[str, ...]
    sentence: str
    tasks: Tasks
    rate: Rate | None
    most: Amount | None
    betters: bool = False
    always: bool = False
    schemes: frozenset[str] = frozenset()
    said: str = ""


def scope_of(
    claim: Claim,
    kind: str,
    versioned: Collection[str | None],
    catalogue: Catalogue,
    *,
    in_parts: bool = False,
) -> ClaimScope:
    """Return what a claim speaks of; evidence names versions of the products `versioned`.

    `in_parts` tells whether some of it was measured on a part of all.
    """
    said = plain(claim.unit).text
    return ClaimScope(
        products=tuple(name for name in PRODUCT.findall(said) if len(name) > _LETTERED),
        sentence=said if versioned and _names_version(said, versioned) else "",
        tasks=claimed_tasks(claim, kind, catalogue),
        rate=claimed_rate(claim) if kind == ACCURACY else None,
        most=claimed_at_most(claim) if kind == OUTCOMES else None,
        always=kind == AVAILABILITY and _never_down(claim),
        betters=kind == _CHANGE and _BETTERS.search(said) is not None,
        schemes=schemes_in(plain(claim.whole).text) if kind == SECURITY else frozenset(),
        said=said if in_parts else "",
    )


def _never_down(claim: Claim) -> bool:
    rate = claimed_rate(claim)
    return claim.category is Category.CONTINUOUS_OPERATION and (rate is None or rate.absolute)


def _names_version(said: str, versioned: Collection[str | None]) -> bool:
    named = any(product is not None and product in said for product in versioned)
    return named or next(find_version(said), None) is not None
