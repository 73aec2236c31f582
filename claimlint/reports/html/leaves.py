"""Cuts a document into leaves: its pages, slides or sheets, or sections of a text that flows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from claimlint.document import Passage
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


class _Key(NamedTuple):
    """What a leaf holds: a page, slide or sheet, or a section; of the file or of one inside it."""

    kind: str
    value: int | str | None
    member: str | None


def cuts(passages: Sequence[Passage], marked: Mapping[int, object]) -> tuple[Cut, ...]:
    """Return the leaves of a document in reading order; `marked` passages are kept in any case."""
    groups: dict[_Key, list[Entry]] = {}
    for index, passage in enumerate(passages):
        groups.setdefault(_key(passage), []).append((index, passage))
    found: list[Cut] = []
    long = len(passages) > _LONG
    paged = any(key.kind in ("page", "slide", "sheet") and not key.member for key in groups)
    # What a paged file holds besides its pages (its title, its layouts) comes after them.
    for key, entries in sorted(
        groups.items(), key=lambda group: paged and group[0] == _Key("section", None, None)
    ):
        for part in _sections(entries) if key.kind == "section" else (entries,):
            kept = _kept(part, marked) if long else part
            if kept or not long:
                found.append(_cut(key, kept, len(part) - len(kept)))
    return tuple(found)


def _key(passage: Passage) -> _Key:
    place = passage.location
    if place.page is not None:
        return _Key("page", place.page, place.member)
    if place.slide is not None:
        return _Key("slide", place.slide, place.member)
    if place.sheet is not None:
        return _Key("sheet", place.sheet, place.member)
    return _Key("section", None, place.member)


def _cut(key: _Key, entries: Sequence[Entry], left_out: int) -> Cut:
    label = _title(entries) if key.kind == "section" else f"{key.kind} {key.value}"
    if key.member is not None:
        label = label.removeprefix(f"{key.member}: ")
        kind, label, number = "member", f"{key.member}: {label}", None
    else:
        kind, label = key.kind, label[:1].upper() + label[1:]
        number = key.value if isinstance(key.value, int) else None
    return Cut(label=label, kind=kind, entries=tuple(entries), page=number, left_out=left_out)


def _title(entries: Sequence[Entry]) -> str:
    first = entries[0][1]
    if first.role.heads:
        number = f"{first.number} " if first.number else ""
        return f"{number}{' '.join(first.text.split())[:90]}"
    return first.location.label


def _sections(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Yield the passages in parts that begin with a heading and are not too long to look at."""
    part: list[Entry] = []
    for entry in entries:
        passage = entry[1]
        heading = passage.role.heads and passage.level <= 2
        follows = bool(part) and not part[-1][1].role.heads
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
