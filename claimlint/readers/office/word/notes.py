"""Markers of footnotes and endnotes: the sign in the text and the note that it points at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claimlint.readers.office.words.numerals import printed


class Reference(NamedTuple):
    """A marker in the text: footnote or endnote, its id, and the sign if the author typed one."""

    kind: str
    id: str
    sign: str | None = None


class Notes:
    """Counts markers in the order of the text, and remembers where comments stand."""

    def __init__(self, forms: dict[str, str] | None = None) -> None:
        """`forms` says how each kind counts; by default digits, and roman for endnotes."""
        self._forms = {"footnote": "decimal", "endnote": "lowerRoman", **(forms or {})}
        self._counts = {"footnote": 0, "endnote": 0}
        self._signs: dict[tuple[str, str], str] = {}

    def markers(self, references: Sequence[Reference]) -> tuple[str, ...]:
        """Return the markers of the references, numbered on from those before."""
        return tuple(self._mark(reference) for reference in references)

    def marker(self, kind: str, id_: str) -> str | None:
        """Return the marker of a note, or None if nothing in the text points at it."""
        return self._signs.get((kind, id_))

    def _mark(self, reference: Reference) -> str:
        key = (reference.kind, reference.id)
        if key not in self._signs:
            self._signs[key] = reference.sign or self._next(reference.kind)
        return self._signs[key]

    def _next(self, kind: str) -> str:
        self._counts[kind] += 1
        sign = printed(self._counts[kind], self._forms[kind])
        same = self._forms["footnote"] == self._forms["endnote"]
        return f"endnote {sign}" if same and kind == "endnote" else sign
