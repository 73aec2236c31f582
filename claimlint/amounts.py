"""Numbers with their nouns, and lists cut short, for people."""

from __future__ import annotations

from collections.abc import Sequence


def amount(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun, `plural` where "s" does not make it ("1,204 entries")."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"


def as_many_as_fit(parts: Sequence[str], room: int, least: int = 1) -> str:
    """Return as many of the parts as `room` characters hold, and how many others there are.

    Where not even `least` fit, these are what is returned.
    """
    for count in range(len(parts), 0, -1):
        more = f" and {len(parts) - count} more" if count < len(parts) else ""
        told = ", ".join(parts[:count]) + more
        if len(told) <= room or count <= least:
            return told
    return ""
