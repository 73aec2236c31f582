"""`claimlint extract`."""

from __future__ import annotations


def extract() -> None:
    """Not there yet."""
    raise NotImplementedError
