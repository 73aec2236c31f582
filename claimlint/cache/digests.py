"""Digests by which a changed file, program or installation is noticed."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from claimlint.datafiles import data_folder
from claimlint.machine import libreoffice

_KEY = b"what claimlint keeps of a file"
_CHUNK = 1 << 20
LARGEST = 256 * 1024 * 1024


class Digests(Struct, frozen=True):
    """The digest of a file's bytes as reports show it, and another one that nobody is shown."""

    sha256: str
    secret: bytes


def digests_of(where: Path | bytes) -> Digests | None:
    """Return both digests of a file, or None where it cannot be read or is very large."""
    shown, hidden = hashlib.sha256(), hashlib.blake2b(key=_KEY, digest_size=32)
    try:
        for chunk in _chunks(where):
            shown.update(chunk)
            hidden.update(chunk)
    except OSError:
        return None
    return Digests(shown.hexdigest(), hidden.digest())


def _chunks(where: Path | bytes) -> Iterator[bytes]:
    if isinstance(where, bytes):
        yield where
        return
    status = where.stat()
    if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST:
        raise OSError("not an ordinary file of bearable size")
    with where.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def secret_of(secrets: list[bytes]) -> bytes:
    """Return the secret of several files together."""
    return hashlib.blake2b(b"".join(secrets), key=_KEY, digest_size=32, person=b"all").digest()


def name_of(secret: bytes, *about: object) -> str:
    """Return the name of an entry: of whose bytes it is, and what else it depends on."""
    return hashlib.blake2b(
        repr(about).encode(), key=secret, digest_size=20, person=b"name"
    ).hexdigest()


def secret_in(where: Path | bytes) -> bytes | None:
    """Return only the secret digest of a file, or None where it cannot be read."""
    hidden = hashlib.blake2b(key=_KEY, digest_size=32)
    try:
        for chunk in _chunks(where):
            hidden.update(chunk)
    except OSError:
        return None
    return hidden.digest()


def program_folders() -> tuple[Path, ...]:
    """Return where the program's files lie: its modules, and in a checkout its rules and packs."""
    home = Path(__file__).resolve().parent.parent
    beside = (data_folder(name) for name in ("rules", "packs"))
    return (home, *(folder for folder in beside if not folder.is_relative_to(home)))


def _states(folder: str) -> list[tuple[str, int, int]]:
    """Return path, size and time of the files below a folder, in order, without `__pycache__`."""
    found, waiting = [], [folder]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if not entry.is_dir():
                    status = entry.stat()
                    found.append((entry.path, status.st_size, status.st_mtime_ns))
                elif entry.name != "__pycache__":
                    waiting.append(entry.path)
    return sorted(found)


def surroundings() -> str:
    """Return a digest of this program's files, of what is installed beside it, and of programs.

    A change of any module or package makes another digest, so that nothing which another state of
    the program found is ever taken for what this one would find.
    """
    from shutil import which

    found: list[object] = [sys.version, sys.platform, libreoffice.program()]
    found.append(which("tesseract"))
    for home in program_folders():
        found.extend(_states(str(home)))
    for path in sys.path:
        with suppress(OSError):
            names = os.listdir(path or ".")  # noqa: PTH208
            found.append(sorted(name for name in names if name.endswith("-info")))
    return hashlib.sha256(repr(found).encode()).hexdigest()
