"""What a path names. A path that nobody may look at, or that is too long, names nothing here."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import TypeVar

_Given = TypeVar("_Given")

LOOKED = "claimlint.looked"
"""The audit event that a path was looked at, for who wants to know what a run depends on."""


def is_file(path: Path) -> bool:
    """Return whether the path names an ordinary file; pathlib raises where it may not look."""
    mode = _mode(path)
    return mode is not None and stat.S_ISREG(mode)


def is_folder(path: Path) -> bool:
    """Return whether the path names a folder."""
    mode = _mode(path)
    return mode is not None and stat.S_ISDIR(mode)


def is_link(path: Path) -> bool:
    """Return whether the path names a link, whatever the link leads to."""
    try:
        return path.is_symlink()
    except (OSError, ValueError):
        return False


def exists(path: Path) -> bool:
    """Return whether the path names anything that can be seen."""
    return _mode(path) is not None


def unseen(path: Path) -> str | None:
    """Return why a path cannot be looked at, or None where it can be or where nothing is there."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        return (error.strerror or "it cannot be looked at").lower()
    except ValueError:
        return "no path of this system"
    return None


def upwards() -> Iterator[Path]:
    """Yield the working folder and those above it, seen from there: ".", "..", "../.."."""
    folder = Path()
    for _ in (Path.cwd(), *Path.cwd().parents):
        yield folder
        folder = folder / ".."


def real(path: Path) -> Path:
    """Return the whole path without links, as it is where they lead round in a circle."""
    try:
        return Path(os.path.realpath(path))
    except ValueError:
        return path


def given_for(name: str, given: Iterable[tuple[str, _Given]]) -> _Given | None:
    """Return what is first given for a path or a folder above it, `/` between its parts."""
    path = PurePosixPath(name)
    return next((value for above, value in given if path.is_relative_to(above)), None)


def stamps(paths: Iterable[Path]) -> dict[str, tuple[int, int]]:
    """Return for each file that is there its time of change in nanoseconds and its size."""
    found = {}
    for path in paths:
        with suppress(OSError):
            stat = path.stat()
            found[path.as_posix()] = (stat.st_mtime_ns, stat.st_size)
    return found


def no_file(path: Path) -> str:
    """Return why a path that was named is no file."""
    if is_folder(path):
        return "is a folder, not a file"
    return unseen(path) or "there is no such file"


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet, whole or not at all.

    Raises:
        FileExistsError: it is there.
        OSError: it cannot be written.
    """
    with path.open("x", encoding="utf-8", newline="\n") as file, whole_or_gone(path):
        file.write(text)
        file.flush()


@contextmanager
def whole_or_gone(path: Path) -> Iterator[None]:
    """Remove a file unless the block that writes it ends well."""
    whole = False
    try:
        yield
        whole = True
    finally:
        if not whole and is_file(path):
            path.resolve().unlink()


def unwritable(path: Path) -> str | None:
    """Return why nothing can be written to a path in a folder that is there, or None."""
    target = path if exists(path) else path.absolute().parent
    return unseen(path) or (None if os.access(target, os.W_OK) else "permission denied")


def _mode(path: Path) -> int | None:
    sys.audit(LOOKED, path)
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return None
