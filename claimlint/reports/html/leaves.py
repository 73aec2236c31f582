"""Cuts a document into leaves: its pages, slides or sheets, or sections of a text that flows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from claimlint.document import Passage, Role
from claimlint.reports.html.blocks import Entry

_SECTION = 24
_LONG = 1_500
_AROUND = 3


class Cut(Struct, frozen=True, kw_only=True):
    """The passages of one leaf. `page` is the number of the page or slide that it shows."""

    label: str
    kind: str
    entries: tuple[Entry, ...]
    page: int | None = None
    left_out: int = 0


def cuts(passages: Sequence[Passage], marked: Mapping[int, object]) -> tuple[Cut, ...]:
    """Return the leaves of a document in reading order; `marked` passages are kept in any case."""
    numbered = list(enumerate(passages))
    groups: dict[tuple[str, object], list[Entry]] = {}
    for index, passage in numbered:
        groups.setdefault(_key(passage), []).append((index, passage))
    found: list[Cut] = []
    long = len(passages) > _LONG
    paged = any(kind in ("page", "slide", "sheet") for kind, _ in groups)
    # What a paged file holds besides its pages (its title, its layouts) comes after them.
    for (kind, value), entries in sorted(
        groups.items(), key=lambda group: paged and group[0][0] == "section"
    ):
        if kind == "section":
            parts: Iterator[list[Entry]] = _sections(entries)
        else:
            parts = iter((entries,))
        for part in parts:
            kept = _kept(part, marked) if long else part
            if kept or not long:
                found.append(_cut(kind, value, kept, len(part) - len(kept)))
    return tuple(found)


def _key(passage: Passage) -> tuple[str, object]:
    place = passage.location
    if place.member is not None:
        return "member", place.member
    if place.page is not None:
        return "page", place.page
    if place.slide is not None:
        return "slide", place.slide
    if place.sheet is not None:
        return "sheet", place.sheet
    return "section", None


def _cut(kind: str, value: object, entries: Sequence[Entry], left_out: int) -> Cut:
    number = value if isinstance(value, int) else None
    if number is not None:
        label = f"{kind.capitalize()} {number}"
    elif kind == "section":
        label = _title(entries)
    else:
        label = f"{'Sheet' if kind == 'sheet' else 'Attached:'} {value}"
    return Cut(label=label, kind=kind, entries=tuple(entries), page=number, left_out=left_out)


def _title(entries: Sequence[Entry]) -> str:
    first = entries[0][1]
    if first.role in (Role.TITLE, Role.HEADING):
        number = f"{first.number} " if first.number else ""
        return f"{number}{' '.join(first.text.split())[:90]}"
    place = first.location.label
    return place[:1].upper() + place[1:]


def _sections(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Yield the passages in parts that begin with a heading and are not too long to look at."""
    part: list[Entry] = []
    for entry in entries:
        passage = entry[1]
        heading = passage.role in (Role.TITLE, Role.HEADING) and passage.level <= 2
        follows = bool(part) and part[-1][1].role not in (Role.TITLE, Role.HEADING)
        whole = passage.cell is not None and bool(part) and part[-1][1].cell is not None
        if part and ((heading and follows) or (len(part) >= _SECTION and not whole)):
            yield part
            part = []
        part.append(entry)
    if part:
        yield part


def _kept(entries: Sequence[Entry], marked: Mapping[int, object]) -> list[Entry]:
    """Return the marked passages with a few around them."""
    near = {
        position + step
        for position, (index, _) in enumerate(entries)
        if index in marked
        for step in range(-_AROUND, _AROUND + 1)
    }
    return [entry for position, entry in enumerate(entries) if position in near]
