"""Compiles the cues of the catalogue and finds them in a unit.

A cue is tried only where one of its words stands in the unit, so that the many cues cost little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from claimlint.evidence.detectors.hit import Hit
from claimlint.evidence.detectors.named import DETECTORS, FRAGMENTS
from claimlint.evidence.detectors.numbers import NUMBER, SHARE
from claimlint.evidence.sight import OPENING, Sight
from claimlint.regex import regex

_WORD = regex(r"\w+")
_NAME = regex(r"\$([a-z0-9-]+)")
_GAP = r"(?:[^\w]{1,3}[\w%€$£'.,/-]{1,40}){0,8}?[^\w]{1,3}"
_SPACE = r"[\s-]{1,3}"

Words = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase as a pattern, which is made when a text first needs it.

    One of `words`, or a word with one of `openings`, must stand in a unit for a match; where both
    are empty the phrase has no word of its own and is always tried.
    """

    parts: tuple[str, ...]
    lists: Words
    words: frozenset[str]
    openings: frozenset[str]
    made: list[re.Pattern[str]] = field(default_factory=list)

    @property
    def source(self) -> str:
        """Return the pattern as it is written."""
        return _source(self.parts, self.lists)

    @property
    def pattern(self) -> re.Pattern[str]:
        """Return the compiled pattern."""
        if not self.made:
            self.made.append(_compiled(self.source))
        return self.made[0]

    def possible(self, present: frozenset[str], openings: frozenset[str]) -> bool:
        """Tell whether the words present in a unit allow a match at all."""
        if not self.words and not self.openings:
            return True
        return not self.words.isdisjoint(present) or not self.openings.isdisjoint(openings)


@lru_cache(maxsize=8192)
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)


def compile_cue(phrase: str, lists: Words) -> Cue:
    """Return the compiled form of a phrase; see `rules/evidence/README.md` for the language."""
    parts = phrase.split()
    while parts and parts[-1] == "...":
        parts.pop()
    return Cue(tuple(parts), lists, *_anchor(parts, lists))


def _source(parts: Sequence[str], lists: Words) -> str:
    text, gap = "", ""
    for part in parts:
        if part == "...":
            gap = _GAP
            continue
        text += (gap or _SPACE if text else "") + _element(part, lists)
        gap = ""
    return text


def _element(part: str, lists: Words) -> str:
    alternatives = [part] if _is_name(part) else _alternatives(part)
    patterns = [_one(word, lists) for word in alternatives]
    return f"(?:{'|'.join(patterns)})" if len(patterns) > 1 else patterns[0]


def _alternatives(part: str) -> list[str]:
    return part.split("/") if "/" in part.strip("/") else [part]


def _is_name(part: str) -> bool:
    return bool(_NAME.fullmatch(part.rstrip(",")))


def _one(word: str, lists: Words) -> str:
    name = _NAME.match(word)
    if name:
        tail = re.escape(word[name.end() :])
        return _named(name.group(1), lists) + tail
    if word in ("<n>", "<%>"):
        return NUMBER if word == "<n>" else SHARE
    pattern = re.escape(word.replace("<n>", "\0").rstrip("*")).replace(r"\-", _SPACE)
    pattern = pattern.replace(re.escape("\0"), NUMBER)
    left = r"\b" if word[0].isalnum() else ""
    if word.endswith("*"):
        return rf"{left}{pattern}(?-i:[a-z]{{0,20}}|[A-Z]{{0,20}})\b"
    return left + pattern + (r"\b" if word[-1].isalnum() else "")


def _named(name: str, lists: Words) -> str:
    if name in FRAGMENTS:
        return FRAGMENTS[name]
    return f"(?:{'|'.join(_source(entry.split(), lists) for entry in lists[name])})"


def _anchor(parts: Sequence[str], lists: Words) -> tuple[frozenset[str], frozenset[str]]:
    """Return the rarest set of words of which one must be present, whole or as openings."""
    best: tuple[frozenset[str], frozenset[str]] | None = None
    for part in parts:
        if part in ("...", "<n>", "<%>") or (_is_name(part) and part.strip("$,") in FRAGMENTS):
            continue
        found = _anchor_of(part, lists)
        if found is None:
            continue
        if best is None or sum(map(len, found)) < sum(map(len, best)):
            best = found
    return best or (frozenset(), frozenset())


def _anchor_of(part: str, lists: Words) -> tuple[frozenset[str], frozenset[str]] | None:
    """Return the words of which one must be present for a part, None where any word may do."""
    if _is_name(part):
        words: set[str] = set()
        openings: set[str] = set()
        for entry in lists[part.strip("$,")]:
            inner = _anchor(entry.split(), lists)
            if not any(inner):
                return None
            words |= inner[0]
            openings |= inner[1]
        return frozenset(words), frozenset(openings)
    exact: set[str] = set()
    begun: set[str] = set()
    for word in _alternatives(part):
        pieces = _WORD.findall(word.replace("<n>", " ").lower())
        if not pieces:
            return None
        if word.endswith("*") and len(pieces) == 1:
            begun.add(pieces[0][:OPENING])
        else:
            exact.add(pieces[0])
    return frozenset(exact), frozenset(begun)


@dataclass(frozen=True, slots=True)
class Cues:
    """Several cues that fill one field: phrases and named detectors."""

    phrases: tuple[Cue, ...]
    detectors: tuple[str, ...]
    words: frozenset[str]
    openings: frozenset[str]
    always: bool

    @classmethod
    def of(cls, phrases: tuple[Cue, ...], detectors: tuple[str, ...]) -> Cues:
        """Return the cues, with the words and openings of which one must stand in a unit."""
        return cls(
            phrases,
            detectors,
            frozenset().union(*(cue.words for cue in phrases)),
            frozenset().union(*(cue.openings for cue in phrases)),
            any(not cue.words and not cue.openings for cue in phrases),
        )

    def possible(self, seen: Sight) -> bool:
        """Tell whether the words of a unit allow a match of some phrase at all."""
        return (
            self.always
            or not self.words.isdisjoint(seen.present)
            or not self.openings.isdisjoint(seen.openings)
        )

    def find(self, seen: Sight) -> Iterator[Hit]:
        """Yield the hits of every cue in a unit."""
        for name in self.detectors:
            yield from seen.hits(name)
        if not self.possible(seen):
            return
        for cue in self.phrases:
            if cue.possible(seen.present, seen.openings):
                for match in cue.pattern.finditer(seen.text):
                    yield Hit(match.start(), match.end(), generic=False)

    def find_in(self, text: str, start: int, end: int) -> Iterator[Hit]:
        """Yield the hits of the detectors alone between two places of a text."""
        for name in self.detectors:
            for hit in DETECTORS[name](text[start:end]):
                yield Hit(start + hit.start, start + hit.end, hit.value)

    def any(self, seen: Sight) -> bool:
        """Tell whether some cue stands in a unit."""
        return next(self.find(seen), None) is not None


def compile_cues(phrases: Sequence[str], lists: Words) -> Cues:
    """Return the compiled form of the cues of one field."""
    names = [phrase[1:] for phrase in phrases if phrase[:1] == "$" and phrase[1:] in DETECTORS]
    rest = [phrase for phrase in phrases if not (phrase[:1] == "$" and phrase[1:] in DETECTORS)]
    made = []
    for phrase in rest:
        if phrase == "<%>":
            names.append("share")
        elif phrase == "<n>":
            names.append("number")
        else:
            made.append(compile_cue(phrase, lists))
    return Cues.of(tuple(made), tuple(names))
