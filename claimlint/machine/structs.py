"""Loads the library whose Structs the values are."""

from __future__ import annotations

import sys


def load_structs() -> None:
    """Load msgspec without what it would borrow for Pythons older than ours, a third of its load.

    What it asks `typing_extensions` for, and else `typing`, is the same in both since Python 3.11.
    """
    if "typing_extensions" not in sys.modules:
        sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # not to be had
        import msgspec  # noqa: F401

        del sys.modules["typing_extensions"]
