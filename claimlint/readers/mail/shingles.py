"""Tells whether one text says what another said, by the runs of three words in it."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.regex import regex

_WORD = regex(r"\w+")
_ENOUGH = 0.7


class Shingles:
    """All runs of up to three words of the texts that were added."""

    def __init__(self) -> None:
        self._runs: set[tuple[str, ...]] = set()

    def add(self, text: str) -> None:
        """Take a text."""
        words = _words(text)
        for length in (1, 2, 3):
            self._runs.update(_runs(words, length))

    def holds(self, text: str) -> bool:
        """Tell whether each word of `text` was said, and most of them in the same order."""
        words = _words(text)
        if not words or any((word,) not in self._runs for word in words):
            return False
        runs = list(_runs(words, min(3, len(words))))
        said = sum(1 for run in runs if run in self._runs)
        return said >= _ENOUGH * len(runs)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _runs(words: list[str], length: int) -> Iterator[tuple[str, ...]]:
    return zip(*(words[start:] for start in range(length)), strict=False)
