"""Facts on a paper as a whole, gathered in one walk through its units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimlint.detect.cues import Cues
from claimlint.detect.paper.names import Names
from claimlint.detect.paper.title_and_shapes import OPENING, Shapes
from claimlint.detect.units.unit import Unit
from claimlint.rulebook.reading_form import Kind, Token

_MONTH, _MAY = "month", "May"
_NAME_WORDS = 3
"""A title of more words is the name of a product with what it is."""


class Survey:
    """A paper as a whole: how many units it has, the first of them, its words, names and shapes.

    `row` are the forms of all its tokens in their order, without the places of the words,
    `bare_names` those of its names that mostly stand without an article, and `opening_names` those
    that its first units hold, where what is sold is named. `products` are these, or all where there
    are none, and a title that is but a name of its own.
    """

    def __init__(self, units: Iterable[Unit], cues: Cues) -> None:
        self.opening: list[Unit] = []
        self.shapes = Shapes(cues)
        self.units = 0
        names = Names()
        self.row = tuple(self._walked(units, names))  # not by a list: of a long paper it is large
        self.names = names.told(cues)
        self.bare_names = names.bare(self.names)
        self.title = names.title(self.opening)
        told = {token.form for unit in self.opening for token in unit.tokens}
        self.opening_names = self.names & told
        self.products = (self.opening_names or self.names).union(self._titled())

    def _titled(self) -> list[str]:
        """Return the words of the title where it names a product; the cell of a table is none."""
        if not self.title.rare or self.opening[0].passage.cell is not None:
            return []
        words = [word.lower() for word in self.title.words]
        return words if len(words) <= _NAME_WORDS else words[:1]

    def _walked(self, units: Iterable[Unit], names: Names) -> Iterator[Token]:
        """Yield the tokens of the units; each unit is looked at before."""
        known: dict[tuple[str, Kind], Token] = {}
        for unit in units:
            self.units += 1
            if len(self.opening) < OPENING:
                self.opening.append(unit)
            names.add(unit.tokens)
            self.shapes.add(unit)
            for index, token in enumerate(unit.tokens):
                month = token.text == _MAY and _is_month(unit.tokens, index)
                key = (_MONTH if month else token.form, token.kind)
                yield known.get(key) or known.setdefault(key, Token(key[0], key[0], 0, 0, key[1]))


def _is_month(row: tuple[Token, ...], index: int) -> bool:
    """Tell whether "May" is the month, and no word that weighs what is said."""
    return index > 0 or any(token.kind is not Kind.WORD for token in row[1:2])
