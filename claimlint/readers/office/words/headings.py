"""Headings by their looks: a short line in large or bold type, whatever its style is called."""

from __future__ import annotations

from typing import NamedTuple

_LARGER, _LARGEST = 1.15, 1.5
_LONGEST = 90


class Type(NamedTuple):
    """The type of a paragraph: its smallest size, the usual size, whether all of it is bold."""

    size: float
    usual: float
    bold: bool


def heading_level(text: str, look: Type) -> int:
    """Return the level of the heading that a paragraph looks like, 0 for none."""
    line = text.strip()
    if not 0 < len(line) <= _LONGEST or "\n" in line or line[-1] in ".,;:":
        return 0
    if not any(map(str.isalpha, line)):
        return 0
    if look.size >= _LARGER * look.usual:
        return 1 if look.size >= _LARGEST * look.usual else 2
    return 3 if look.bold else 0
