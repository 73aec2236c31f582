"""Figures that stand for themselves ("95 %", "24/7", "10x") and the words that label them."""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.detect.units.unit import FIGURES
from claimlint.document import Passage, Role
from claimlint.rulebook.reading_form import Token, tokens

_LABEL_WORDS = 7
_FIGURE_WORDS = 4
_LONGEST_FIGURE = 14
_LARGER = 1.1
_NONE = "zero"


def goes_on(line: str) -> bool:
    """Tell whether a line is a figure in large type, which the line below it goes on."""
    return len(line) <= _LONGEST_FIGURE and not line[:1].isalpha() and is_number(tokens(line))


def is_number(row: Sequence[Token]) -> bool:
    """Tell whether a unit is a bare figure ("95 %", "24/7", "10x", "< 1 min")."""
    return 0 < len(row) <= _FIGURE_WORDS and any(token.kind in FIGURES for token in row)


def label(passages: Sequence[Passage], index: int, cuts: list[tuple[int, int]], number: int) -> str:
    """Return the caption of a bare figure: its row's label, the next line, or its neighbour."""
    head = _row_head(passages[index].text, cuts, number)
    if head:
        return f"{head} {_cell_after(passages[index].text, cuts, number)}".rstrip()
    if number + 1 < len(cuts):
        start, end = cuts[number + 1]
        return _caption(passages[index].text[start:end])
    beside = _beside(passages, index)
    if any(is_number(tokens(near.text)) for near in beside):
        return ""  # The figures of an axis have no caption, nor can a row of them share one.
    return next(filter(None, (_caption(near.text) for near in beside)), "")


def none_above(passages: Sequence[Passage], index: int, previous: str, text: str) -> str:
    """Return the "Zero" that stands by itself right before a caption ("Zero" – "Sick days").

    Cells of tables have heads that say what their figures are.
    """
    passage, above = passages[index], passages[max(0, index - 1)]
    parted = passage.text.partition("|")[0] if passage.text.startswith(previous) else above.text
    alone = previous.lower() == _NONE == parted.strip().lower()
    return previous if alone and passage.cell is None and _caption(text) else ""


def _row_head(text: str, cuts: list[tuple[int, int]], number: int) -> str:
    """Return the first cell of a row that is written with bars ("Error rate | < 5 % | < 2 %")."""
    first = number
    while first and text[cuts[first - 1][1] : cuts[first][0]].strip() == "|":
        first -= 1
    start, end = cuts[first]
    return _caption(text[start:end]) if first < number else ""


def _cell_after(text: str, cuts: list[tuple[int, int]], number: int) -> str:
    """Return the next cell, which says what a figure is ("Visits | +3% | Rise in a year")."""
    for start, end in cuts[number + 1 : number + 2]:
        if text[cuts[number][1] : start].strip() == "|":
            return _caption(text[start:end])
    return ""


def _beside(passages: Sequence[Passage], index: int) -> list[Passage]:
    """Return what stands together with a figure before and behind it, the likelier caption first.

    A heading is no caption.
    """
    figure = passages[index]
    headed = figure.role is not Role.HEADING and any(
        after.role is Role.HEADING or (after.size or 0) > _LARGER * (figure.size or 1)
        for after in passages[index + 1 : index + 2]
    )
    order = (index - 1, index + 1) if headed else (index + 1, index - 1)
    near = (passages[place] for place in order if 0 <= place < len(passages))
    return [passage for passage in near if _together(figure, passage)]


def _caption(text: str) -> str:
    return text if 0 < len(text.split()) <= _LABEL_WORDS and not is_number(tokens(text)) else ""


def _together(one: Passage, other: Passage) -> bool:
    """Tell whether two passages stand on the same page or slide and belong to its body.

    Two items of a list do not: each says what it says by itself.
    """
    if one.role is other.role is Role.BULLET:
        return False
    here, there = one.location, other.location
    return (here.page, here.slide, here.part) == (there.page, there.slide, there.part)
