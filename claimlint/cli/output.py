"""Where a report goes: standard output or a file, in the width and colours that fit."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from claimlint.errors import WrongCall
from claimlint.reports.screen import Shape

_PIPE_WIDTH = 100


def write(text: str, path: Path | None) -> None:
    """Write the report; a file is written whole or not at all.

    Raises:
        WrongCall: the file cannot be written.
    """
    if path is None:
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
        return
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise WrongCall(f"--output {path}: cannot be written ({error.strerror})") from error


def shape(path: Path | None) -> Shape:
    """Return width and colour: a terminal's own, or plain text for a pipe or file."""
    terminal = path is None and sys.stdout.isatty()
    width = shutil.get_terminal_size((_PIPE_WIDTH, 24)).columns if terminal else _columns()
    colour = terminal and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return Shape(width=width, colour=colour)


def _columns() -> int:
    given = os.environ.get("COLUMNS", "")
    return int(given) if given.isdigit() and int(given) > 0 else _PIPE_WIDTH
