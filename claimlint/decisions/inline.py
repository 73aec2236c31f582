"""Ignores that stand in a document: a comment that names rules, a reason, an owner and a day."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from claimlint.decisions.entry import MANDATORY, Entry, is_day
from claimlint.document import Location, Part, Passage
from claimlint.finding import Claim
from claimlint.regex import regex
from claimlint.rulebook.suggestion import suggestion
from claimlint.values.ruling import State

_MARKED = regex(r"<!--\s*claimlint:\s*(?P<told>.{0,2000}?)\s*-->", re.DOTALL)
_BARE = regex(r"\s*claimlint:\s*(?P<told>.*)", re.DOTALL)
_FORM = "write claimlint: ignore RULE -- reason; owner=NAME; until=2027-01-31"
_NAMED = ("owner", "until", "evidence")


class Directive(Struct, frozen=True, kw_only=True):
    """A comment that speaks to claimlint.

    `rules` are the rules or categories that it names, `passages` the indices of what it covers
    beside its own `lines` (first and last, from 1). With a `fault` it decides nothing.
    """

    words: str
    location: Location
    lines: tuple[int, int]
    rules: tuple[str, ...] = ()
    passages: frozenset[int] = frozenset()
    entry: Entry | None = None
    fault: str = ""

    def covers(self, claim: Claim) -> bool:
        """Tell whether the comment speaks of the claim."""
        named = claim.rule in self.rules or str(claim.category) in self.rules
        return named and self.reaches(claim)

    def reaches(self, claim: Claim) -> bool:
        """Tell whether the claim stands where the comment speaks of what its rules name."""
        first, last = self.lines
        line = claim.location.line
        return claim.passage in self.passages or (line is not None and first <= line <= last)


def directives(passages: Sequence[Passage], known: Collection[str]) -> tuple[Directive, ...]:
    """Return the comments of a document that speak to claimlint; `known` are rules and categories.

    A comment covers its own lines; where it stands alone on them, it covers the passage after it,
    or the whole element.
    """
    return tuple(
        _directive(told, place, _after(passage, place, passages), known)
        for passage in passages
        for told, place in _comments(passage)
    )


def _comments(passage: Passage) -> Iterator[tuple[str, Location]]:
    if passage.location.line is None or "claimlint:" not in passage.text:
        return
    if passage.location.part is Part.COMMENT:
        found = _BARE.fullmatch(passage.text)
        if found is not None:
            yield found["told"].strip(), passage.location
        return
    for found in _MARKED.finditer(passage.text):
        yield found["told"], passage.locate(*found.span())


def _directive(
    told: str, place: Location, covered: frozenset[int], known: Collection[str]
) -> Directive:
    lines = _lines(place)
    words = " ".join(told.split())
    read = _read(words, known)
    if isinstance(read, str):
        return Directive(words=words, location=place, lines=lines, fault=read)
    rules, entry = read
    return Directive(
        words=words,
        location=place,
        lines=lines,
        rules=rules,
        passages=covered,
        entry=entry,
    )


def _lines(place: Location) -> tuple[int, int]:
    line = place.line or 1
    return line, place.end_line or line


def _after(comment: Passage, place: Location, passages: Sequence[Passage]) -> frozenset[int]:
    """Return what follows a comment that stands alone on its lines: an element or a passage."""
    lines = _lines(place)
    own = [
        passage
        for passage in passages
        if passage.location.part is not Part.COMMENT
        and passage.location.line is not None
        and passage.location.line <= lines[1]
        and lines[0] <= (passage.location.end_line or passage.location.line)
    ]
    if any(_words_beside(passage, lines) for passage in own):
        return frozenset()
    later = [
        (passage.location.line, index)
        for index, passage in enumerate(passages)
        if passage.location.part is not Part.COMMENT
        and passage.location.line is not None
        and (passage.location.line > lines[1] or passage in own)
    ]
    inside = [index for line, index in later if line <= comment.element_end]
    return frozenset(inside or [index for _, index in sorted(later)[:1]])


def _words_beside(passage: Passage, lines: tuple[int, int]) -> bool:
    """Tell whether a passage has words of its own on the lines of a comment."""
    start = passage.location.line or 1
    bare = _MARKED.sub(lambda found: "\n" * found.group().count("\n"), passage.text)
    rows = bare.split("\n")[max(0, lines[0] - start) : lines[1] - start + 1]
    return any(row.strip() for row in rows)


def _read(words: str, known: Collection[str]) -> tuple[tuple[str, ...], Entry] | str:
    """Return the rules and the decision that a comment names, or what is wrong with it."""
    head, told, rest = words.partition("--")
    verb, *rules = head.replace(",", " ").split() or [""]
    if verb != "ignore":
        return f'"{verb}" is nothing that claimlint does; {_FORM}'
    if not rules:
        return f"it names no rule; {_FORM}"
    for rule in rules:
        if rule not in known:
            return f'no category or rule called "{rule}"{suggestion(rule, known)}'
    values, fault = _values(rest if told else "")
    if fault:
        return fault
    absent = [key for key in MANDATORY if not values.get(key)]
    if absent:
        return f"it lacks {', '.join(absent)}; {_FORM}"
    if not is_day(values["until"]):
        return f"until: {values['until']!r} is no day; write it as 2027-01-31"
    return tuple(rules), Entry(state=State.ACCEPTED, rule=", ".join(rules), **values)


def _values(rest: str) -> tuple[dict[str, str], str]:
    reason, *named = rest.split(";")
    values = {"reason": reason.strip()}
    for part in named:
        key, told, value = part.partition("=")
        if told and key.strip() in _NAMED:
            values[key.strip()] = value.strip()
        elif part.strip():
            return {}, f'"{part.strip()}" is neither {", ".join(f"{name}=" for name in _NAMED)}'
    return values, ""
