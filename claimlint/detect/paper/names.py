"""Which words a document uses as names: capitals inside sentences, never in lower case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from claimlint.detect.cues import Cues
from claimlint.detect.units.unit import Unit
from claimlint.rulebook.model import Rules
from claimlint.rulebook.reading_form import Kind, Token

_OFTEN = 3
_NAME_WORDS = 6
_AFTER_NAME = frozenset("-–—:|(")
_JOINING = frozenset("about and are as at by for from how in is of on or to what why with".split())
"""What joins words to a title that is more than a name ("Using AI at Cotter Foods")."""
_DETERMINERS = frozenset(["a", "an", "any", "each", "every", "no", "such", "the", "this", "these"])


class Title(Struct, frozen=True):
    """The words of a title that is but a name, none of another; `rare` is the first in lower case,
    "" where the paper uses it as a common word."""

    words: tuple[str, ...] = ()
    rare: str = ""

    def opens(self, row: Sequence[Token], common: Container[str]) -> bool:
        """Tell whether a sentence opens with the name: all of it, or a first word of its own.

        A single word of those that are `common` is no name.
        """
        if not self.words or not row:
            return False
        own = bool(self.rare) and self.rare not in common
        whole = tuple(token.text for token in row[: len(self.words)]) == self.words
        return (own and row[0].form == self.rare) or (whole and len(self.words) > 1)


class Names:
    """Collects the words that a document uses as names, from its units one after another.

    A name stands with a capital at least three times, once of them inside a unit, never without
    one, and is no common defined term of contracts (the list `contract-terms`: Customer …).
    """

    def __init__(self) -> None:
        self._capital: Counter[str] = Counter()
        self._opens: Counter[str] = Counter()
        self._plain: set[str] = set()
        self._uses: Counter[str] = Counter()
        self._roles: Counter[str] = Counter()
        self._defined: set[str] = set()

    def add(self, row: tuple[Token, ...]) -> None:
        """Take the tokens of the next unit."""
        term = False
        phrase: list[str] = []
        for index, token in enumerate(row):
            form, first = token.form, token.text[0]
            capital = first.isupper()
            if form in _DETERMINERS:
                term = True
            elif capital:
                self._uses[form] += 1
                self._roles[form] += term
                phrase.append(form)
            else:
                if form == "means":
                    self._defined.update(phrase)
                term, phrase = False, []
            if token.kind is not Kind.WORD:
                continue
            if capital and index > 0 and not token.text.isupper():
                self._capital[form] += 1
            elif token.text.islower():
                if form not in self._plain and not _in_address(row, index):
                    self._plain.add(form)
            elif index == 0 and not token.text.isupper():
                self._opens[form] += 1

    def told(self, cues: Cues) -> frozenset[str]:
        """Return the lower-case forms of the names."""
        capital = Counter(self._capital)
        capital.update({form: n for form, n in self._opens.items() if form in capital})
        terms = cues.forms("contract-terms")
        often = (form for form, count in capital.items() if count >= _OFTEN)
        return frozenset(form for form in often if form not in self._plain and form not in terms)

    def bare(self, names: frozenset[str]) -> frozenset[str]:
        """Return the names of companies: "Acme will", but "the Restaurant", "any Approved Use".

        What has a plural is no such name either.
        """
        return frozenset(
            name
            for name in names
            if 2 * self._roles[name] <= self._uses[name]
            and name not in self._defined
            and f"{name}s" not in names
            and name.removesuffix("s") not in names - {name}
        )

    def title(self, opening: Sequence[Unit]) -> Title:
        """Return the name that the first unit is: "Ledger Owl 3.2", "Owl – sorts post"."""
        row = opening[0].tokens if opening else ()
        name = tuple(takewhile(_goes_on, row))
        named = (
            len(name) <= _NAME_WORDS
            and any(token.text != token.form for token in name[:2])
            and _JOINING.isdisjoint(token.form for token in name)
        )
        words = [token for token in name if token.kind is Kind.WORD] if named else []
        rare = words[:1] and words[0].form not in self._plain
        return Title(tuple(token.text for token in words), words[0].form if rare else "")


def _goes_on(token: Token) -> bool:
    """Tell whether a name goes on with a token: no dash, no version ("v2")."""
    return token.text not in _AFTER_NAME and not (token.form[0] == "v" and token.form[1:].isdigit())


def _in_address(row: tuple[Token, ...], index: int) -> bool:
    """Tell whether a word is a piece of a web or mail address ("acme.example", "@acme")."""
    word = row[index]
    if index > 0 and row[index - 1].text in ("@", "/") and row[index - 1].end == word.start:
        return True
    if index + 2 >= len(row) or row[index + 1].text not in (".", "@"):
        return False
    return word.end == row[index + 1].start and row[index + 1].end == row[index + 2].start


def companies(names: frozenset[str], rules: Rules) -> frozenset[str]:
    """Return which bare names are of companies: no word that the rules look for (Controller)."""
    return names - rules.forms if names else names


def read_as(unit: Unit, roles: Mapping[str, str]) -> Unit:
    """Return the unit, and its stem, with names and defined terms read as what they stand for."""
    tokens, lead = _read_as(unit.tokens, roles), _read_as(unit.lead, roles)
    if tokens is unit.tokens and lead is unit.lead:
        return unit
    return replace(unit, tokens=tokens, lead=lead)


def _read_as(row: tuple[Token, ...], roles: Mapping[str, str]) -> tuple[Token, ...]:
    if not roles or roles.keys().isdisjoint([token.form for token in row]):
        return row
    return tuple(
        replace(token, form=roles[token.form]) if token.form in roles else token for token in row
    )
