"""Compiles the cues of the catalogue and finds them in a unit.

A cue is tried only where one of its words stands in the unit, so that the many cues cost little.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from operator import contains

from msgspec import Struct, field
from msgspec.structs import replace

from claimlint.evidence.detectors.hit import Hit
from claimlint.evidence.detectors.named import DETECTORS
from claimlint.evidence.matching.expressions import expression
from claimlint.evidence.matching.needs import Lists, Need, need_of_detector, runs_of, side_by_side
from claimlint.evidence.matching.places import Places
from claimlint.evidence.matching.searched_text import Index, SearchedText
from claimlint.regex import compiled


class Cue(Struct, frozen=True):
    """A phrase as a pattern, which is made when a text first needs it.

    `in_order` are what its parts need, one after the other, `needs` the same, the rarest first,
    `runs` the same by what stands side by side, where anything does.
    """

    parts: tuple[str, ...]
    lists: Lists
    needs: tuple[Need, ...]
    in_order: tuple[Need, ...]
    runs: tuple[tuple[Need, ...], ...]
    made: list[re.Pattern[str]] = field(default_factory=list)

    @property
    def source(self) -> str:
        """Return the pattern as it is written."""
        return expression(self.parts, self.lists)

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """Yield where the phrase stands in a text."""
        if not self.made:
            self.made.append(compiled(self.source, re.IGNORECASE))
        return self.made[0].finditer(text)

    def possible(self, seen: SearchedText) -> bool:
        """Tell whether a unit shows what every part needs, in the order of the parts.

        Letters beyond ASCII may fold into what no word shows, so there the order is not asked.
        """
        if not seen.text.isascii():
            return all(need.met_by(seen) for need in self.needs)
        words = iter(seen.words)
        if not all(any(map(need.among(seen).__contains__, words)) for need in self.in_order):
            return False
        place = 0
        return all(place := _behind(run, seen, place) for run in self.runs)

    def places(self, index: Index) -> Places:
        """Return the numbers of the units that show what every part needs."""
        if not self.needs:
            return index.all
        found = self.needs[0].places(index)
        for need in self.needs[1:]:
            if not found:
                break
            found &= need.places(index)
        return found


def _behind(run: Sequence[Need], seen: SearchedText, start: int) -> int:
    """Return the place behind the first words from `start` on that a run needs, 0 for none."""
    first, *more = [need.among(seen) for need in run]
    words = seen.words
    return next(
        (
            place + len(run)
            for place in range(start, len(words) - len(more))
            if words[place] in first and all(map(contains, more, islice(words, place + 1, None)))
        ),
        0,
    )


def _compile_cue(phrase: str, lists: Lists) -> Cue:
    """Return the compiled form of a phrase; see `rules/evidence/README.md` for the language."""
    parts = phrase.split()
    while parts and parts[-1] == "...":
        parts.pop()
    runs = tuple(runs_of(parts, lists))
    needs = tuple(chain.from_iterable(runs))
    rarest = sorted(needs, key=lambda need: need.breadth)
    return Cue(tuple(parts), lists, tuple(rarest), needs, runs if len(runs) < len(needs) else ())


class _Filed(Struct, frozen=True):
    """Phrases by the words that call for them; `always` are those that a word alone calls not.

    Openings are filed under their first letters, of which `sizes` tells how many those can be.
    """

    phrases: tuple[Cue, ...]
    by_word: Mapping[str, tuple[int, ...]]
    by_opening: Mapping[str, tuple[int, ...]]
    sizes: frozenset[int]
    always: tuple[int, ...]

    @classmethod
    def of(cls, phrases: tuple[Cue, ...]) -> _Filed:
        """Return the phrases, filed."""
        needs = [cue.needs[0] if cue.needs else Need() for cue in phrases]
        by_opening = _numbered(need.filed_under for need in needs)
        return cls(
            phrases,
            _numbered(need.words for need in needs),
            by_opening,
            frozenset(map(len, by_opening)),
            tuple(
                number
                for number, need in enumerate(needs)
                if need.signs or not (need.words or need.openings)
            ),
        )

    def called(self, seen: SearchedText) -> Iterator[Cue]:
        """Yield the phrases that the words of a unit call for, in their order."""
        numbers = set(self.always)
        for word in self.by_word.keys() & seen.words:
            numbers.update(self.by_word[word])
        for size in self.sizes:
            for opening in self.by_opening.keys() & {word[:size] for word in seen.words}:
                numbers.update(self.by_opening[opening])
        for number in sorted(numbers):
            cue = self.phrases[number]
            if cue.possible(seen):
                yield cue


class Cues(Struct, frozen=True, eq=False):
    """Several cues that fill one field: phrases, made and filed when asked for, and detectors."""

    sources: tuple[str, ...]
    lists: Lists
    detectors: tuple[str, ...]
    made: dict[str, Cue] = field(default_factory=dict)
    held: list[_Filed] = field(default_factory=list)

    @property
    def filed(self) -> _Filed:
        """Return the phrases by the words that call for them."""
        if not self.held:
            self.held.append(_Filed.of(tuple(map(self._cue, self.sources))))
        return self.held[0]

    @property
    def phrases(self) -> Cues:
        """Return the cues without detectors."""
        return replace(self, detectors=())

    def find(self, seen: SearchedText) -> Iterator[Hit]:
        """Yield the hits of every cue in a unit."""
        for name in self.detectors:
            yield from seen.hits(name)
        for cue in self.filed.called(seen):
            for match in cue.matches(seen.text):
                yield Hit(match.start(), match.end(), generic=False)

    def places(self, index: Index) -> Places:
        """Return the numbers of the units in which a cue can stand."""
        found = index.kept.get(self)
        if found is None:
            found = Places()
            for need in map(need_of_detector, self.detectors):
                found |= index.all if need is None else need.places(index)
            for source in self.sources:
                if not _lacks_a_word(source, index):
                    found |= self._cue(source).places(index)
            index.kept[self] = found
        return found

    def _cue(self, source: str) -> Cue:
        if source not in self.made:
            self.made[source] = _compile_cue(source, self.lists)
        return self.made[source]

    def find_in(self, text: str, start: int, end: int) -> Iterator[Hit]:
        """Yield the hits of the detectors alone between two places of a text."""
        for name in self.detectors:
            for hit in DETECTORS[name](text[start:end]):
                yield Hit(start + hit.start, start + hit.end, hit.value)

    def first(self, place: int, index: Index) -> Hit | None:
        """Return the first hit in one of the units of a document, if there is any."""
        if place not in self.places(index):
            return None
        return next(self.find(index.texts[place]), None)

    def any(self, seen: SearchedText) -> bool:
        """Tell whether some cue stands in a unit."""
        return next(self.find(seen), None) is not None


def _lacks_a_word(source: str, index: Index) -> bool:
    """Tell whether a word of a phrase stands nowhere in a document; most phrases have one such."""
    return any(_is_lacking(part, index) for part in source.split())


def _is_lacking(part: str, index: Index) -> bool:
    if part.isalpha():
        return part.lower() not in index.words
    return any(not need.shown_in(index) for need in side_by_side(part))


def _numbered(told: Iterable[frozenset[str]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for number, words in enumerate(told):
        for word in words:
            found[word] = (*found.get(word, ()), number)
    return found


def compile_cues(phrases: Sequence[str], lists: Lists) -> Cues:
    """Return the compiled form of the cues of one field."""
    names = [phrase[1:] for phrase in phrases if phrase[:1] == "$" and phrase[1:] in DETECTORS]
    rest = [phrase for phrase in phrases if not (phrase[:1] == "$" and phrase[1:] in DETECTORS)]
    alone = {"<%>": "share", "<n>": "number"}
    names += [alone[phrase] for phrase in rest if phrase in alone]
    return Cues(tuple(phrase for phrase in rest if phrase not in alone), lists, tuple(names))
