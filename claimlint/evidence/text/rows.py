"""Reads the rows of a table: as pairs of label and value, or with the heads of the columns."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import groupby

from msgspec import Struct

from claimlint.document import Passage
from claimlint.evidence.text.plain import plain
from claimlint.evidence.text.unit import Segment
from claimlint.regex import regex

Numbered = tuple[int, Passage]
Row = tuple[str, tuple[Segment, ...]]

_FEWEST_LABELS = 2
_SHEET = (
    frozenset(
        "item field question parameter property attribute detail topic measure metric note point "
        "aspect subject criterion characteristic fact".split()
    ),
    frozenset(
        "entry value answer details description information content text result finding".split()
    ),
)
"""Heads of a table that holds labels and what they say, whatever the labels are."""
_FIGURE = regex(r"\W*\d[\d.,]*\s?\W{0,2}\s?[a-z%/]{0,12}\W*|\W*(?:yes|no)?\W*", re.IGNORECASE)
"""An entry of a table of figures: a number with its unit, a mark, or nothing."""
_LABEL_WORDS = 8
_ASKED = regex(
    r"\b(?:requirements?|questions?|criteri(?:on|a)|requests?|controls?|asked)\b", re.IGNORECASE
)
_ANSWERED = regex(
    r"\b(?:responses?|answers?|repl(?:y|ies)|comments?|explanations?|y(?:es)?\s?/\s?no?)\b",
    re.IGNORECASE,
)
_DENIED = regex(r"\W*(?:no|none|not|never|nil|n|n\s?/\s?a)\b", re.IGNORECASE)
_AFFIRMED = regex(r"^\W*(?:yes|y)\b|\d", re.IGNORECASE)
_YES = regex(r"\W*(?:yes|y)\b", re.IGNORECASE)
_TAIL = regex(
    r"\s(?:of (?:the )?(?:report|tests?|testing|evaluation|assessment|audit|study)|"
    r"tested|evaluated|assessed|judged|under test)$"
)
"""Ends of labels that say no more than what kind of paper they stand in ("date of report")."""
_SENTENCE = 5
"""Words that an answer has at the least that is more than an entry."""


def pairs_of(
    run: Sequence[Numbered], labels: Container[str]
) -> tuple[tuple[str, str, tuple[Segment, ...]], ...]:
    """Return label, text and segments of each row, or nothing where the table has no labels."""
    rows = _by_row(run)
    if any(len(cells) > 2 for cells in rows):
        return ()
    named = [(_known(cells[0][1], labels), cells) for cells in rows]
    known = sum(label in labels for label, _ in named)
    sheet = len(rows) > _FEWEST_LABELS and all(
        _label(cell[1]) in heads for cell, heads in zip(rows[0], _SHEET, strict=False)
    )
    if (sheet and len(rows[0]) == len(_SHEET)) or (known and _is_sheet(rows)):
        known = len(rows) - 1
    if known < min(_FEWEST_LABELS, len(rows)) or known * 2 < len(rows):
        return ()
    return tuple(
        (label, *_joined([(None, cell) for cell in cells], ": "))
        for label, cells in named
        if len(cells) == 2
    )


def _is_sheet(rows: Sequence[Sequence[Numbered]]) -> bool:
    """Tell whether a table of two columns names things and says what they are, row by row.

    Where most entries are figures the first column may as well name what was counted in each row.
    """
    cells = [row for row in rows if len(row) == len(_SHEET)]
    if len(cells) <= _FEWEST_LABELS or len(cells) < len(rows) - 1:
        return False
    named = all(len(row[0][1].text.split()) <= _LABEL_WORDS for row in cells)
    said = sum(_FIGURE.fullmatch(plain(row[1][1].text).text) is None for row in cells)
    return named and said * 2 > len(cells)


class Answered(Struct, frozen=True):
    """A row of a tender or a questionnaire: its answers, and the question where it asks one."""

    question: Numbered | None
    answers: tuple[Numbered, ...]

    def whole(self) -> Row | None:
        """Return the question with its answers where these say yes or give a figure, else None.

        A "yes" in a column beside an answer in sentences says that the bidder answers, and no more.
        """
        said = [cell.text for _, cell in self.answers]
        if self.question is None or any(map(_DENIED.match, said)):
            return None
        told = [cell.text for _, cell in self.answers if _is_sentence(cell)]
        if not any(map(_YES.match, told) if told else map(_AFFIRMED.search, said)):
            return None
        asked: list[Segment] = []
        text = _add("", self.question, asked, head=True)
        return _joined([(None, cell) for cell in self.answers], " ", (text, tuple(asked)))


def answers_of(run: Sequence[Numbered]) -> tuple[Answered, ...]:
    """Return the rows of a questionnaire, or of a tender whose answers are mostly sentences.

    Each row is on a matter of its own, and what it asks is the buyer's: no evidence.
    """
    heads, *rows = _by_row(run)
    asked = {_column(cell) for _, cell in heads if _ASKED.search(cell.text)}
    given = {_column(cell) for _, cell in heads if _ANSWERED.search(cell.text)} - asked
    if not asked or not given:
        return ()
    told = tuple(
        Answered(
            next((item for item in row if _column(item[1]) in asked and "?" in item[1].text), None),
            tuple(item for item in row if _column(item[1]) in given),
        )
        for row in rows
    )
    questions = sum(row.question is not None for row in told)
    sentences = sum(any(_is_sentence(cell) for _, cell in row.answers) for row in told)
    return told if max(questions, sentences) * 2 > len(told) else ()


def _is_sentence(cell: Passage) -> bool:
    text = cell.text.strip()
    return text.endswith((".", "!", "?")) and len(text.split()) >= _SENTENCE


def rows_of(run: Sequence[Numbered]) -> tuple[Row, ...]:
    """Return the text and segments of each row; a cell follows the head of its column.

    The row of the heads itself is left out, and words of a head stay at its place in the table.
    """
    rows = _by_row(run)
    heads = _heads(rows)
    found: list[Row] = []
    for cells in rows[1:] if heads else rows:
        parts = [(heads.get(_column(cell)), (index, cell)) for index, cell in cells]
        found.append(_joined(parts, "; "))
    return tuple(found)


def _heads(rows: Sequence[Sequence[Numbered]]) -> dict[int, Numbered]:
    """Return the head cell of each column, or nothing where the reader saw no heads."""
    if not rows:
        return {}
    named = {cell.cell.column_head for cells in rows[1:] for _, cell in cells if cell.cell}
    heads = {_words(head) for head in named if head}
    return {_column(cell): (index, cell) for index, cell in rows[0] if _words(cell.text) in heads}


def _words(text: str) -> str:
    """Return a head on one line: a narrow column breaks it into several."""
    return " ".join(text.split())


def _by_row(run: Sequence[Numbered]) -> list[list[Numbered]]:
    return [list(group) for _, group in groupby(run, key=lambda item: _row(item[1]))]


def _row(passage: Passage) -> int:
    return passage.cell.row if passage.cell else 0


def _column(passage: Passage) -> int:
    return passage.cell.column if passage.cell else 0


def _label(passage: Passage) -> str:
    return plain(passage.text).text.strip().rstrip(":").lower()


def _known(passage: Passage, labels: Container[str]) -> str:
    """Return the label of a cell, without its tail where only so it is one of `labels`."""
    label = _label(passage)
    short = _TAIL.sub("", label)
    return short if label not in labels and short in labels else label


def _joined(
    parts: Sequence[tuple[Numbered | None, Numbered]], mark: str, before: Row = ("", ())
) -> Row:
    text, segments = before[0], list(before[1])
    for head, cell in parts:
        text += mark if text else ""
        if head is not None and head[1].text.strip():
            text = _add(text, head, segments, head=True) + ": "
        text = _add(text, cell, segments)
    return text, tuple(segments)


def _add(text: str, cell: Numbered, segments: list[Segment], *, head: bool = False) -> str:
    words = plain(cell[1].text)
    segments.append(Segment(len(text), len(text) + len(words.text), cell[0], 0, words.origin, head))
    return text + words.text
