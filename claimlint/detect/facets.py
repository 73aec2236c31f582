"""What a claim or clause is about, in a form that can be compared."""

from __future__ import annotations

from claimlint.detect.matching import Match
from claimlint.detect.unit import Unit
from claimlint.finding import Facets
from claimlint.rulebook.reading import Kind

_UNITS = frozenset({"%", "percent", "hours", "hour", "days", "minutes", "x"})


def facets_of(unit: Unit, match: Match) -> Facets:
    """Return the facets that the words themselves show: quantity, and hours."""
    quantity = None
    hours = None
    for index, token in enumerate(unit.tokens):
        if token.form == "24/7":
            hours = "24/7"
        if token.kind is Kind.MULTIPLE:
            quantity = token.form
        if token.kind is Kind.NUMBER and index + 1 < len(unit.tokens):
            after = unit.tokens[index + 1].form
            if after in _UNITS:
                quantity = f"{token.form} {after}"
    action = None
    if match.verb is not None:
        action = unit.tokens[match.verb].form
    return Facets(action=action, quantity=quantity, hours=hours)
