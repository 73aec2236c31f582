"""Clause numbers that are printed in the text itself: "7.2(b) Customer shall …"."""

from __future__ import annotations

import re

from claimlint.regex import regex

_NUMBER = regex(
    r"\s*(?:§\s*|(?:section|clause|article)\s+)?"
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,4}(?:\([a-z]{1,4}\))*"
    r"|\d{1,2}(?:\([a-z]{1,4}\))+|\d{1,2}(?=\.\s+[A-Z]))"
    r"(?=[\s.:)])",
    re.IGNORECASE,
)


def printed_number(text: str) -> str | None:
    """Return the clause number with which a sentence opens, or None."""
    match = _NUMBER.match(text)
    return match["number"] if match else None
