"""Numbers with their nouns, for people."""

from __future__ import annotations


def amount(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun, `plural` where "s" does not make it ("1,204 entries")."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"
