"""Where the record of decisions lies: in the working folder or one above it."""

from __future__ import annotations

from pathlib import Path

from claimlint.machine.paths import is_file

NAME = "claimlint.decisions.jsonl"


def nearest() -> Path | None:
    """Return the record that is nearest to the working folder, or None."""
    folder = Path()
    for _ in (Path.cwd(), *Path.cwd().parents):
        if is_file(folder / NAME):
            return folder / NAME
        folder = folder / ".."
    return None
