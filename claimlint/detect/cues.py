"""Where the phrases of the named word lists stand in rows of tokens."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache, partial

from claimlint.detect.units.unit import FIGURES, forms_of, matchable
from claimlint.errors import RuleFault
from claimlint.rulebook.model import WordLists
from claimlint.rulebook.patterns import PLACEHOLDERS, Phrase
from claimlint.rulebook.reading_form import Token, tokens

Span = tuple[int, int]
"""The first token of some words, and the one behind the last."""


class Cues:
    """Finds the phrases of the named word lists in rows of tokens."""

    def __init__(self, lists: WordLists) -> None:
        self._lists = lists
        self._starts: dict[str, dict[str, list[Phrase]]] = {}
        self._opened: dict[str, set[str]] = {}
        self._row = Row(())
        self._found: dict[str, list[Span]] = {}
        self.within = lru_cache(maxsize=8192)(self._within)

    def find(self, name: str, row: tuple[Token, ...]) -> list[Span]:
        """Return the token spans in `row` where a phrase of the list `name` stands."""
        if row is not self._row.tokens:  # many checks look at one unit in turn
            self._row, self._found = Row(row), {}
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = list(self.search(name, self._row))
        return found

    def forget(self) -> None:
        """Let go of the row that was looked at last: it may be a whole document."""
        self._row, self._found = Row(()), {}

    def search(self, name: str, row: Row) -> Iterator[Span]:
        """Yield them in a row that the caller keeps, because others are asked for in between."""
        starts = self._starts_of(name)
        if name not in row.opened(self._opened, len(self._starts)):
            return
        held: dict[str, list[Phrase]] = {}
        for form in starts.keys() & row.forms:
            able = [p for p in starts[form] if len(p) == 1 or row.forms.issuperset(p)]
            if able:
                held[form] = able
        if not held:
            return
        found = ((index, word in PLACEHOLDERS, word) for word in held for index in row.places[word])
        for index, _, form in sorted(found):
            yield from _standing(held[form], row.tokens, index)

    def _starts_of(self, name: str) -> dict[str, list[Phrase]]:
        starts = self._starts.get(name)
        if starts is None:
            starts = self._starts[name] = {}
            for phrase in self.phrases(name):
                starts.setdefault(phrase[0], []).append(phrase)
                self._opened.setdefault(phrase[0], set()).add(name)
        return starts

    def finds(self, name: str, row: tuple[Token, ...]) -> bool:
        """Tell whether there is a list `name` and a phrase of it stands in `row`."""
        return name in self._lists and bool(self.find(name, row))

    def has(self, name: str) -> bool:
        """Tell whether there is a list `name`."""
        return name in self._lists

    def beginning(self, head: str) -> Iterator[str]:
        """Yield the names of the lists that begin with `head`."""
        return (name for name in self._lists if name.startswith(head))

    def phrases(self, name: str) -> tuple[Phrase, ...]:
        """Return the phrases of the list `name`.

        Raises:
            RuleFault: the rules hold no such list, and detection cannot do without.
        """
        if name not in self._lists:
            raise RuleFault(f'rules/words: no word list called "{name}", which detection asks for')
        return self._lists[name]

    def words(self, name: str) -> frozenset[str]:
        """Return the single words of the list `name`."""
        return frozenset(phrase[0] for phrase in self.phrases(name) if len(phrase) == 1)

    def forms(self, name: str) -> frozenset[str]:
        """Return the words that the phrases of the list `name` consist of; raises as `phrases`."""
        return frozenset(form for phrase in self.phrases(name) for form in phrase)

    def _within(self, name: str, text: str) -> str:
        """Return the first words of the list `name` that stand in `text`, or nothing."""
        row = tokens(text)
        found = next(self.search(name, Row(row)), None)
        return words_of(row, found) if found else ""


class Row:
    """A row of tokens with its forms and, once someone asks, where each of them stands."""

    def __init__(self, row: tuple[Token, ...]) -> None:
        self.tokens = row
        self.forms = forms_of(row)
        self._opens: frozenset[str] = frozenset()
        self._of = 0

    def opened(self, lists: Mapping[str, set[str]], of: int) -> frozenset[str]:
        """Return the lists that words of the row open, told anew where there are more `of` them."""
        if of != self._of:
            self._of = of
            self._opens = frozenset().union(*(lists[form] for form in lists.keys() & self.forms))
        return self._opens

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """Return where each form stands, and each placeholder that figures fill."""
        found: defaultdict[str, array[int]] = defaultdict(partial(array, "I"))
        for index, token in enumerate(self.tokens):
            found[token.form].append(index)
            if token.kind in FIGURES:
                found[matchable(token)].append(index)
        return found


def _standing(phrases: list[Phrase], row: tuple[Token, ...], index: int) -> Iterator[Span]:
    """Yield the spans of those phrases that stand at a place, where their first word does."""
    for phrase in phrases:
        end = index + len(phrase)
        if end == index + 1 or (end <= len(row) and _follows(phrase, row, index)):
            yield index, end


def _follows(phrase: Phrase, row: tuple[Token, ...], index: int) -> bool:
    for place in range(1, len(phrase)):
        token = row[index + place]
        if phrase[place] != token.form and phrase[place] != matchable(token):
            return False
    return True


def words_of(row: tuple[Token, ...], span: Span) -> str:
    """Return the words of a span of tokens as one line."""
    return " ".join(token.form for token in row[span[0] : span[1]])
