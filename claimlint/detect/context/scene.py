"""What a check sees: the match, its unit, the parse on demand, and the cue lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from claimlint.detect.matching import Match
from claimlint.detect.model import Parse
from claimlint.detect.unit import Unit
from claimlint.finding import Decision
from claimlint.rulebook.patterns import PLACEHOLDERS, Phrase
from claimlint.rulebook.reading import Kind, Token, tokens
from claimlint.terms import DocumentKind

Span = tuple[int, int]
NEGATORS = frozenset({"not", "n't", "never", "no"})


class Cues:
    """Finds the phrases of the named word lists in rows of tokens."""

    def __init__(self, lists: Mapping[str, tuple[Phrase, ...]]) -> None:
        self._lists = lists
        self._starts: dict[str, dict[str, list[Phrase]]] = {}

    def find(self, name: str, row: tuple[Token, ...]) -> list[Span]:
        """Return the token spans in `row` where a phrase of the list `name` stands."""
        starts = self._starts.get(name)
        if starts is None:
            starts = defaultdict(list)
            for phrase in self._lists[name]:
                starts[phrase[0]].append(phrase)
            self._starts[name] = starts = dict(starts)
        found = []
        for index, token in enumerate(row):
            for phrase in (*starts.get(token.form, ()), *starts.get(_placeholder(token), ())):
                if _stands(phrase, row, index):
                    found.append((index, index + len(phrase)))
        return found

    def finds(self, name: str, row: tuple[Token, ...]) -> bool:
        """Tell whether there is a list `name` and a phrase of it stands in `row`."""
        return name in self._lists and bool(self.find(name, row))

    def phrases(self, name: str) -> tuple[Phrase, ...]:
        """Return the phrases of the list `name`."""
        return self._lists[name]

    def within(self, name: str, text: str) -> str:
        """Return the first words of the list `name` that stand in `text`, or nothing."""
        row = tokens(text)
        found = self.find(name, row)
        return words_of(row, found[0]) if found else ""


def _placeholder(token: Token) -> str:
    if token.kind is Kind.NUMBER:
        return PLACEHOLDERS[0]
    return PLACEHOLDERS[1] if token.kind is Kind.MULTIPLE else ""


def _stands(phrase: Phrase, row: tuple[Token, ...], index: int) -> bool:
    if index + len(phrase) > len(row):
        return False
    return all(
        word in (token.form, _placeholder(token))
        for word, token in zip(phrase, row[index : index + len(phrase)], strict=True)
    )


def words_of(row: tuple[Token, ...], span: Span) -> str:
    """Return the words of a span of tokens as one line."""
    return " ".join(token.form for token in row[span[0] : span[1]])


@dataclass(frozen=True, slots=True)
class Scene:
    """A match and all that the checks may look at.

    `names` are the forms of words that the document uses as names ("Clerkwell").
    """

    match: Match
    unit: Unit
    cues: Cues
    kind: DocumentKind
    names: frozenset[str]
    parse: Callable[[], Parse] = field(repr=False)

    @property
    def row(self) -> tuple[Token, ...]:
        """Return the unit's tokens."""
        return self.unit.tokens

    @property
    def span(self) -> Span:
        """Return the match as token indices of the unit."""
        return (self.match.start, self.match.end)

    @property
    def first_word(self) -> int:
        """Return the index of the first token that is no bullet, emoji or other mark."""
        words = (index for index, token in enumerate(self.row) if token.kind is not Kind.MARK)
        return next(words, 0)

    def find(self, name: str) -> list[Span]:
        """Return where phrases of the cue list `name` stand in the unit."""
        return self.cues.find(name, self.row)

    def before(self, name: str) -> list[Span]:
        """Return where phrases of the cue list `name` end before the match begins."""
        return [span for span in self.find(name) if span[1] <= self.match.start]

    def outside(self, name: str) -> list[Span]:
        """Return where phrases of the list stand without touching the match."""
        start, end = self.span
        return [span for span in self.find(name) if span[1] <= start or span[0] >= end]

    def says(self, span: Span) -> str:
        """Return the words of a token span."""
        return words_of(self.row, span)


Check = Callable[[Scene], Decision | None]
"""Looks at a scene; returns why the match is let go, or None where it has no objection."""


def first_decision(checks: Iterable[tuple[str, Check]], scene: Scene) -> Decision | None:
    """Return the first objection of the checks, or None."""
    for _, check in checks:
        decision = check(scene)
        if decision is not None:
            return decision
    return None
