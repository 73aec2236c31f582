"""What a detector finds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct


class Hit(Struct, frozen=True):
    """Words from `start` to `end` (excluded) of a unit's text, and their normalised value.

    A hit is `generic` unless a phrase of the catalogue found it.
    """

    start: int
    end: int
    value: str | None = None
    generic: bool = True


def hits(pattern: re.Pattern[str], text: str) -> Iterator[Hit]:
    """Yield a hit for each match of a pattern that is not empty."""
    for match in pattern.finditer(text):
        if match.end() > match.start():
            yield Hit(match.start(), match.end())


def apart(found: Iterable[Hit]) -> Iterator[Hit]:
    """Yield the hits that overlap none yielded before."""
    taken: list[Hit] = []
    for hit in found:
        if not any(hit.start < other.end and other.start < hit.end for other in taken):
            taken.append(hit)
            yield hit
