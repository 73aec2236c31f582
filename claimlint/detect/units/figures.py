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
    if any(
        _together(passages[index], each) and _bare(each) for each in _neighbours(passages, index)
    ):
        return ""  # The figures of an axis have no caption, nor can a row of them share one.
    for near in _beside(passages, index):
        if 0 <= near < len(passages) and _together(passages[index], passages[near]):
            caption = _caption(passages[near].text)
            if caption:
                return caption
    return ""


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


def _neighbours(passages: Sequence[Passage], index: int) -> Sequence[Passage]:
    return (*passages[max(0, index - 1) : index], *passages[index + 1 : index + 2])


def _bare(passage: Passage) -> bool:
    return is_number(tokens(passage.text))


def _beside(passages: Sequence[Passage], index: int) -> tuple[int, int]:
    """Return the neighbours of a figure, first the likelier caption: a heading is none."""
    figure = passages[index]
    headed = figure.role is not Role.HEADING and any(
        after.role is Role.HEADING or (after.size or 0) > _LARGER * (figure.size or 1)
        for after in passages[index + 1 : index + 2]
    )
    return (index - 1, index + 1) if headed else (index + 1, index - 1)


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
