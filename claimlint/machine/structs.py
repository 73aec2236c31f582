"""Loads the library whose Structs the values are."""

from __future__ import annotations

import sys

from claimlint.machine.signals import undisturbed


def load_structs() -> None:
    """Load msgspec without what it would borrow for Pythons older than ours, a third of its load.

    What it asks `typing_extensions` for, and else `typing`, is the same in both since Python 3.11.
    """
    borrows = "typing_extensions" not in sys.modules
    if borrows:
        sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # not to be had
    with undisturbed():  # msgspec swallows the error of a signal while it loads, and crashes later
        import msgspec  # noqa: F401
    if borrows:
        del sys.modules["typing_extensions"]
