"""Resolves footnote markers: by what the reader says, and by marks in plain text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from msgspec import Struct

from claimlint.document import Document, Passage, Role
from claimlint.evidence.once import once_a_document
from claimlint.regex import regex

_MARK = r"\*{1,3}|†{1,2}|‡|§|[¹²³⁴⁵⁶⁷⁸⁹]{1,2}|\[\d{1,2}\]|\[\^[\w-]{1,12}\]"
_MARKS = regex("[*†‡§¹²³⁴⁵⁶⁷⁸⁹[]")
"""What stands in every marker: most texts hold none."""
_IN_TEXT = regex(rf"(?<=[\w.!?%\"'”’)])(?:{_MARK})(?=[\s.,;:!?)\"'”’]|$)")
_OPENS = regex(rf"^\s*(?P<mark>{_MARK}|\(\d{{1,2}}\))\s*:?\s*(?=\S)")
_FURTHER = regex(rf"(?:(?<=[\s.;])|^)(?:{_MARK})\s*(?=[^\W\d_])")
"""What opens a note in a line that may hold several."""
_FLATTENED = regex(
    r"[(\d](?:(?<=[\w.!?%\"'”’)]\()(?P<number>\d{1,2})\)|(?<=[a-z]{3}\d)|(?<=[a-z)%][.!?]\d))"
    r"(?=\s|$)"
)
"""Its first character is asked for before what stands around it: most are passed over at once."""
_FLAT_NOTE = regex(r"^\s*(?P<sign>\(\d{1,2}\)|\d{1,2}(?=\s[A-Z]))")
_Page = tuple[int | None, int | None]
_Key = TypeVar("_Key", bound=Hashable)
_FIGURES = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")


class Mark(Struct, frozen=True):
    """A footnote marker in a passage: its sign, its place, and the passages that explain it.

    A `loose` one is named by the reader and does not stand in the text: it counts for the whole
    passage.
    """

    sign: str
    passage: int
    start: int
    end: int
    notes: tuple[int, ...]
    loose: bool = False


@once_a_document
def marks(document: Document) -> tuple[Mark, ...]:
    """Return the footnote markers of a document in order, those without a note too."""
    passages = document.passages
    notes = _Notes(passages)
    found: list[Mark] = []
    for index, passage in enumerate(passages):
        page = _page(passage)
        for sign, start, end, loose in _in_passage(passage):
            places = notes.explaining(sign, page, index) or notes.level(sign, page, index)
            found.append(Mark(sign, index, start, end, places, loose))
        found.extend(_flattened(index, passage, notes))
    return tuple(found)


class _Notes:
    """The passages that explain a sign, by how they open and by their page, in order."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        explained = tuple(_explained(passages))
        self._explained = _filed(explained)
        self._on_page = _filed(((sign, _page(passages[at])), at) for sign, at in explained)

    @cached_property
    def _flat(self) -> Mapping[tuple[str | None, bool, _Page], Sequence[int]]:
        return _filed(
            ((_flat_sign(passage, bracketed), bracketed, _page(passage)), index)
            for index, passage in enumerate(self._passages)
            for bracketed in (True, False)
        )

    def explaining(self, sign: str, page: _Page, index: int) -> tuple[int, ...]:
        """Return the note of a sign: on the same page or slide if there is one, else the next."""
        here = _other(self._on_page.get((sign, page), ()), index)
        return here or _other(self._explained.get(sign, ()), index)

    def flat(self, sign: str, bracketed: bool, page: _Page, index: int) -> tuple[int, ...]:
        """Return the next note on the page that opens with the sign as a plain figure."""
        return _next(self._flat.get((sign, bracketed, page), ()), index)

    def level(self, sign: str, page: _Page, index: int) -> tuple[int, ...]:
        """Return the next note on the page that is no heading and opens with the plain sign."""
        flat = self._flat.get((sign, False, page), ())
        later = (flat[at] for at in range(bisect_right(flat, index), len(flat)))
        return next(((at,) for at in later if self._passages[at].role is not Role.HEADING), ())


