"""Cuts passages into units and tells each what it completes: stem, column head, label."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from claimlint.detect.units.annexes import Annexes
from claimlint.detect.units.figures import goes_on, is_number, label, none_above
from claimlint.detect.units.flat_headings import FlatHeadings
from claimlint.detect.units.printed_numbers import PrintedNumbers
from claimlint.detect.units.tables import (
    answers,
    columns_beside,
    completed,
    counted,
    denies,
    heads_column,
    is_lower_tier,
    rows_beside,
    then,
)
from claimlint.detect.units.unit import Unit
from claimlint.document import PackedPassages, Part, Passage, Role, TableCell
from claimlint.regex import regex
from claimlint.rulebook.reading_form import Token, tokens

_BREAK = regex(
    r"""
    (?<=[.!?…])(?P<close>["'”’)\]]*(?:\s*(?:\[\^?\w{1,3}\]|[*†‡¹²³]))?)\s+
        (?=["'“‘(\[*_]*(?:[A-Z0-9¿¡]|[^\w\s.,;:)\]%–—-]))
  | (?<=[a-z)"”’][.!?])(?P<note>\d{1,2})\s+(?=[A-Z])
  | (?<=[.!?]["”’)])\s+(?=[A-Z])
  | \s+[•·▪►✓✔✅➤❯|]\s+
  | \s*\n\s*\n\s*
    """,
    re.VERBOSE,
)
_MAY_BREAK = regex(r"[.!?…•·▪►✓✔✅➤❯|\n](?:(?<=\n)\s|(?<!\n)\S*\s)")
"""What stands where `_BREAK` does: most passages have no such place, and this tells so sooner."""
_ABBREVIATION = regex(
    r"(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|incl|no|nos|inc|ltd|llc|corp|co|dr|mr|mrs|ms|prof|"
    r"st|jr|sr|u\.s|u\.k|a\.m|p\.m|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)|"
    r"(?<!annex )(?<!schedule )(?<!exhibit )(?<!appendix )(?<!part )(?<!plan )(?<!option )"
    r"\b[A-Z])\.$",
    re.IGNORECASE,
)
"""A letter is an initial, but that of an annex is its name: "as told in Annex A. The Agent …"."""
_COUNTED = regex(r"\b(?:art|sec|fig)\.$", re.IGNORECASE)
"""What is short for a word before its number only: "state of the art." ends a sentence."""
_ITEM = regex(r"\s*(?:[-–—•·▪►✓✔✅❌✗➤*]|\(?[a-z]{1,4}[.)]\s|\d{1,2}[.)]\s|[a-z])")
_STARTS_ANEW = regex(r"\s*[\"“(]?[A-Z0-9\W]")
_GOES_ON = regex(
    r"(?:[,&]|\b(?:and|or|of|the|an?|to|with|in|on|for|by|from|at|as|is|are|our|your|its|than|that|"
    r"which))\s*$|\([^()]*$",
    re.IGNORECASE,
)
"""How a line ends that does not end there: narrow columns break sentences before names, too."""
_SHORT_LINE = 0.62
_LEAD_WORDS = 18
_LONGEST = 2_000
_ITEM_WORDS = 16
_QUESTION_WORDS = 8
_ITEM_ENDS = (".", "!", "?", ":", "…")
_FINITE = frozenset("must should shall will may can is are was were has have do does".split())
_SUBORDINATE = ("that", "who", "which", "it", "any", "whether", "if", "when")


def units(passages: Sequence[Passage], flat: FlatHeadings | None = None) -> Iterator[Unit]:
    """Yield the units of a document in reading order; deleted text and code yield none."""
    trail, annexes, numbers = _Trail(flat or FlatHeadings()), Annexes(), PrintedNumbers()
    for index, passage in enumerate(passages):
        if passage.role is Role.CODE or not passage.text.strip():
            continue
        trail.enter(passage)
        cuts = list(_cuts(passage))
        printed: str | None = None
        for number, (start, end) in enumerate(cuts):
            text = passage.text[start:end]
            printed = numbers.of(text if number else passage.text, passage) or printed
            clause = numbers.clause(passage, printed)
            row = tokens(text)
            lead = ("" if number else trail.lead(passages, index)) or _asked(trail.previous, text)
            lead = lead or (trail.broken_off(passage) if number == 0 else "")
            if not lead and is_number(row):
                lead = label(passages, index, cuts, number)
            lead = lead or none_above(passages, index, trail.previous, text)
            yield Unit(
                passage=passage,
                index=index,
                start=start,
                end=end,
                text=text,
                tokens=row,
                lead=tokens(lead) if lead else (),
                before=_brief(trail.previous, text) if number and not lead else (),
                lead_text=lead,
                headings=trail.headings(),
                previous=trail.previous,
                answers=answers(passages, index),
                heads_column=heads_column(passages, index),
                counted=counted(passages, index),
                rows_beside=rows_beside(passages, index),
                columns_beside=columns_beside(passages, index),
                was=tokens(then(passages, index)),
                clause=clause,
                annex=annexes.named(passage, clause),
            )
            trail.previous = text
        trail.leave(passage)


class _Anew(Struct, frozen=True):
    """Units that are cut anew for each walk."""

    passages: PackedPassages
    flat: Callable[[], FlatHeadings]

    def __iter__(self) -> Iterator[Unit]:
        return units(self.passages, self.flat())


def cut(passages: Sequence[Passage], flat: Callable[[], FlatHeadings]) -> Iterable[Unit]:
    """Return the units of a document for any number of walks; those of a long one are not held.

    Each walk asks `flat` for what tells the headings that have no marks.
    """
    if isinstance(passages, PackedPassages):
        return _Anew(passages, flat)
    return tuple(units(passages, flat()))


class _Trail:
    """The headings above and the stems that wait for their bullets, while walking down."""

    def __init__(self, flat: FlatHeadings) -> None:
        self._flat = flat
        self._headings: dict[int, str] = {}
        self._stems: dict[int, tuple[str, int]] = {}  # by depth; with the level of its number
        self._above: tuple[Passage, str] | None = None
        self._cell: TableCell | None = None
        self.previous = ""

    def enter(self, passage: Passage) -> None:
        """Forget what the passage ends: deeper headings, and stems when a list is over."""
        marked = passage.role.heads or _heads_clauses(passage)
        self._flat.enter(passage, marked=marked)
        if marked:
            level = 0 if passage.role is Role.TITLE else max(1, passage.level)
            self._headings = {k: v for k, v in self._headings.items() if k < level}
            self._headings[level] = passage.text
            self._stems = {}
        elif passage.number is not None and passage.level:
            self._stems = {k: v for k, v in self._stems.items() if v[1] < passage.level}

    def lead(self, passages: Sequence[Passage], index: int) -> str:
        """Return what a passage completes, or nothing."""
        passage = passages[index]
        if passage.cell is not None:
            heads = completed(passage, passage.cell, self._cell, self.previous)
            return "" if is_lower_tier(passages, index) else heads
        depth = self._depth(passage)
        deepest = max((k for k in self._stems if k < depth), default=None)
        return "" if deepest is None else self._stems[deepest][0]

    def broken_off(self, passage: Passage) -> str:
        """Return the sentence that the page before broke off and that this passage goes on with."""
        if self._above is None or passage.role is not Role.PARAGRAPH:
            return ""
        above, words = self._above
        before, here = above.location, passage.location
        next_page = before.page is not None and here.page == before.page + 1
        first = passage.text[:1]
        in_brackets = words.count("(") > words.count(")") and not first.isupper()
        onward = first.islower() or in_brackets
        return words if next_page and here.part is Part.BODY and onward else ""

    def leave(self, passage: Passage) -> None:
        """Remember the passage if it ends with a colon, so that what follows completes it."""
        if passage.location.part is Part.BODY and passage.location.page is not None:
            open_ended = passage.text[-1:].isalnum() or passage.text[-1:] in ",;-"
            running = open_ended and passage.role in (Role.PARAGRAPH, Role.BULLET)
            self._above = (passage, self.previous) if running else None
        self._cell = passage.cell
        if passage.cell is not None or passage.location.part is Part.NOTES:
            return
        depth = self._depth(passage)
        self._stems = {k: v for k, v in self._stems.items() if k < depth or k == 0 != depth}
        stripped = passage.text.rstrip(" \t\n*_—–-")
        if stripped.endswith((":", "…")) and len(stripped.split()) <= 3 * _LEAD_WORDS:
            level = passage.level if passage.number is not None else 0
            self._stems[depth] = (_BREAK.split(stripped)[-1], level)
        elif depth == 0:
            self._stems = {}

    def _depth(self, passage: Passage) -> int:
        if passage.role is Role.BULLET:
            return max(1, passage.level)
        if passage.role is not Role.PARAGRAPH:
            return 0
        # Readers cannot always tell a list: what opens like an item, or in lower case, goes on a
        # stem, and so does a short line without a full stop below one.
        return 1 if _ITEM.match(passage.text) or (0 in self._stems and _short(passage.text)) else 0

    def headings(self) -> tuple[str, ...]:
        """Return the headings above, nearest first."""
        marked = (self._headings[level] for level in sorted(self._headings, reverse=True))
        return (self._flat.above, *marked) if self._flat.above else tuple(marked)


def _heads_clauses(passage: Passage) -> bool:
    """Tell whether a paragraph of a numbered list is the heading of the clauses below it."""
    counted = passage.role is Role.PARAGRAPH and (passage.number or "").isdecimal()
    return counted and passage.level == 1 and _short(passage.text)


def _short(text: str) -> bool:
    """Tell whether a line can be an item of a list: few words, no stop, no clause of its own."""
    words = text.lower().split()
    if text.rstrip().endswith(_ITEM_ENDS) or len(words) > _ITEM_WORDS:
        return False
    return words[0].startswith(_SUBORDINATE) or _FINITE.isdisjoint(words)


def _cuts(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield start and end of each unit of the passage, without white space at the edges."""
    text = passage.text
    start = 0
    for place, resume in (*_breaks(text, passage.role), (len(text), len(text))):
        # Nobody writes such sentences; what does is garbage, and matching it takes long.
        while place - start > _LONGEST:
            cut = text.rfind(" ", start, start + _LONGEST)
            cut = cut if cut > start else start + _LONGEST
            yield from _trimmed(text, start, cut)
            start = cut
        yield from _trimmed(text, start, place)
        start = resume


def _shortened(text: str, end: re.Match[str]) -> bool:
    """Tell whether the full stop before a break is that of a short form and ends no sentence."""
    near = max(0, end.start() - 8)
    if _ABBREVIATION.search(text, near, end.start()):
        return True
    return text[end.end() :][:1].isdigit() and bool(_COUNTED.search(text, near, end.start()))


def _breaks(text: str, role: Role) -> list[tuple[int, int]]:
    found = []
    for match in _BREAK.finditer(text) if _MAY_BREAK.search(text) else ():
        if _shortened(text, match):
            continue
        end = max(match.start(), match.end("close"), match.end("note"))
        found.append((end, match.end()))
    if "\n" in text:
        found.extend(_line_breaks(text, role))
    return sorted(set(found))


def _line_breaks(text: str, role: Role) -> Iterator[tuple[int, int]]:
    """Yield the line ends that part two units: a short line before a line with a capital."""
    lines = text.split("\n")
    widest = max(len(line) for line in lines)
    place = 0
    for line, after in pairwise(lines):
        place += len(line)
        short = role is not Role.HEADING and (len(line) < _SHORT_LINE * widest or widest < 40)
        parted = short and _STARTS_ANEW.match(after) and not goes_on(line)
        if line.rstrip()[-1:] in ":" or (parted and not _GOES_ON.search(line)):
            yield (place, place + 1)
        place += 1


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    if left < right:
        yield (left, right)


def _asked(before: str, text: str) -> str:
    """Return the sentence before where it is a question of few words ("Approvals?" – "Gone.").

    It may be longer where no more than "no" or "none" is said to it.
    """
    if not before.endswith("?"):
        return ""
    most = _LEAD_WORDS if denies(text) else _QUESTION_WORDS
    return before if len(before.split()) <= most else ""


def _brief(before: str, text: str) -> tuple[Token, ...]:
    """Return the sentence before where both are brief ("Give it a topic." – "Get an article.")."""
    brief = max(len(before.split()), len(text.split())) <= _QUESTION_WORDS
    return tokens(before) if brief and before.endswith((".", "!")) else ()
