"""Whole numbers in attributes, which a hostile file may write at any length."""

from __future__ import annotations

import re

_WHOLE = re.compile(r"\s*(-?[0-9]{1,10})\s*")


def whole(text: str | None) -> int | None:
    """Return a number of at most ten digits, None for anything else."""
    found = None if text is None else _WHOLE.fullmatch(text)
    return None if found is None else int(found.group(1))


def counted(text: str | None, default: int, largest: int) -> int:
    """Return a number that counts something: not below 0, at most `largest`."""
    value = whole(text)
    return default if value is None or value < 0 else min(value, largest)
