"""Tells the remarks that an earlier run wrote into a document from the document's own text.

Lines are left out where claimlint's rules account for all that they say, but for words of a paper
in quotes and reasons on evidence. What of these the document does not hold is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from claimlint.annotate.own_words import OPENS, OwnWords
from claimlint.annotate.wording import AUTHOR, HEADS, clean
from claimlint.document import Document, Part, Passage
from claimlint.values.remarked import Loose, Remarked

_NOTE = f"{AUTHOR}-"
_BESIDE = (Part.COMMENT, Part.ANNOTATION, Part.NOTES)
"""Where remarks stand in files with pages: what is printed there is never one."""


def without_remarks(document: Document, words: Callable[[], OwnWords]) -> Document:
    """Return the document without what claimlint wrote into it; `words` are asked if need be."""
    if not any(_begins(passage) for passage in document.passages):
        return document
    sorter = _Sorter(words())
    kept = sorter.kept(document.passages)
    if not sorter.remarks:
        return document
    held = _Held(kept)
    counts = Counter(str(passage.location.part) for passage in kept)
    return replace(
        document,
        passages=kept,
        coverage=replace(
            document.coverage,
            parts=tuple((str(part), counts[part]) for part in Part if counts[part]),
        ),
        remarked=Remarked(
            remarks=len(sorter.remarks),
            lines=tuple(dict.fromkeys(sorter.lines)),
            loose=tuple(each for each in dict.fromkeys(sorter.loose) if each not in held),
        ),
    )


def page_without_remarks(page: Sequence[Passage], words: Callable[[], OwnWords]) -> list[Passage]:
    """Return the passages of a page without what claimlint wrote into it."""
    if not any(_begins(passage) for passage in page):
        return list(page)
    return list(_Sorter(words()).kept(page))


def _may_hold(passage: Passage) -> bool:
    """Tell whether `annotate` writes where the passage stands: beside pages, anywhere in texts."""
    return passage.location.line is not None or passage.location.part in _BESIDE


def _begins(passage: Passage) -> bool:
    return _may_hold(passage) and OPENS.match(passage.text) is not None


class _Line(Struct, frozen=True):
    """One line of a passage and its code points."""

    text: str
    start: int
    end: int


class _Sorter:
    """Goes through passages in their order and keeps those that are no remarks."""

    def __init__(self, words: OwnWords) -> None:
        self.remarks: set[str] = set()
        self.lines: list[str] = []
        self.loose: list[Loose] = []
        self._words = words
        self._open: tuple[Part, str] | None = None
        self._broken = False
        self._heads: list[Passage] = []

    def kept(self, passages: Sequence[Passage]) -> tuple[Passage, ...]:
        """Return the passages that are no remarks, and of others what is none."""
        kept: list[Passage] = []
        for passage in passages:
            if passage.text.strip() in HEADS:
                self._heads.append(passage)
                continue
            rest = self._rest(passage)
            if rest is passage:
                kept += self._heads
            else:
                self.lines += (clean(each.text) for each in self._heads)
            self._heads.clear()
            kept += [] if rest is None else [_unnoted(rest)]
        return (*kept, *self._heads)

    def _rest(self, passage: Passage) -> Passage | None:
        """Return the passage, or what in it is no remark, or None where nothing is left."""
        if not _may_hold(passage):
            return passage
        lines = list(_lines(passage.text))
        unknown = [line for line in lines if not self._known(line.text, passage)]
        if not unknown:
            return None
        if len(unknown) == len(lines):
            return passage
        return _cut(passage, unknown[0].start, unknown[-1].end)

    def _known(self, line: str, passage: Passage) -> bool:
        """Tell whether a line is one of a remark, and take it if so."""
        line, place = clean(line), (passage.location.part, passage.location.label)
        opening = self._words.opening(line) if OPENS.match(line) else None
        told = None
        if opening is not None:
            self._open, self._broken = place, False
            self.remarks.add(opening.name)
            told = opening.loose
        elif self._open is not None and self._goes_on(place):
            told = self._words.line(line)
            self._broken = self._broken or told is None
        if told is None:
            return False
        self.lines.append(line)
        self.loose += told
        return True

    def _goes_on(self, place: tuple[Part, str]) -> bool:
        """Tell whether the remark may go on here: in its part, and at its place once it broke."""
        assert self._open is not None
        return place == self._open if self._broken else place[0] is self._open[0]


class _Held:
    """What the passages hold that are no remarks."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._texts = "\n".join(clean(passage.text) for passage in passages)
        self._labels = {passage.location.label for passage in passages}

    def __contains__(self, loose: Loose) -> bool:
        return loose.quoted and (loose.words in self._texts or loose.words in self._labels)


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield _Line(line, start, start + len(line))
        start += len(line) + 1


def _cut(passage: Passage, start: int, end: int) -> Passage:
    """Return the code points `start` to `end` of a passage as one of its own."""
    pieces = [piece for piece in passage.pieces if piece.start < end and piece.end > start]
    return replace(
        passage,
        text=passage.text[start:end],
        pieces=tuple(piece.cut(start, end).shifted(-start) for piece in pieces),
    )


def _unnoted(passage: Passage) -> Passage:
    """Return the passage without the markers of our footnotes."""
    if not any(note.startswith(_NOTE) for note in passage.notes):
        return passage
    notes = tuple(note for note in passage.notes if not note.startswith(_NOTE))
    return replace(passage, notes=notes)
