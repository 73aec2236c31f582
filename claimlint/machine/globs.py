"""File patterns as configuration files use them: `*` within a folder, `**` across folders."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from unicodedata import normalize

_TOKEN = re.compile(r"\*\*/|\*\*|\*|\?|[^*?]+")
_FIXED = re.compile(r"[^*?]*(?=/|\Z)")
_MEANING = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def matches(path: str, patterns: Sequence[str], root: Path) -> bool:
    """Tell whether one of `patterns` fits `path`, seen from the folder `root`.

    A pattern without "/" fits a file of that name in any folder; one that names a folder fits
    all that lies in it. "\\" counts as "/". One that is a whole path is seen from no folder.
    """
    seen = _from(path, root)
    return any(
        _fits(_whole(path) if Path(pattern).is_absolute() else seen, pattern)
        for pattern in patterns
    )


def fixed_start(pattern: str) -> str:
    """Return the folder or file in which all lies that a pattern fits, as far as it says so."""
    plain = _plain(pattern)
    found = _FIXED.match(plain) if "/" in plain else None
    return found.group() if found else ""


def _plain(pattern: str) -> str:
    return pattern.replace("\\", "/").removeprefix("./").rstrip("/")


def _whole(path: str) -> str:
    return Path(os.path.abspath(path)).as_posix()  # noqa: PTH100 - pathlib keeps ".."


def _from(path: str, root: Path) -> str:
    try:
        return Path(os.path.relpath(path, root)).as_posix()
    except ValueError:  # another drive
        return Path(path).as_posix()


def _fits(path: str, pattern: str) -> bool:
    plain = normalize("NFC", _plain(pattern))
    if "/" not in plain:
        plain = f"**/{plain}"
    body = "".join(_MEANING.get(part, re.escape(part)) for part in _TOKEN.findall(plain))
    # Some systems store "ü" in two characters, and nobody writes it so.
    return re.fullmatch(f"{body}(?:/.*)?", normalize("NFC", path), re.DOTALL) is not None
