"""Compiles the cues of the catalogue and finds them in a unit.

A cue is tried only where one of its words stands in the unit, so that the many cues cost little.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from claimlint.evidence.detectors.hit import Hit
from claimlint.evidence.detectors.named import DETECTORS, FRAGMENTS
from claimlint.evidence.detectors.numbers import NUMBER, SHARE
from claimlint.evidence.sight import OPENING, Index, Sight
from claimlint.regex import regex

_WORD = regex(r"\w+")
_NAME = regex(r"\$([a-z0-9-]+)")
_GAP = r"(?:[^\w]{1,3}[\w%€$£'.,/-]{1,40}){0,8}?[^\w]{1,3}"
_SPACE = r"[\s-]{1,3}"
_NUMBERS = frozenset({"<n>", "$number", "$value"})
_WORKER = "$worker"
"""Parts that are what a detector finds: where it finds nothing, no cue with such a part stands."""

Words = Mapping[str, Sequence[str]]
Anchor = tuple[frozenset[str], frozenset[str]]
"""Words of which one must stand in a unit, or openings of which one must begin a word there."""

_NONE: Anchor = (frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Lists:
    """Named lists of phrases; `anchors` keeps by name what one of their entries must show."""

    words: Words
    anchors: dict[str, Anchor | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase as a pattern, which is made when a text first needs it.

    One of `words`, or a word with one of `openings`, must stand in a unit for a match; where both
    are empty the phrase has no word of its own and is always tried. `anchors` are the same for each
    of its parts that has words, once a unit has asked.
    """

    parts: tuple[str, ...]
    lists: Lists
    words: frozenset[str]
    openings: frozenset[str]
    made: list[re.Pattern[str]] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)

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
        if not self.anchors:
            # A number may be joined to its part, and a list be one way of several: such parts tell
            # no word that must stand there.
            whole = (
                part
                for part in self.parts
                if "<n>" not in part and ("$" not in part or _is_name(part))
            )
            self.anchors.extend(_anchors(whole, self.lists) or [_NONE])
        return all(
            not words.isdisjoint(present) or not begun.isdisjoint(openings) or not (words or begun)
            for words, begun in self.anchors
        )

    def served(self, seen: Sight) -> bool:
        """Tell whether a unit holds a number, or a word of people's work, where a part is one."""
        if not seen.holds_number and not _NUMBERS.isdisjoint(self.parts):
            return False
        return _WORKER not in self.parts or bool(seen.hits("worker"))


@lru_cache(maxsize=8192)
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)


def compile_cue(phrase: str, lists: Lists) -> Cue:
    """Return the compiled form of a phrase; see `rules/evidence/README.md` for the language."""
    parts = phrase.split()
    while parts and parts[-1] == "...":
        parts.pop()
    return Cue(tuple(parts), lists, *_anchor(parts, lists))


def _source(parts: Sequence[str], lists: Lists) -> str:
    text, gap = "", ""
    for part in parts:
        if part == "...":
            gap = _GAP
            continue
        text += (gap or _SPACE if text else "") + _element(part, lists)
        gap = ""
    return text


def _element(part: str, lists: Lists) -> str:
    alternatives = [part] if _is_name(part) else _alternatives(part)
    patterns = [_one(word, lists) for word in alternatives]
    return f"(?:{'|'.join(patterns)})" if len(patterns) > 1 else patterns[0]


def _alternatives(part: str) -> list[str]:
    return part.split("/") if "/" in part.strip("/") else [part]


def _is_name(part: str) -> bool:
    return bool(_NAME.fullmatch(part.rstrip(",")))


def _one(word: str, lists: Lists) -> str:
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


def _named(name: str, lists: Lists) -> str:
    if name in FRAGMENTS:
        return FRAGMENTS[name]
    return f"(?:{'|'.join(_source(entry.split(), lists) for entry in lists.words[name])})"


def _anchor(parts: Sequence[str], lists: Lists) -> Anchor:
    """Return the rarest set of words of which one must be present, whole or as openings."""
    found = _anchors((p for p in parts if p != "<n>"), lists)
    return min(found, key=lambda anchor: sum(map(len, anchor)), default=_NONE)


def _anchors(parts: Iterable[str], lists: Lists) -> list[Anchor]:
    """Return for each part that needs words of its own which those are."""
    told = (
        _anchor_of(part, lists)
        for part in parts
        if part not in ("...", "<%>") and not _is_fragment(part)
    )
    return [found for found in told if found is not None]


