"""Where the record of decisions lies: in the working folder or one above it."""

from __future__ import annotations

from pathlib import Path

from claimlint.machine.paths import is_file, upwards

NAME = "claimlint.decisions.jsonl"


def nearest() -> Path | None:
    """Return the record that is nearest to the working folder, or None."""
    return next((folder / NAME for folder in upwards() if is_file(folder / NAME)), None)
