"""Goes through a folder: what is to be read, and what is passed over."""

from __future__ import annotations

import os
from pathlib import Path

from claimlint.file_types import LOCK, PASSED_OVER, suffix_of
from claimlint.machine.gitignore import Gitignore
from claimlint.machine.paths import is_file, is_link, real

DOSSIERS = ("claimlint.evidence.yaml", "claimlint.evidence.yml", "claimlint.evidence.json")
LEFT_OUT = "by .gitignore"
"""Stands for what git leaves out among the kinds of what was passed over."""
_NOT_OURS = (".", LOCK)
"""How hidden files begin, and those of office programs."""
_EXTRACT = ".claimlint.txt"


def walk(
    folder: Path, suffixes: frozenset[str], gitignore: Gitignore | None
) -> tuple[list[Path], list[str], list[OSError]]:
    """Return the readable files below a folder, what was passed over, what was closed.

    What git leaves out is read all the same in a folder that is itself left out, but named.
    """
    found: list[Path] = []
    closed: list[OSError] = []
    passed_over: list[str] = []
    whole = real(folder)
    git = None if gitignore is None or gitignore.around(whole) else gitignore
    for root, folders, names in os.walk(folder, followlinks=False, onerror=closed.append):
        place = whole / Path(root).relative_to(folder)
        kept = [f for f in folders if not f.startswith(".") and f not in PASSED_OVER]
        kept = [f for f in kept if not is_link(Path(root) / f)]
        passed_over += [""] * (len(folders) - len(kept))
        folders[:] = sorted(f for f in kept if git is None or not git.names(place / f, folder=True))
        passed_over += [LEFT_OUT] * (len(kept) - len(folders))
        for name in sorted(names):
            file = Path(root) / name
            if git is not None and git.names(place / name, folder=False):
                passed_over.append(LEFT_OUT)
                continue
            known = suffix_of(name) in suffixes or name in DOSSIERS
            readable = known and not _is_extract(file)
            if readable and not name.startswith(_NOT_OURS) and not is_link(file):
                found.append(file)
            else:
                passed_over.append("" if known else suffix_of(name))
    return found, passed_over, closed


def _is_extract(file: Path) -> bool:
    """Tell whether a file is the text of another that lies beside it, written by claimlint."""
    name = file.name
    return name.endswith(_EXTRACT) and is_file(file.with_name(name.removesuffix(_EXTRACT)))
