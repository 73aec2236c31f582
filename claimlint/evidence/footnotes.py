"""Resolves footnote markers: by what the reader says, and by marks in plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from claimlint.document import Document, Passage, Role
from claimlint.regex import regex

_MARK = r"\*{1,3}|†{1,2}|‡|§|[¹²³⁴⁵⁶⁷⁸⁹]{1,2}|\[\d{1,2}\]|\[\^[\w-]{1,12}\]"
_IN_TEXT = regex(rf"(?<=[\w.!?%\"'”’)])(?:{_MARK})(?=[\s.,;:!?)\"'”’]|$)")
_OPENS = regex(rf"^\s*(?P<mark>{_MARK}|\(\d{{1,2}}\))\s*:?\s*(?=\S)")
_FLATTENED = regex(
    r"(?:(?<=[\w.!?%\"'”’)])\((?P<a>\d{1,2})\)|(?:(?<=[a-z]{3})|(?<=[a-z)%][.!?]))(?P<b>\d))"
    r"(?=\s|$)"
)
_FLAT_NOTE = regex(r"^\s*(?P<sign>\(\d{1,2}\)|\d{1,2}(?=\s[A-Z]))")
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


def marks(document: Document) -> tuple[Mark, ...]:
    """Return the footnote markers of a document in order, those without a note too."""
    explained = dict(_explained(document.passages))
    found: list[Mark] = []
    for index, passage in enumerate(document.passages):
        for sign, start, end, loose in _in_passage(passage):
            places = _resolve(sign, index, explained, document.passages)
            places = places or _level_note(sign, index, document.passages)
            found.append(Mark(sign, index, start, end, places, loose))
        found.extend(_flattened(index, document.passages))
    return tuple(found)


def _flattened(index: int, passages: Sequence[Passage]) -> Iterator[Mark]:
    """Yield markers that lost their superscript ("intervention.1") where there is such a note."""
    for match in _FLATTENED.finditer(passages[index].text):
        bracketed = match["a"] is not None
        sign = f"({match['a']})" if bracketed else match["b"]
        notes = (
            place
            for place in range(index + 1, len(passages))
            if _flat_sign(passages[place], bracketed) == sign
            and _page(passages[place]) == _page(passages[index])
        )
        first = next(notes, None)
        if first is not None:
            yield Mark(sign.strip("()"), index, *match.span(), (first,))


def _level_note(sign: str, index: int, passages: Sequence[Passage]) -> tuple[int, ...]:
    """Return the note on the same page that opens with the sign as a plain figure, or nothing."""
    for place in range(index + 1, len(passages)):
        passage = passages[place]
        if passage.role is Role.HEADING or _page(passage) != _page(passages[index]):
            continue
        if _flat_sign(passage, bracketed=False) == sign:
            return (place,)
    return ()


def _flat_sign(passage: Passage, bracketed: bool) -> str | None:
    if bracketed and passage.number is not None:
        return passage.number
    match = _FLAT_NOTE.match(passage.text)
    return match["sign"] if match else None


def signs_of(text: str) -> tuple[tuple[str, int, int], ...]:
    """Return sign, start and end of the footnote markers that stand in a text."""
    return tuple((_sign(item.group()), *item.span()) for item in _IN_TEXT.finditer(text))


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


def _explained(passages: Sequence[Passage]) -> Iterator[tuple[tuple[str, int], None]]:
    for index, passage in enumerate(passages):
        if passage.note_id is not None:
            yield (_sign(passage.note_id), index), None
            continue
        match = _OPENS.match(passage.text)
        if match and not _bullet_star(passage, match["mark"]):
            yield (_sign(match["mark"]), index), None


def _bullet_star(passage: Passage, mark: str) -> bool:
    return mark == "*" and passage.role.value == "bullet"


def _resolve(
    sign: str,
    index: int,
    explained: dict[tuple[str, int], None],
    passages: Sequence[Passage],
) -> tuple[int, ...]:
    """Return the note of a sign: on the same page or slide if there is one, else the next."""
    places = [place for known, place in explained if known == sign and place != index]
    here = [place for place in places if _page(passages[place]) == _page(passages[index])]
    after = [place for place in here or places if place > index]
    return tuple((after or here or places)[:1])


def _page(passage: Passage) -> tuple[int | None, int | None]:
    return passage.location.page, passage.location.slide
