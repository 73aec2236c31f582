"""The user's cache folder: small texts by name, safe under concurrent runs, bounded, expendable."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_MOST = 16


def folder() -> Path:
    """Return the cache folder of the user: CLAIMLINT_CACHE_DIR, else the system's usual place."""
    named = os.environ.get("CLAIMLINT_CACHE_DIR")
    return Path(named) if named else _usual()


def _usual() -> Path:
    """Return where this system keeps what can be made anew (XDG, Apple's and Windows' rules)."""
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA") or _home("~/AppData/Local")
        return Path(local, "claimlint", "Cache")
    named = os.environ.get("XDG_CACHE_HOME", "")
    if not named.startswith("/"):
        named = _home("~/Library/Caches" if sys.platform == "darwin" else "~/.cache")
    return Path(named, "claimlint")


def _home(path: str) -> str:
    return os.path.expanduser(path)  # noqa: PTH111 -- pathlib's fails where there is no home


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