def _is_fragment(part: str) -> bool:
    return _is_name(part) and part.strip("$,") in FRAGMENTS


def _anchor_of(part: str, lists: Lists) -> Anchor | None:
    """Return the words of which one must be present for a part, None where any word may do."""
    if not _is_name(part):
        return _anchor_of_words(_alternatives(part))
    name = part.strip("$,")
    if name not in lists.anchors:
        lists.anchors[name] = _anchor_of_list(lists.words[name], lists)
    return lists.anchors[name]


def _anchor_of_list(entries: Sequence[str], lists: Lists) -> Anchor | None:
    inner = [_anchor(entry.split(), lists) for entry in entries]
    if not all(map(any, inner)):
        return None
    return frozenset().union(*(w for w, _ in inner)), frozenset().union(*(o for _, o in inner))


def _anchor_of_words(alternatives: Sequence[str]) -> Anchor | None:
    exact: set[str] = set()
    begun: set[str] = set()
    for word in alternatives:
        pieces = _WORD.findall(word.replace("<n>", " ").lower())
        if not pieces:
            return None
        if word.endswith("*") and len(pieces) == 1:
            begun.add(pieces[0][:OPENING])
        else:
            exact.add(pieces[0])
    return frozenset(exact), frozenset(begun)


@dataclass(frozen=True, slots=True)
class _Filed:
    """Phrases by the words that call for them; `always` are those without words of their own."""

    phrases: tuple[Cue, ...]
    by_word: Mapping[str, tuple[int, ...]]
    by_opening: Mapping[str, tuple[int, ...]]
    words: frozenset[str]
    openings: frozenset[str]
    always: tuple[int, ...]

    @classmethod
    def of(cls, phrases: tuple[Cue, ...]) -> _Filed:
        """Return the phrases, filed."""
        return cls(
            phrases,
            _numbered(cue.words for cue in phrases),
            _numbered(cue.openings for cue in phrases),
            frozenset().union(*(cue.words for cue in phrases)),
            frozenset().union(*(cue.openings for cue in phrases)),
            tuple(n for n, cue in enumerate(phrases) if not cue.words and not cue.openings),
        )

    def called(self, seen: Sight) -> Iterator[Cue]:
        """Yield the phrases that the words of a unit call for, in their order."""
        numbers = set(self.always)
        if not self.words.isdisjoint(seen.present):
            for word in self.words & seen.present:
                numbers.update(self.by_word[word])
        if not self.openings.isdisjoint(seen.openings):
            for opening in self.openings & seen.openings:
                numbers.update(self.by_opening[opening])
        for number in sorted(numbers):
            cue = self.phrases[number]
            if cue.possible(seen.present, seen.openings) and cue.served(seen):
                yield cue


@dataclass(frozen=True, slots=True)
class Cues:
    """Several cues that fill one field: phrases, filed when first asked for, and detectors."""

    sources: tuple[str, ...]
    lists: Lists
    detectors: tuple[str, ...]
    held: list[_Filed] = field(default_factory=list)

    @property
    def filed(self) -> _Filed:
        """Return the phrases by the words that call for them."""
        if not self.held:
            phrases = tuple(compile_cue(source, self.lists) for source in self.sources)
            self.held.append(_Filed.of(phrases))
        return self.held[0]

    def find(self, seen: Sight) -> Iterator[Hit]:
        """Yield the hits of every cue in a unit."""
        for name in self.detectors:
            yield from seen.hits(name)
        for cue in self.filed.called(seen):
            for match in cue.pattern.finditer(seen.text):
                yield Hit(match.start(), match.end(), generic=False)

    def places(self, index: Index, *, labelled: bool = False) -> Sequence[int]:
        """Return the numbers of the sights in which a cue can stand, or that hold a label."""
        filed = self.filed
        if self.detectors or filed.always:
            return index.all
        return index.holding(filed.words, filed.openings, labelled=labelled)

    def find_in(self, text: str, start: int, end: int) -> Iterator[Hit]:
        """Yield the hits of the detectors alone between two places of a text."""
        for name in self.detectors:
            for hit in DETECTORS[name](text[start:end]):
                yield Hit(start + hit.start, start + hit.end, hit.value)

    def any(self, seen: Sight) -> bool:
        """Tell whether some cue stands in a unit."""
        return next(self.find(seen), None) is not None


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
