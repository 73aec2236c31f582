"""How office files hang together, for who reads them and who writes into them.

Source: ECMA-376, part 2 (packages), part 1 (fields), part 3 (alternatives).
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimlint.office.names import MC

if TYPE_CHECKING:
    from lxml.etree import _Element


def relations_of(part: str) -> str:
    """Return the name of the part that holds the relations of a part, "" being the package."""
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def resolved(folder: str, target: str) -> str:
    """Return the name of the part that a relation of a part in a folder leads to."""
    joined = target if target.startswith("/") else posixpath.join(folder, target)
    return posixpath.normpath(joined).lstrip("/")


def chosen(alternate: _Element) -> Iterator[_Element]:
    """Return the content of the one alternative that counts: the first choice, else fallback."""
    for tag in (f"{MC}Choice", f"{MC}Fallback"):
        for option in alternate.iterchildren(tag):
            if len(option):
                return iter(option)
    return iter(())


class Fields:
    """The fields of a Word part that are open, run after run.

    While one is `instructing`, text is its instruction, not its result.
    """

    def __init__(self) -> None:
        self._open: list[bool] = []
        self.instructing = False

    def mark(self, kind: str | None) -> None:
        """Take a mark of a field (`w:fldCharType`)."""
        if kind == "begin":
            self._open.append(True)
        elif kind == "separate" and self._open:
            self._open[-1] = False
        elif kind == "end" and self._open:
            self._open.pop()
        self.instructing = any(self._open)

    def close(self) -> None:
        """Forget fields that were never ended."""
        self._open.clear()
        self.instructing = False
