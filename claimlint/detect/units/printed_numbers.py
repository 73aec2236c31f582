"""Clause numbers that are printed in the text itself: "7.2(b) Customer shall …", "§ 4 (2) …"."""

from __future__ import annotations

import re

from msgspec.structs import replace

from claimlint.document import Location, Part, Passage
from claimlint.regex import regex

_NUMBER = regex(
    r"\s*(?:§\s*|(?:section|clause|article)\s+)?"
    r"(?!0\.)(?P<number>\d{1,2}(?:\.\d{1,2}){1,4}(?:\([a-z]{1,4}\))*"
    r"|\d{1,2}(?:\([a-z]{1,4}\))+|\d{1,2}(?=\.\s+[A-Z]))"
    r"(?=[\s.:)])(?!\s*%)"
    r"(?!\s+(?:(?:milli)?seconds?|minutes?|hours?|days?|ms|percent|per cent|million)\b)",
    re.IGNORECASE,
)
_AMOUNT = regex(r"\s*\d+\.\d+\s+[a-z]")
"""How a cell opens with an amount ("4.20 per request"); a clause opens with a capital."""
_SECTION = regex(r"\s*§\s*(\d{1,3}[a-z]?)(?=\s+[A-Z(])(?:\s*(\(\d{1,2}\)))?")
_ITEM = regex(r"\s*(\((?:\d{1,2}|[a-z]|[ivx]{1,4})\))\s", re.IGNORECASE)
_HEADING_WORDS = 9


class PrintedNumbers:
    """Reads the numbers of a paper in order, for some are only whole with those above them."""

    def __init__(self) -> None:
        self._section = ""
        self._last = ""
        self._headed: str | None = None

    def of(self, text: str, passage: Passage) -> str | None:
        """Return the clause number with which `text`, a sentence of a passage, opens, or None."""
        if passage.cell is not None and _AMOUNT.match(text):
            return None
        section = _SECTION.match(text)
        if section is not None:
            self._section = f"§ {section[1]}"
            return self._section + (section[2] or "")
        item, match = _ITEM.match(text), _NUMBER.match(text)
        if item is not None and self._over(item[1]):
            return item[1].lower()
        return match["number"] if match else None

    def clause(self, passage: Passage, printed: str | None) -> str | None:
        """Return the number by which a passage is cited, `printed` in it or told by its reader.

        An item's number stands behind that of its section; unnumbered text below a heading with a
        number goes by that.
        """
        own = passage.location.clause or passage.number or printed
        if passage.number is None and printed and "." in printed:
            own = printed
        if passage.location.part is not Part.BODY or passage.cell is not None:
            return own
        if own is not None and own.startswith("("):
            return self._over(own) + own
        if own is not None or passage.role.heads:
            words = passage.text.split(maxsplit=_HEADING_WORDS)  # of a long text the first alone
            heads = len(words) <= _HEADING_WORDS and words[-1][-1:] not in ".:;,"
            self._last = (own or "").rstrip(".")
            self._headed = own if heads else None
            return own
        return self._headed

    def _over(self, item: str) -> str:
        """Return the number of what an item stands in: paragraphs count in sections."""
        return self._section if item[1].isdigit() else self._last


def by_clause(place: Location, number: str | None) -> Location:
    """Return the place in a contract named by the number that its text prints, where it has one.

    A page or line stays in the label; the count of paragraphs, which nobody sees, gives way.
    """
    if number is None or place.clause is not None or place.part is not Part.BODY:
        return place
    clause = number.rpartition(", clause ")[2].rstrip(".")
    cited = replace(place, member=None).cited(number)
    count = f"paragraph {place.paragraph}"
    counted = place.label.endswith(count)
    label = place.label.removesuffix(count) if counted else f"{place.label}, "
    return replace(place, clause=clause, label=label + cited)
