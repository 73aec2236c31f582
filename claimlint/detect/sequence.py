"""Where a row of words fills a row of places: every way, as starts and ends of tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimlint.detect.unit import matchable
from claimlint.rulebook.patterns import PLACEHOLDERS, Item, Phrase
from claimlint.rulebook.reading import Token

NEGATORS = ("not", "n't", "never")
_NO_GAP = frozenset((*".!?;:—–|", *NEGATORS))


@dataclass(frozen=True, slots=True)
class Row:
    """The tokens of a unit with the forms under which words and placeholders find them."""

    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    sorts: tuple[str, ...]
    forms: frozenset[str]

    @classmethod
    def of(cls, tokens: tuple[Token, ...], forms: frozenset[str]) -> Row:
        """Return the row of these tokens; `forms` is what `forms_of` returns for them."""
        words = tuple(token.form for token in tokens)
        return cls(tokens, words, tuple(map(matchable, tokens)), forms)


def spans(row: Row, items: Sequence[Item]) -> set[tuple[int, int]]:
    """Return all starts and ends (excluded) of tokens that fill the items, none of them empty."""
    active = tuple(item.active(row.forms) for item in items)
    places = tuple(zip(items, active, strict=True))
    found: set[tuple[int, int]] = set()
    for start in range(len(row.words)):
        ends = {start}
        for item, phrases in places:
            ends = _ends(row, item, phrases, ends)
            if not ends:
                break
        found.update((start, end) for end in ends if end > start)
    return found


def _ends(row: Row, item: Item, phrases: tuple[Phrase, ...], starts: set[int]) -> set[int]:
    """Return where the item can end, begun at one of the starts."""
    words, count = row.words, len(row.words)
    ends: set[int] = set(starts) if item.optional and not item.gap else set()
    for start in starts:
        if item.gap:
            ends.update(_free(words, start, item.gap))
            continue
        if start < count and words[start] in item.singles:
            ends.add(start + 1)
        ends.update(start + len(phrase) for phrase in phrases if _stands(row, phrase, start))
    return ends


def _free(words: tuple[str, ...], start: int, most: int) -> range:
    """Return the places up to `most` free words behind the start."""
    end = start
    while end < len(words) and end - start < most and words[end] not in _NO_GAP:
        end += 1
    return range(start, end + 1)


def _stands(row: Row, phrase: Phrase, start: int) -> bool:
    if start + len(phrase) > len(row.words):
        return False
    return all(
        (row.sorts if word in PLACEHOLDERS else row.words)[start + place] == word
        for place, word in enumerate(phrase)
    )
