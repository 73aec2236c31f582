"""Finds the words of rules in units: a prefilter by forms, then spaCy's token matcher.

A pattern is tried only where the prefilter lets it, and its phrases only where all their words
occur. Nothing that the matcher would find is lost, because both see the same tokens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec import Struct

from claimlint.detect.matching.placing import NEGATORS, longest, placed
from claimlint.detect.matching.prefilter import Prefilter
from claimlint.detect.matching.readings import Reading, readings
from claimlint.detect.matching.token_row import TokenRow, Way
from claimlint.detect.parsing import engine
from claimlint.detect.units.unit import FIGURES, Unit, matchable
from claimlint.rulebook.filing import Filing
from claimlint.rulebook.model import Rule
from claimlint.rulebook.patterns import PLACEHOLDERS, Item, Pattern, Words
from claimlint.rulebook.reading_form import Token, tokens

if TYPE_CHECKING:
    from spacy.matcher import Matcher
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_NO_GAP = frozenset((*".!?;:—–|", *NEGATORS))
_NEAR = 10  # tokens: farther words of a long sentence belong to something else
_PARTS = ("verb", "object", "subject", "with")
_RESULTS = frozenset("so freeing letting leaving giving allowing enabling helping".split())
_PAUSES = frozenset(",–—-;(")
_BINDS = frozenset("must should shall please not n't if unless check review approve".split())
_MATCHERS = 4096
_HEADINGS = 64


class Match(Struct, frozen=True):
    """A pattern of a rule found in a unit.

    `start` and `end` are token indices of the unit, `verb` is that of a frame's verb, and `asserts`
    where its words begin without those of the subject. A `led` match begins in the words that the
    unit completes; it is clipped to the unit.
    """

    rule: Rule
    pattern: Pattern
    start: int
    end: int
    verb: int | None = None
    asserts: int = 0
    led: bool = False


class PatternIndex:
    """Finds the patterns of rules in units; without the prefilter each is tried in each unit."""

    def __init__(
        self, rules: Sequence[Rule], filing: Filing | None = None, *, prefilter: bool = True
    ) -> None:
        self._off = not prefilter
        self._prefilter = Prefilter(rules, filing, off=self._off)

    def matches(self, unit: Unit, names: frozenset[str] = frozenset()) -> Iterator[Match]:
        """Yield the matches in the unit itself, then those that begin in what it completes."""
        yield from self._read(unit, unit.tokens, 0, names)
        for above in (unit.lead or unit.before, unit.was):
            if above:
                yield from self._completing(unit, above, names)

    def _completing(
        self, unit: Unit, above: tuple[Token, ...], names: frozenset[str]
    ) -> Iterator[Match]:
        """Yield the matches that begin in what the unit completes."""
        lead = len(above)
        for match in self._read(unit, (*above, *unit.tokens), lead, names):
            if match.start < lead < match.end:
                verb = match.verb
                inside = None if verb is None or verb < lead else verb - lead
                yield Match(match.rule, match.pattern, 0, match.end - lead, inside, led=True)

    def _read(
        self, unit: Unit, row: tuple[Token, ...], lead: int, names: frozenset[str]
    ) -> Iterator[Match]:
        """Yield the matches in a row as it stands, then what a looser reading of it adds."""
        known: list[Match] = []
        for match in self._in(unit, row, lead):
            known.append(match)
            yield match
        for reading in readings(row, names):
            for found in self._otherwise(unit, row, reading, lead):
                if not any(_says_the_same(found, other) for other in known):
                    known.append(found)
                    yield found

    def _otherwise(
        self, unit: Unit, row: tuple[Token, ...], reading: Reading, lead: int
    ) -> Iterator[Match]:
        """Yield the matches in another reading of a row, at their places in the row."""
        places = reading.places
        for match in self._in(unit, reading.tokens, sum(place < lead for place in places)):
            found = Match(
                match.rule,
                match.pattern,
                places[match.start],
                places[match.end - 1] + 1,
                None if match.verb is None else places[match.verb],
                places[match.asserts],
            )
            if not _in_bad_company(found, TokenRow(row)):
                yield found

    def _in(self, unit: Unit, tokens: tuple[Token, ...], lead: int) -> Iterator[Match]:
        entries = self._prefilter.candidates(tokens)
        if not entries:
            return
        row = TokenRow(tokens, loose=self._off)
        able = [
            (entry, parts)
            for entry in entries
            if (parts := _parts(entry.pattern, row)) and _in_company(entry.pattern, unit, row)
        ]
        if not able:
            return
        doc = self._doc(tokens)
        for entry, parts in able:
            found = {name: self._spans(part, doc) for name, part in parts.items()}
            for place in placed(entry.pattern, found, tokens, lead):
                match = Match(entry.rule, entry.pattern, *place)
                if not _in_bad_company(match, row):
                    yield match

    def _spans(self, part: _Part, doc: Doc) -> list[tuple[int, int]]:
        """Return the longest spans, of those with free places the shortest, from the left."""
        spans = {(start, end) for _, start, end in self._matcher(part.ways)(doc)}
        return longest(part.items, spans)

    @cached_property
    def _matcher(self) -> Callable[[frozenset[Way]], Matcher]:
        """Return what makes a token matcher for the words that a row holds of a pattern.

        Matchers are kept: other rows hold the same words.
        """
        from spacy.matcher import Matcher

        @lru_cache(maxsize=_MATCHERS)
        def made(ways: frozenset[Way]) -> Matcher:
            matcher = Matcher(self._vocab, validate=False)
            matcher.add("places", [[_spec(word, self._free) for word in way] for way in ways])
            return matcher

        return made

    @cached_property
    def _vocab(self) -> Vocab:
        engine.ready()
        from spacy.vocab import Vocab

        return Vocab()

    @cached_property
    def _free(self) -> int:
        """Return the flag of words that may fill a gap, told once for each word of the vocabulary.

        A list of those that may not is gone through for each place of each pattern.
        """
        return self._vocab.add_flag(lambda word: word not in _NO_GAP)

    def _doc(self, tokens: tuple[Token, ...]) -> Doc:
        vocab = self._vocab
        from spacy.tokens import Doc

        doc = Doc(vocab, words=[token.form for token in tokens])
        for index, token in enumerate(tokens):
            if token.kind in FIGURES:
                doc[index].norm_ = matchable(token)
        return doc


class _Part(NamedTuple):
    """Items that stand beside one another, and the ways in which they do in a row."""

    items: tuple[Item, ...]
    ways: frozenset[Way]


def _parts(pattern: Pattern, row: TokenRow) -> dict[str, _Part]:
    """Return the parts of a pattern by name, nothing where one of them stands nowhere."""
    found = {}
    for name, items in _named(pattern):
        found[name] = _Part(items, row.ways(items))
        if not found[name].ways:
            return {}
    return found


def _named(pattern: Pattern) -> Iterator[tuple[str, tuple[Item, ...]]]:
    if isinstance(pattern, Words):
        yield "", pattern.items
        return
    parts = (pattern.verb, pattern.object, pattern.subject, pattern.company)
    for name, item in zip(_PARTS, parts, strict=True):
        if item is not None:
            yield name, (item,)


def _spec(word: str | tuple[int, int], free: int) -> dict[Any, Any]:
    if isinstance(word, tuple):
        return {free: True, "OP": "{{{},{}}}".format(*word)}
    return {"NORM": word} if word in PLACEHOLDERS else {"ORTH": word}


def _says_the_same(one: Match, other: Match) -> bool:
    """Tell whether two matches are of one rule and share words."""
    return one.rule is other.rule and one.start < other.end and other.start < one.end


def _in_bad_company(match: Match, row: TokenRow) -> bool:
    """Tell whether a word that must not stand beside the match stands near it in the row."""
    bad = match.pattern.not_beside
    if bad is None or not row.holds(bad):
        return False
    near = row.tokens[max(0, match.start - _NEAR) : match.end]
    return TokenRow((*near, *_before_result(row.tokens[match.end : match.end + _NEAR]))).holds(bad)


def _before_result(after: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens behind a match without those that tell what others gain by it.

    "…, so your team can rest" says of no team that it does the work. A duty stays ("so you must").
    """
    forms = [token.form for token in after]
    for place, form in enumerate(forms[1:], start=1):
        if form in _RESULTS and forms[place - 1] in _PAUSES and _BINDS.isdisjoint(forms[place:]):
            return (*after[:place], *(token for token in after[place:] if token.form == "?"))
    return after


def _in_company(pattern: Pattern, unit: Unit, row: TokenRow) -> bool:
    """Tell whether what must stand beside the words does: in the unit, its lead or a heading."""
    beside = pattern.beside
    if beside is None or row.holds(beside) or TokenRow(unit.lead).holds(beside):
        return True
    return any(_row_of(heading).holds(beside) for heading in unit.headings)


@lru_cache(maxsize=_HEADINGS)
def _row_of(heading: str) -> TokenRow:
    return TokenRow(tokens(heading))
