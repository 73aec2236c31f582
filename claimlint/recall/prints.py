"""What tells one state of things from another: a file's bytes, this program, its surroundings."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from claimlint import libreoffice

_KEY = b"what claimlint keeps of a file"
_CHUNK = 1 << 20
_LARGEST = 256 * 1024 * 1024
_UNASKED = frozenset(("__pycache__", "_data"))
"""Rules lie below the second in an installed package, and have a digest of their own."""


@dataclass(frozen=True, slots=True)
class Print:
    """The digest of a file's bytes as reports show it, and another one that nobody is shown."""

    sha256: str
    secret: bytes


def print_of(where: Path | bytes) -> Print | None:
    """Return the print of a file, or None where it cannot be read or is very large."""
    shown, hidden = hashlib.sha256(), hashlib.blake2b(key=_KEY, digest_size=32)
    try:
        for chunk in _chunks(where):
            shown.update(chunk)
            hidden.update(chunk)
    except OSError:
        return None
    return Print(shown.hexdigest(), hidden.digest())


def _chunks(where: Path | bytes) -> Iterator[bytes]:
    if isinstance(where, bytes):
        yield where
        return
    status = where.stat()
    if not stat.S_ISREG(status.st_mode) or status.st_size > _LARGEST:
        raise OSError("not an ordinary file of bearable size")
    with where.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def secret_of(secrets: list[bytes]) -> bytes:
    """Return the secret of several files together."""
    return hashlib.blake2b(b"".join(secrets), key=_KEY, digest_size=32, person=b"all").digest()


def name_of(secret: bytes, *about: object) -> str:
    """Return the name of an entry: of whose bytes it is, and what else it depends on."""
    told = json.dumps(about, default=str, ensure_ascii=True).encode()
    return hashlib.blake2b(told, key=secret, digest_size=20, person=b"name").hexdigest()


def surroundings() -> str:
    """Return a digest of this program's files, of what is installed beside it, and of programs.

    A change of any module or package makes another digest, so that nothing which another state of
    the program found is ever taken for what this one would find.
    """
    found: list[object] = [sys.version, sys.platform, libreoffice.program()]
    found.append(shutil.which("tesseract"))
    home = Path(__file__).resolve().parent.parent
    for folder, folders, files in os.walk(home):
        folders[:] = sorted(name for name in folders if name not in _UNASKED)
        for name in sorted(files):
            path = os.path.join(folder, name)  # noqa: PTH118 -- hundreds of them, each run
            status = os.stat(path)  # noqa: PTH116
            found.append((path, status.st_size, status.st_mtime_ns))
    for path in sys.path:
        with suppress(OSError):
            names = os.listdir(path or ".")  # noqa: PTH208
            found.append(sorted(name for name in names if name.endswith("-info")))
    return hashlib.sha256(json.dumps(found).encode()).hexdigest()
