"""What a check sees: the match, its unit, the parse on demand, and the cue lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from claimlint.detect.cues import Cues, Span, words_of
from claimlint.detect.matching.pattern_index import Match
from claimlint.detect.parsing.model import Parse
from claimlint.detect.units.unit import Unit
from claimlint.rulebook.reading_form import Kind, Token
from claimlint.terms import Category, DocumentKind

NEGATORS = frozenset({"not", "n't", "never", "no"})
CLAUSE_ENDS = frozenset(".;:!?—–|-")
QUALITIES = (
    Category.ACCURACY_RELIABILITY,
    Category.HUMAN_PARITY,
    Category.SAFETY_COMPLIANCE,
    Category.UNDERSTANDING_LEARNING,
)
"""Claims on what it is like: others have such qualities too, and many only ask for them."""
ARTIFICIAL = frozenset("ai digital virtual automated artificial robotic".split())
"""Words that make a clerk or trader a machine."""
NOT_DONE = ("☐", "□ ", "[ ]")
"""How a box opens its unit that nobody has ticked."""
UNSOLD = "no product on offer"
"""What a check says that lets go what nobody offers."""


class Scene(Struct, frozen=True):
    """A match and all that the checks may look at.

    `names` are the forms of words that the document uses as names ("Clerkwell"), `products` those
    of them that may be of what it sells. `copy` is true where somebody said that all of it sells.
    """

    match: Match
    unit: Unit
    cues: Cues
    kind: DocumentKind
    names: frozenset[str]
    parse: Callable[[], Parse]
    products: frozenset[str] = frozenset()
    copy: bool = False

    @property
    def label(self) -> str:
        """Return what the rule finds: a category, or a label of clauses."""
        return self.match.rule.label

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

    @property
    def opens(self) -> str:
        """Return the form of that token."""
        return self.row[self.first_word].form

    def forms(self, start: int = 0, end: int | None = None) -> list[str]:
        """Return the forms of the tokens from `start` to `end` (excluded), or to the last."""
        return [token.form for token in self.row[start:end]]

    def above(self, name: str) -> Iterator[tuple[str, str]]:
        """Yield words of the list `name` in the lead and in the nearest heading, and that text."""
        for text in (self.unit.lead_text, *self.unit.headings[:1]):
            found = self.cues.within(name, text) if text != self.unit.text else ""
            if found:
                yield found, text

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

    def first(self, spans: Iterable[Span]) -> str:
        """Return the words of the first of some token spans, or nothing where there is none."""
        return next(map(self.says, spans), "")


Objection = Callable[[Scene], str]
"""Looks at a scene; returns the words for which the match is let go, or nothing."""
