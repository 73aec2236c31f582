"""What one walk through the units of a paper shows of it as a whole."""

from __future__ import annotations

from collections.abc import Iterable

from claimlint.detect.cues import Cues
from claimlint.detect.names import Names
from claimlint.detect.papers import OPENING, Shapes
from claimlint.detect.unit import Unit
from claimlint.rulebook.reading_form import Kind, Token


class Survey:
    """A paper as a whole: how many units it has, the first of them, its words, names and shapes.

    `row` are the forms of all its tokens in their order, without the places of the words, and
    `bare_names` those of its names that mostly stand without an article.
    """

    def __init__(self, units: Iterable[Unit], cues: Cues) -> None:
        opening: list[Unit] = []
        row: list[Token] = []
        names = Names()
        self.shapes = Shapes(cues)
        self.units = 0
        known: dict[tuple[str, Kind], Token] = {}
        for unit in units:
            self.units += 1
            if len(opening) < OPENING:
                opening.append(unit)
            for token in unit.tokens:
                key = (token.form, token.kind)
                row.append(known.get(key) or known.setdefault(key, _bare(*key)))
            names.add(unit.tokens)
            self.shapes.add(unit)
        self.opening = tuple(opening)
        self.row = tuple(row)
        self.names = names.told(cues)
        self.bare_names = names.bare(self.names)


def _bare(form: str, kind: Kind) -> Token:
    return Token(form, form, 0, 0, kind)
