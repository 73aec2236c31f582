"""Puts a document together from what its reader yields, and says how much of it was read."""

from __future__ import annotations

from collections import Counter

from claimlint.document import (
    Coverage,
    Document,
    PackedPassages,
    Part,
    Passage,
    Passages,
    Problem,
    ProblemCode,
    ReadStatus,
)
from claimlint.file_types import PLAIN
from claimlint.readers.interface import Item, PageDone
from claimlint.values.packed import BLOCK, packed

_WITHOUT_LOSS = frozenset((ProblemCode.NO_LIMITS, ProblemCode.SECOND_READER, ProblemCode.OCR))
"""Problems that are told although all of the text was read."""
_OF_WORDLESS = (ProblemCode.EMPTY, ProblemCode.UNSUPPORTED_PART)
_MANY = 16 * 1024
"""A document of more passages is packed: it takes little memory, and up to a sixth more of time."""


class Assembly:
    """One document while its file is read."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._pages = 0
        self._parts: Counter[Part] = Counter()
        self._packed: list[bytes] = []
        self._passages: list[Passage] = []
        self._problems: list[Problem] = []

    def add(self, item: Item) -> None:
        """Take the next item."""
        if isinstance(item, PageDone):
            self._pages = max(self._pages, item.number)
        elif isinstance(item, Passage):
            self._parts[item.location.part] += 1
            self._passages.append(item)
            if len(self._passages) > (BLOCK if self._packed else _MANY):
                self._pack(len(self._passages) // BLOCK * BLOCK)
        else:
            self._problems.append(item)

    def document(self, kind: str, sha256: str) -> Document:
        """Return the document; one of which nothing could be read says why.

        A page or catalogue without a word (a template, a page of components) is no such.
        """
        wordless = kind in PLAIN and self._wordless()
        told = any(each.fatal or each.code is ProblemCode.EMPTY for each in self._problems)
        if self._unread() and not told:
            self._problems.append(self._without_text(fatal=not wordless))
        return Document(
            path=self._path,
            format=kind,
            sha256=sha256,
            passages=self._all(),
            coverage=Coverage(
                pages=self._pages,
                parts=tuple((part.value, self._parts[part]) for part in Part if self._parts[part]),
                problems=tuple(self._problems),
            ),
            status=ReadStatus.PARTLY_READ if wordless else self._status(),
        )

    def _all(self) -> Passages:
        if not self._packed:
            return tuple(self._passages)
        self._pack(len(self._passages))
        return PackedPassages(tuple(self._packed), self._parts.total())

    def _pack(self, count: int) -> None:
        self._packed += packed(self._passages[:count])
        del self._passages[:count]

    def _without_text(self, *, fatal: bool) -> Problem:
        told = f" on any of its {self._pages} pages" if self._pages > 1 else ""
        message = f"no text was found{told}"
        why = next((one for one in self._problems if one.code not in _WITHOUT_LOSS), None)
        if why is not None:
            place = "" if why.location is None else f"{why.location.label}: "
            message = f"{message} ({place}{why.message})"
        return Problem(code=ProblemCode.NO_TEXT, message=message, fatal=fatal)

    def _lossy(self) -> bool:
        return any(problem.code not in _WITHOUT_LOSS for problem in self._problems)

    def _unread(self) -> bool:
        """Tell whether there is no passage, or only the title of a file whose pages are lost."""
        return not self._parts or (self._parts.keys() == {Part.METADATA} and self._lossy())

    def _wordless(self) -> bool:
        """Tell whether nothing stands in the file; what it shows may stand in others."""
        codes = {problem.code for problem in self._problems}
        return not self._parts and codes <= {*_WITHOUT_LOSS, *_OF_WORDLESS}

    def _status(self) -> ReadStatus:
        if self._unread():
            return ReadStatus.UNREADABLE
        return ReadStatus.PARTLY_READ if self._lossy() else ReadStatus.READ
