"""Headings by their looks: a short line in large or bold type, whatever its style is called."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claimlint.document import Role

_LARGER, _LARGEST = 1.15, 1.5
_LONGEST = 90
LONGEST_STYLED = 200
"""What has the style of a heading and is longer is none."""


class Type(NamedTuple):
    """The type of a paragraph: its smallest size, the usual size, whether all of it is bold."""

    size: float
    usual: float
    bold: bool

    @classmethod
    def of(cls, runs: Sequence[tuple[float, bool | None]], usual: float) -> Type:
        """Return the type of runs, each told by its size and whether it is bold."""
        size = min((size for size, _ in runs), default=0.0)
        return cls(size, usual, bool(runs) and all(bold for _, bold in runs))


def role_by_look(text: str, look: Type) -> tuple[Role, int]:
    """Return what a paragraph looks like: a heading with its level, or no more than it is."""
    level = _level(text, look)
    return (Role.HEADING, level) if level else (Role.PARAGRAPH, 0)


def _level(text: str, look: Type) -> int:
    line = text.strip()
    if not 0 < len(line) <= _LONGEST or "\n" in line or line[-1] in ".,;:":
        return 0
    if not any(map(str.isalpha, line)):
        return 0
    if look.size >= _LARGER * look.usual:
        return 1 if look.size >= _LARGEST * look.usual else 2
    return 3 if look.bold else 0
