"""The user's cache folder: small texts by name, safe under concurrent runs, bounded, expendable."""

from __future__ import annotations

import os
from pathlib import Path

_MOST = 16


def folder() -> Path:
    """Return the cache folder of the user: CLAIMLINT_CACHE_DIR, else the system's usual place."""
    named = os.environ.get("CLAIMLINT_CACHE_DIR")
    if named:
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("claimlint", appauthor=False)


def read(name: str) -> str | None:
    """Return the text kept under the name, or None where there is none that can be read."""
    try:
        return (folder() / name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def read_bytes(name: str) -> bytes | None:
    """Return the bytes kept under the name, or None where there are none that can be read."""
    try:
        return (folder() / name).read_bytes()
    except OSError:
        return None


def write(name: str, text: str | bytes) -> None:
    """Keep a text under a name, whole or not at all; a folder that cannot be written is no fault.

    The newest texts of the same sort (the name up to its first hyphen) are kept, older ones go.
    """
    from tempfile import mkstemp

    home = folder()
    try:
        home.mkdir(parents=True, exist_ok=True)
        handle, part = mkstemp(dir=home, prefix=".part-")
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode() if isinstance(text, str) else text)
        Path(part).replace(home / name)
        same = sorted(home.glob(f"{name.partition('-')[0]}-*"), key=_age, reverse=True)
        for old in same[_MOST:]:
            old.unlink(missing_ok=True)
    except OSError:
        return


def _age(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0
