"""Where a report goes: standard output or a file, in the width and colours that fit."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claimlint.errors import Status, WrongCall
from claimlint.machine.paths import exists, is_folder, unwritable, whole_or_gone
from claimlint.reports.look import Shape
from claimlint.reports.safe_text import safe

if TYPE_CHECKING:
    from claimlint.finding import Report

_PIPE_WIDTH = 100
_STANDARD_OUTPUT = Path("-")
PIPE_CLOSED = 141


def named(path: Path | None) -> Path | None:
    """Return the file that an option names, or None for standard output, which is also `-`."""
    return None if path == _STANDARD_OUTPUT else path


def check_target(path: Path | None, inputs: Sequence[str]) -> None:
    """Refuse a target that cannot be written, before the work is done; `inputs` are read.

    Raises:
        WrongCall: the folder of the target is missing, or the target is a folder or an input.
    """
    if path is None:
        return
    if path == _STANDARD_OUTPUT:
        raise WrongCall("--output -: this does not go to standard output; name a file")
    if is_folder(path):
        raise WrongCall(f"--output {path}: is a folder; name a file")
    if not is_folder(path.absolute().parent):
        raise WrongCall(f"--output {path}: there is no folder {path.parent}; make it first")
    if fault := unwritable(path):
        raise WrongCall(f"--output {path}: cannot be written ({fault})")
    if any(exists(path) and exists(Path(name)) and path.samefile(name) for name in inputs):
        raise WrongCall(f"--output {path}: is one of the files to check; name another")


def write(
    report: str | bytes | Iterator[bytes], path: Path | None, *, option: str = "--output"
) -> None:
    """Write the report, text as UTF-8; what cannot be encoded is shown as "?".

    A file that is not written to its end is removed.

    Raises:
        WrongCall: the file cannot be written.
    """
    if isinstance(report, str):
        report = report.encode("utf-8", "replace")
    pieces = iter((report,)) if isinstance(report, bytes) else report
    if path is None:
        _print(pieces)
        return
    try:
        with path.open("wb") as file, whole_or_gone(path):
            file.writelines(pieces)
            file.flush()
    except OSError as error:
        raise WrongCall(f"{option} {path}: cannot be written ({error.strerror})") from error


def say(line: str, indent: str = "") -> None:
    """Write one line on standard output; what no terminal should get is shown as in a report.

    Raises:
        WrongCall: it cannot be written.
    """
    write(f"{indent}{safe(line)}\n", None)


def left_for_closed_pipe(left: SystemExit) -> bool:
    """Tell whether a library ended the program because nobody reads its output any more."""
    return isinstance(left.__context__, BrokenPipeError)


def _print(pieces: Iterator[bytes]) -> None:
    try:
        sys.stdout.buffer.writelines(pieces)
        sys.stdout.buffer.flush()
    except OSError as error:
        # Python flushes standard output once more when it ends, and would complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            sys.exit(PIPE_CLOSED)
        raise WrongCall(f"standard output: cannot be written ({error.strerror})") from error


def tell(faults: Iterable[tuple[str, str]]) -> None:
    """Say on standard error, one a line, which files could not be read or judged, and why."""
    for path, message in faults:
        print(f"claimlint: {safe(path)}: {safe(message)}", file=sys.stderr)


def require_something_read(report: Report) -> None:
    """Leave with the status of unreadable files where nothing at all was read."""
    from claimlint.steps.status import anything_read

    if not anything_read(report):
        sys.exit(int(Status.UNREADABLE))


def shape(path: Path | None) -> Shape:
    """Return width and colour: a terminal's own, or plain text for a pipe or file."""
    terminal = path is None and sys.stdout.isatty()
    width = _terminal() if terminal else _columns()
    colour = terminal and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return Shape(width=width, colour=colour)


def _terminal() -> int:
    from shutil import get_terminal_size

    return get_terminal_size((_PIPE_WIDTH, 24)).columns


def _columns() -> int:
    given = os.environ.get("COLUMNS", "")
    return int(given) if given.isdecimal() and int(given) > 0 else _PIPE_WIDTH
