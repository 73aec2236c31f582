"""What tells one state of a folder of rules from another."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

_Parts = tuple[str, ...]
_READ = (".yaml", ".tsv")


def digest_of(folder: Path) -> str:
    """Return the SHA-256 over the YAML files and tables of a folder of rules, in hexadecimal."""
    total, root = hashlib.sha256(), str(folder)
    for parts in sorted(_files(root, ())):
        total.update("/".join(parts).encode())
        # There are hundreds, so the shortest way to their bytes counts.
        with open(os.path.join(root, *parts), "rb", buffering=0) as file:  # noqa: PTH118, PTH123
            total.update(hashlib.sha256(file.read()).digest())
    return total.hexdigest()


def _files(folder: str, above: _Parts) -> Iterator[_Parts]:
    """Yield the parts of the paths of such files below a folder, links to folders left out."""
    with os.scandir(folder) as found:
        for entry in found:
            if entry.name.endswith(_READ):
                yield (*above, entry.name)
            elif entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, (*above, entry.name))
