"""Compiles the cues of the catalogue and finds them in a unit.

A cue is tried only where one of its words stands in the unit, so that the many cues cost little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from claimlint.evidence.detectors.hit import Hit
from claimlint.evidence.detectors.named import DETECTORS, FRAGMENTS
from claimlint.evidence.detectors.numbers import NUMBER, SHARE
from claimlint.evidence.sight import OPENING, Sight

_WORD = re.compile(r"\w+")
_NAME = re.compile(r"\$([a-z0-9-]+)")
_GAP = r"(?:[^\w]{1,3}[\w%€$£'.,/-]{1,40}){0,8}?[^\w]{1,3}"
_SPACE = r"[\s-]{1,3}"

Words = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase as the source of a pattern, which is compiled when a text first needs it.

    One of `words`, or a word with one of `openings`, must stand in a unit for a match; where both
    are empty the phrase has no word of its own and is always tried.
    """

    source: str
    words: frozenset[str]
    openings: frozenset[str]

    @property
    def pattern(self) -> re.Pattern[str]:
        """Return the compiled pattern."""
        return _compiled(self.source)

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
    return Cue(_source(parts, lists), *_anchor(parts, lists))


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

    def find(self, seen: Sight) -> Iterator[Hit]:
        """Yield the hits of every cue in a unit."""
        for name in self.detectors:
            yield from seen.hits(name)
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
    return Cues(tuple(made), tuple(names))