def _filed(told: Iterable[tuple[_Key, int]]) -> dict[_Key, list[int]]:
    found: dict[_Key, list[int]] = {}
    for key, index in told:
        found.setdefault(key, []).append(index)
    return found


def _next(places: Sequence[int], index: int) -> tuple[int, ...]:
    at = bisect_right(places, index)
    return tuple(places[at : at + 1])


def _other(places: Sequence[int], index: int) -> tuple[int, ...]:
    """Return the next place behind `index`, or else the first one before it."""
    return _next(places, index) or tuple(place for place in places[:1] if place != index)


def _flattened(index: int, passage: Passage, notes: _Notes) -> Iterator[Mark]:
    """Yield markers that lost their superscript ("intervention.1") where there is such a note."""
    for match in _FLATTENED.finditer(passage.text):
        sign, bracketed = match[0], match["number"] is not None
        places = notes.flat(sign, bracketed, _page(passage), index)
        if places:
            yield Mark(sign.strip("()"), index, *match.span(), places)


def _flat_sign(passage: Passage, bracketed: bool) -> str | None:
    if bracketed and passage.number is not None:
        return passage.number
    match = _FLAT_NOTE.match(passage.text)
    return match["sign"] if match else None


def signs_of(text: str) -> tuple[tuple[str, int, int], ...]:
    """Return sign, start and end of the footnote markers that stand in a text."""
    if _MARKS.search(text) is None:
        return ()
    return tuple((_sign(item.group()), *item.span()) for item in _IN_TEXT.finditer(text))


def of_sign(sign: str, text: str, starts: Sequence[int]) -> tuple[int, ...]:
    """Return which sentences of a note are of a sign, by where they start; all if none is.

    A line can hold several notes ("¹ Glass only. ² Of 4,812 invoices.").
    """
    opened = [(match.start(), _sign(match.group().strip())) for match in _FURTHER.finditer(text)]
    own = [
        index
        for index, start in enumerate(starts)
        if next((told for at, told in reversed(opened) if at <= start), sign) == sign
    ]
    return tuple(own or range(len(starts)))


def _in_passage(passage: Passage) -> Iterator[tuple[str, int, int, bool]]:
    seen = []
    for sign, start, end in signs_of(passage.text):
        if not _emphasis(passage.text, start, end):
            seen.append(sign)
            yield sign, start, end, False
    for note in passage.notes:
        if _sign(note) not in seen:
            place = len(passage.text.rstrip())
            yield _sign(note), max(0, place - 1), place, True


def _emphasis(text: str, start: int, end: int) -> bool:
    """Tell whether asterisks close an emphasis ("**bold**") and are no marker."""
    sign = text[start:end]
    return sign.startswith("*") and text.count(sign, 0, start) % 2 == 1


def _sign(raw: str) -> str:
    return raw.strip("[]()^ ").translate(_FIGURES)


def _explained(passages: Sequence[Passage]) -> Iterator[tuple[str, int]]:
    for index, passage in enumerate(passages):
        if passage.note_id is not None:
            yield _sign(passage.note_id), index
            continue
        match = _OPENS.match(passage.text)
        if match and not _bullet_star(passages, index, match["mark"]):
            yield _sign(match["mark"]), index
            further = _FURTHER.finditer(passage.text, match.end())
            yield from ((_sign(each.group().strip()), index) for each in further)


def _bullet_star(passages: Sequence[Passage], index: int, mark: str) -> bool:
    """Tell whether a star draws a bullet; the last bullet of a list that has no stars is a note."""
    if mark != "*" or passages[index].role is not Role.BULLET:
        return False
    before, after = passages[max(0, index - 1)], passages[index + 1 : index + 2]
    listed = before.role is Role.BULLET and not before.text.lstrip().startswith("*")
    return not listed or any(each.role is Role.BULLET for each in after)


def _page(passage: Passage) -> _Page:
    return passage.location.page, passage.location.slide
