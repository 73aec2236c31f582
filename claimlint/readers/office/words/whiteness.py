"""Whether a colour of an office file, six hexadecimal digits, looks white."""

from __future__ import annotations

_NEARLY_WHITE = 0xFA
"""Red, green and blue are at least this in a colour that nobody tells from white."""


def is_nearly_white(colour: str) -> bool | None:
    """Tell whether a colour looks white, None where the text is no colour."""
    if len(colour) != 6:
        return None
    try:
        parts = [int(colour[at : at + 2], 16) for at in (0, 2, 4)]
    except ValueError:
        return None
    return min(parts) >= _NEARLY_WHITE
