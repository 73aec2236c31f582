"""What attributes hold: numbers, at any length where a file is hostile, and colours."""

from __future__ import annotations

import re

POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75, "pc": 12.0}
"""How many points the units of lengths are."""
YES = ("1", "true")
"""How XML of Office says that something is so."""
_WHOLE = re.compile(r"\s*(-?[0-9]{1,10})\s*")
_NEARLY_WHITE = 0xFA
"""Red, green and blue are at least this in a colour that nobody tells from white."""


def whole(text: str | None) -> int | None:
    """Return a number of at most ten digits, None for anything else."""
    found = None if text is None else _WHOLE.fullmatch(text)
    return None if found is None else int(found.group(1))


def counted(text: str | None, default: int, largest: int) -> int:
    """Return a number that counts something: not below 0, at most `largest`."""
    value = whole(text)
    return default if value is None or value < 0 else min(value, largest)


def is_nearly_white(colour: str) -> bool | None:
    """Tell whether a colour looks white, None where the text is no colour."""
    if len(colour) != 6:
        return None
    try:
        parts = [int(colour[at : at + 2], 16) for at in (0, 2, 4)]
    except ValueError:
        return None
    return min(parts) >= _NEARLY_WHITE
