"""Clause numbers as a lawyer cites them: the printed number behind those of its parents."""

from __future__ import annotations

from typing import NamedTuple

from claimlint.regex import regex
from claimlint.values.labels import NAMED

_TYPED = regex(
    r"\s*((?:(?:Article|Section|Clause)\s+)?\d{1,3}(?:\.\d{1,3})*[.)]?"
    r"|(?:Article|Section)\s+[IVXLC]+\.?|\(?[a-z]\)|\([ivxl]{1,6}\))\t"
)
_LETTERED = regex(r"\(?([a-z]{1,6})[.)]?")
_RANKS = {"lowerLetter": 1, "lowerRoman": 2}
_DEEPEST = 3


class Label(NamedTuple):
    """What stands before a paragraph: its list, its level from 0, the printed number if any.

    `own` says that the number shows this level only, so that a lawyer puts the parent's before it.
    """

    list_id: str
    level: int
    form: str
    text: str
    own: bool

    @property
    def bullet(self) -> bool:
        """Tell whether it is a bullet, not a number."""
        return self.form in ("bullet", "none") or not any(c.isalnum() for c in self.text)


class Clauses:
    """Joins the numbers of one story, paragraph by paragraph."""

    def __init__(self) -> None:
        self._levels: dict[str, dict[int, str]] = {}
        self._recent: dict[int, str] = {}

    def numbered(self, label: Label) -> str:
        """Return the clause of a paragraph that its program numbers: "7.2(b)"."""
        rank = _RANKS.get(label.form, 0)
        levels = self._levels.setdefault(label.list_id, {})
        parent = None
        if label.own:
            above = [level for level in levels if level < label.level]
            parent = levels[max(above)] if above else self._above(rank)
            rank = rank or (_DEEPEST if above else 0)
        clause = _joined(parent, label.text, lettered=label.form in _RANKS)
        for deeper in [level for level in levels if level >= label.level]:
            del levels[deeper]
        levels[label.level] = clause
        self._remember(rank, clause)
        return clause

    def typed(self, text: str) -> str | None:
        """Return the clause of a paragraph whose number is typed, with a tab behind it."""
        found = _TYPED.match(text) if "\t" in text else None
        if found is None:
            return None
        number = found.group(1)
        lettered = _LETTERED.fullmatch(number)
        rank = 0
        if lettered is not None:
            letter = lettered.group(1)
            roman = letter in "ivx" and 1 in self._recent and not self._recent[1].endswith("(h)")
            rank = 2 if len(letter) > 1 or roman else 1
        clause = _joined(self._above(rank), number, lettered=rank > 0)
        self._remember(rank, clause)
        return clause

    def heading(self) -> None:
        """Forget the parents: what follows a heading without a number belongs to none of them."""
        self._recent.clear()

    def _above(self, rank: int) -> str | None:
        above = [other for other in self._recent if other < rank]
        return self._recent[max(above)] if above else None

    def _remember(self, rank: int, clause: str) -> None:
        for deeper in [other for other in self._recent if other > rank]:
            del self._recent[deeper]
        self._recent[rank] = clause


def _joined(parent: str | None, text: str, *, lettered: bool) -> str:
    core = text.strip().rstrip(".:").strip()
    if parent is None or NAMED.match(core):
        return core if core.startswith("(") else core.rstrip(")")
    if core.startswith("("):
        return parent + core
    if core.endswith(")") or lettered:
        return f"{parent}({core.rstrip(')')})"
    return f"{parent}.{core}"
