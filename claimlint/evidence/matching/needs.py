"""What a text must show for a cue to stand in it, told by the parts of the cue alone.

A word of the cue, a number or a word for one who works: where none is there, no cue is tried.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import chain

from msgspec import Struct, field

from claimlint.evidence.detectors.named import FRAGMENTS, SIGNS, WORDED
from claimlint.evidence.detectors.signs import Sign
from claimlint.evidence.matching.places import Places
from claimlint.evidence.matching.searched_text import OPENING, Index, SearchedText
from claimlint.regex import regex

_PLAIN = regex(r"[a-z0-9](?:[^$<]*[a-z0-9])?\*?")
_PARTS = regex(r"\w+(?:\*$)?")
_NAME = regex(r"\$([a-z0-9-]+)")
_COMMON = 40
"""About as many words as a number or a worker is worth: more of them stand in texts."""

Words = Mapping[str, Sequence[str]]


class Need(Struct, frozen=True):
    """One of `words`, a word with one of `openings`, or one that can be one of `signs`."""

    words: frozenset[str] = frozenset()
    openings: tuple[str, ...] = ()
    signs: frozenset[Sign] = frozenset()

    @property
    def filed_under(self) -> frozenset[str]:
        """Return the first letters of the openings, by which the words of texts are filed."""
        return frozenset(each[:OPENING] for each in self.openings)

    def met_by(self, seen: SearchedText) -> Set[str]:
        """Return the words of a text, in lower case, that are what is needed."""
        found: Set[str] = self.words.intersection(seen.words)
        if self.openings:
            found |= {word for word in seen.words if word.startswith(self.openings)}
        for sign in self.signs:
            found |= seen.signed(sign)
        return found

    def among(self, seen: SearchedText) -> Set[str]:
        """Return a set of which the words of a text are, in lower case, that are what is needed."""
        return self.met_by(seen) if self.openings or self.signs else self.words

    def places(self, index: Index) -> Places:
        """Return the numbers of the units that show what is needed."""
        found = index.kept.get(self)
        if found is None:
            found = Places.of(place for word in self._words(index) for place in index.words[word])
            for sign in self.signs:
                found |= index.holding(sign)
            index.kept[self] = found
        return found

    def shown_in(self, index: Index) -> bool:
        """Tell whether some word of a document is what is needed, where words alone are."""
        return not index.words.keys().isdisjoint(self.words) or any(self._words(index))

    def _words(self, index: Index) -> Iterator[str]:
        yield from self.words & index.words.keys()
        for letters in self.filed_under & index.openings.keys():
            yield from (word for word in index.openings[letters] if word.startswith(self.openings))

    @property
    def breadth(self) -> int:
        """Return about how much meets the need."""
        return len(self.words) + len(self.openings) + _COMMON * len(self.signs)


def _any_of(needs: Iterable[Need]) -> Need:
    needs = tuple(needs)
    return Need(
        frozenset().union(*(need.words for need in needs)),
        tuple(sorted({opening for need in needs for opening in need.openings})),
        frozenset().union(*(need.signs for need in needs)),
    )


_FIGURES = regex(r"\d+/\d+")


class Lists(Struct, frozen=True):
    """Named lists of phrases.

    By name `needs` keeps what one of their entries must show, `patterns` their expressions.
    """

    words: Words
    needs: dict[str, Need | None] = field(default_factory=dict)
    patterns: dict[str, str] = field(default_factory=dict)

    def need(self, name: str) -> Need | None:
        """Return what an entry of a list needs, None where one of them needs nothing."""
        if name not in self.needs:
            inner = [list(needs_of(entry.split(), self)) for entry in self.words[name]]
            rarest = (min(needs, key=lambda need: need.breadth) for needs in inner)
            self.needs[name] = _any_of(rarest) if all(inner) else None
        return self.needs[name]


def needs_of(parts: Sequence[str], lists: Lists) -> Iterator[Need]:
    """Yield what a cue needs, given its parts."""
    return chain.from_iterable(runs_of(parts, lists))


def runs_of(parts: Sequence[str], lists: Lists) -> Iterator[tuple[Need, ...]]:
    """Yield what a cue needs, in order; what is in one run is needed word by word, side by side."""
    run: tuple[Need, ...] = ()
    for part in parts:
        words = side_by_side(part)
        if words:
            run += words
            continue
        if run:
            yield run
            run = ()
        need = None if part == "..." else _of_part(part, lists)
        if need is not None:
            yield (need,)
    if run:
        yield run


@lru_cache(maxsize=4096)
def side_by_side(part: str) -> tuple[Need, ...]:
    """Return what the words of a part need, one by one; nothing where their number is open."""
    if part.isascii() and part.isalpha():  # as most parts
        return (Need(frozenset({part.lower()})),)
    choice = [word.lower() for word in alternatives(part)]
    if not all(_PLAIN.fullmatch(word) for word in choice):
        return ()
    words = [_PARTS.findall(word) for word in choice]
    if len(set(map(len, words))) > 1:
        return ()
    return tuple(map(_any_word, zip(*words, strict=True)))


def _any_word(choice: Sequence[str]) -> Need:
    """Return the need of one of several words, of which some may have any ending ("check*")."""
    begun = sorted({word.rstrip("*") for word in choice if word.endswith("*")})
    return Need(frozenset(word for word in choice if not word.endswith("*")), tuple(begun))


def need_of_detector(name: str) -> Need | None:
    """Return what a detector needs to find anything, None where nothing is known."""
    if name not in SIGNS:
        return None
    return Need(WORDED.get(name, frozenset()), signs=frozenset({SIGNS[name]}))


def name_in(word: str) -> str:
    """Return the name of the list or detector that a word of a cue begins with, or nothing."""
    match = _NAME.match(word) if word.startswith("$") else None
    return match[1] if match else ""


def is_name(part: str) -> bool:
    """Tell whether a part of a cue is the name of a list or detector."""
    return part.startswith("$") and _NAME.fullmatch(part.rstrip(",")) is not None


def alternatives(part: str) -> list[str]:
    """Return the words of which a part may be any ("review/approval"); figures are one ("24/7")."""
    return part.split("/") if "/" in part.strip("/") and not _FIGURES.fullmatch(part) else [part]


def _of_part(part: str, lists: Lists) -> Need | None:
    if part in ("<n>", "<%>"):
        return need_of_detector("number" if part == "<n>" else "share")
    if is_name(part):
        name = part.strip("$,")
        return need_of_detector(name) if name in FRAGMENTS else lists.need(name)
    return _of_words(alternatives(part))


def _of_words(choice: Sequence[str]) -> Need | None:
    if any(map(name_in, choice)):
        return None  # a list is one way of several
    if any("<n>" in word for word in choice):  # "<n>-step": joined to what it counts
        return (
            Need(signs=frozenset({Sign.NUMBER})) if all("<n>" in word for word in choice) else None
        )
    pieces = [_PARTS.findall(word.lower()) for word in choice]
    if not all(pieces):
        return None
    return _any_word([first for first, *_ in pieces])
