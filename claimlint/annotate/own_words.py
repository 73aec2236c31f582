"""What claimlint can write into a remark: the sentences of its rules, and frames around quotes.

A line is known by what it says, not by who signed it: anybody can sign with any name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from msgspec import Struct

from claimlint.annotate.wording import (
    ASK,
    AUTHOR,
    NOTE_MARK,
    REWRITE,
    capitalised,
    claim_title,
    clause_title,
    clean,
    further,
)
from claimlint.own_marks import NUMBER
from claimlint.regex import regex
from claimlint.rulebook.entries import Catalogue
from claimlint.rulebook.rule_book import RuleBook
from claimlint.terms import Category, ClauseLabel, Confidence, Level, Strength, Verdict, graded
from claimlint.values.comparison import Relation
from claimlint.values.remarked import Loose
from claimlint.values.topics import KEPT, OTHER_FIGURE

OPENS = regex(
    rf"(?:{NOTE_MARK} )?(?:\[?{AUTHOR} )?(?:(?=[KS])|(?=(?s:.*)\sclaim,\s)){NUMBER}[.\]] "
)
"""How a remark begins: with its number; on a claim, it says so. Few numbered lines of papers do."""
_NUMBERED = regex(
    rf"(?:{NOTE_MARK} )?(?:\[{AUTHOR} (?P<tag>{NUMBER})\] )?(?:{AUTHOR} )?"
    rf"(?P<number>{NUMBER})\. (?P<title>.+)"
)
_ON = regex(r"On “(?P<quote>.{1,2000})” \((?P<source>.{1,300})\)\.")
_AFTER_TITLE = regex(r" \(“(?P<quote>.{1,2000})”, (?P<source>.{1,300})\)")
_OPENING = ": “"
_CLOSING = regex(r"”\.(?: |\Z)")
_EVIDENCE = regex(r"Evidence (?P<verdict>[a-z, ]{4,30}): (?P<named>.+)\.")
_LACKS = regex(r"(?P<title>.+?)(?: \(lacks (?P<fields>[^()]+)\))?")
_RELATIONS = "|".join(str(relation) for relation in Relation)
_TAKEN = regex(rf"The contract (?:{_RELATIONS}) this \((?P<source>.{{1,400}}?)\): (?P<why>.+)")
_TAKING = regex(
    rf"It (?:{_RELATIONS}) “(?P<quote>.{{1,200}})” \((?P<source>.{{1,400}}?)\): (?P<why>.+)"
)
_PLACES = (
    "slide|page|line|paragraph|clause|sheet|cell|table|mail|part|removed slide|footnote|endnote|"
    "comment|header|footer|subject|title|subtitle|speaker notes|text box|§"
)
_PLACE = regex(rf"(?:.{{1,300}}[,:] )?(?:{_PLACES})(?:[^.!?“”]|\.(?=\w)){{0,100}}")
_LONGEST_REASON = 600


class Opening(Struct, frozen=True):
    """The first line of a remark: by which name it goes, and what it holds besides our words."""

    name: str
    loose: tuple[Loose, ...]


class OwnWords(Struct, frozen=True):
    """All that the rules lend to remarks, by where it may stand in them."""

    titles: frozenset[str]
    kinds: frozenset[str]
    fields: frozenset[str]
    sentences: frozenset[str]
    whys: frozenset[str]

    @classmethod
    def of(cls, book: RuleBook, catalogue: Catalogue) -> OwnWords:
        """Return the words that these rules lend."""
        return cls(
            titles=frozenset(_titles(book)),
            kinds=frozenset(clean(kind.title) for kind in catalogue.kinds),
            fields=frozenset(capitalised(f.id) for kind in catalogue.kinds for f in kind.fields),
            sentences=frozenset(map(clean, _sentences(book, catalogue))),
            whys=frozenset(clean(row.why) for e in book.topics for row in e.topic.rows)
            | {KEPT, OTHER_FIGURE},
        )

    def opening(self, line: str) -> Opening | None:
        """Return what a line holds that opens a remark, or None where it opens none."""
        found = _NUMBERED.fullmatch(line)
        if found is None or found["tag"] not in (None, found["number"]):
            return None
        title = found["title"]
        known = max((each for each in self.titles if title.startswith(each)), key=len, default=None)
        if known is None or (found["number"][0] in "KS") != (" claim, " not in known):
            return None
        loose = self._after(title[len(known) :])
        return None if loose is None else Opening(f"{found['number']}. {known}", loose)

    def _after(self, rest: str) -> tuple[Loose, ...] | None:
        """Return what quotes stand behind a title, as it is written in a text or in notes."""
        if not rest:
            return ()
        if found := _AFTER_TITLE.fullmatch(rest):
            return tuple(_quoting(found))
        for words, behind in _in_notes(rest):
            more = self.line(behind) if behind else ()
            if more is not None:
                return (Loose(words=words, quoted=True), *more)
        return None

    def line(self, line: str) -> tuple[Loose, ...] | None:
        """Return what a further line of a remark holds besides our own words, or None.

        None says that no remark holds such a line.
        """
        if line in self.sentences or self._evidence(line) or _is_further(line):
            return ()
        if found := _ON.fullmatch(line):
            return tuple(_quoting(found))
        if found := _TAKEN.fullmatch(line) or _TAKING.fullmatch(line):
            return tuple(_quoting(found)) if found["why"] in self.whys else None
        for title in self.kinds:
            if line.startswith(f"{title}: ") and len(line) <= len(title) + _LONGEST_REASON:
                return (Loose(words=line, quoted=False),)
        return None

    def _evidence(self, line: str) -> bool:
        found = _EVIDENCE.fullmatch(line)
        if found is None or found["verdict"] not in {verdict.words for verdict in Verdict}:
            return False
        return all(self._named(each) for each in found["named"].split("; "))

    def _named(self, text: str) -> bool:
        found = _LACKS.fullmatch(text)
        if found is None or found["title"] not in self.kinds:
            return False
        return all(name in self.fields for name in (found["fields"] or "").split(", ") if name)


def _titles(book: RuleBook) -> Iterator[str]:
    for category in Category:
        for strength, confidence, level in product(Strength, Confidence, Level):
            yield claim_title(category.words, graded(strength, confidence), level)
    yield from map(clause_title, ClauseLabel)
    yield from (clean(entry.topic.title) for entry in book.topics)


def _sentences(book: RuleBook, catalogue: Catalogue) -> Iterator[str]:
    for entry in catalogue.categories:
        yield f"{ASK}{entry.question}"
        yield f"{REWRITE}{entry.rewrite}"
    for rule in book.clauses:
        yield rule.says
        yield rule.why


def _in_notes(rest: str) -> Iterator[tuple[str, str]]:
    """Yield the words and the line behind them, wherever the quote may end: words hold quotes."""
    if rest.startswith(_OPENING):
        for found in _CLOSING.finditer(rest):
            yield rest[len(_OPENING) : found.start()], rest[found.end() :]


def _is_further(line: str) -> bool:
    count = line.removeprefix("It bears on ").partition(" ")[0]
    return count.isdecimal() and len(count) < 7 and line == further(int(count))


def _quoting(found: re.Match[str]) -> Iterator[Loose]:
    """Yield the words that a line quotes, and of which paper and place, if that names none."""
    for name, words in found.groupdict().items():
        if name == "quote" or (name == "source" and not _PLACE.fullmatch(words)):
            yield Loose(words=words, quoted=True)
