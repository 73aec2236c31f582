"""`claimlint rules`."""

from __future__ import annotations


def rules() -> None:
    """Not there yet."""
    raise NotImplementedError
