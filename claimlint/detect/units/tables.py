"""What stands beside a cell: the answers in the row of a label, the rows below a column head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from claimlint.document import Passage, TableCell
from claimlint.regex import regex

_HEAD_WORDS = 5
_ROWS = 3
_BESIDE = 8
_COUNTS = regex(
    r"^n$|\(n\)|\bn\s?=|\b(?:sample|number|count)\b|^[A-Za-z][\w /-]*(?<!s)s$", re.IGNORECASE
)
"""Heads of columns that count what was judged: "n", "Sample size", "Scans"."""
_COUNT = regex(r"(?:n\s?=\s?)?\d[\d,. ]*")
_ROW_NUMBER = regex(r"(?:no\.? ?)?[A-Z]{0,3}[-. ]?\d{1,3}(?:\.\d{1,3}){0,3}[.)]?", re.IGNORECASE)
_HEADS_NOTHING = regex(
    r"[\W\d]{0,8}\Z|\W*(?:\w+(?:['’]s)?\s){0,2}(?:answers?|responses?|repl(?:y|ies)|comments?|"
    r"remarks?)\W*\Z",
    re.IGNORECASE,
)
"""The number of a row, or the head over answers, is no head: a cell completes no "2"."""
_NOTHING = regex(
    r"\W*(?:a(?:nswer)?: )?(?:no|none|nil|zero|0|never|nope|nobody|no one|not)"
    r"(?:,? (?:at all|ever|never|none|(?:not )?(?:needed|required|necessary)))?\W*|[✗✘❌]",
    re.IGNORECASE,
)
"""What denies its label or question, and says no more."""
_WITHOUT = regex(r"\bwithout\b", re.IGNORECASE)
"""A label that "no" denies, and does not complete: "Works without a clerk | no"."""
_FIGURE = regex(r"\W{0,3}\d[\d.,]*\s?(?P<sign>%|[x×](?!\w)|/\s?\d+)\W{0,3}")
_COMPARED = regex(
    r"\W*(?:ai )?(?:agent|assistant|approach|bot|competitor|engine|method|model|provider|supplier|"
    r"system|tool|vendor)s?(?: (?:name|compared))?\W*",
    re.IGNORECASE,
)
"""Heads of a first column that lists the vendor beside its rivals; "Product" may list its own."""
_AMOUNT = regex(r"[<>~≈±$£€\s]{0,4}\d")
_BEFORE = regex(
    r"\W*(?:before\b|previous|past\b|old\b|baseline|status quo|manual|by hand|traditional|legacy|"
    r"without\b|humans?\b|people\b|staff\b|today\b|now\b|current|pre-|in-house|agency|spreadsheet|paper)",
    re.IGNORECASE,
)
"""Heads of columns that tell how it was, or is without the product."""
_APART = regex(
    r"\W*(?:target|goal|plan|change|delta|difference|improvement|saving|reduction|competitor|other|"
    r"rival|industry|benchmark|average|note|unit|source|price|budget|limit|n\b)",
    re.IGNORECASE,
)
"""Heads of columns beside them that tell of something else than how it is now."""
_MOST_COMPARED = 20  # rows: a longer table is a list of cases
_BRIEF = 24
_SECOND = 2
_CREDIT = regex(r"\b(?:credits?|refunds?|rebates?|reductions?|deductions?)\b", re.IGNORECASE)
_SHARE = regex(r"(\d{1,3}(?:\.\d+)?)\s?%")
_FARTHEST = 64  # passages: a head of a table of more columns is told by the first of them


def answers(passages: Sequence[Passage], index: int) -> tuple[tuple[str, str], ...]:
    """Return the other cells of a row beside its label, each as column head and text.

    The label stands in the first column, or in the second behind the number of the row.
    """
    cell = passages[index].cell
    if cell is None or cell.row == 1 or not (cell.column == 1 or _numbered(passages, index, cell)):
        return ()
    return tuple(
        (other.column_head or "", passage.text)
        for passage, other in _in_row(passages, index, cell)
        if other.column > cell.column
    )


def _numbered(passages: Sequence[Passage], index: int, cell: TableCell) -> bool:
    """Tell whether a cell stands in the second column, behind the number of its row."""
    before = passages[index - 1] if index and cell.column == _SECOND else None
    same = before is not None and before.cell is not None and before.cell.row == cell.row
    return same and bool(_ROW_NUMBER.fullmatch(passages[index - 1].text.strip()))


def denies(text: str) -> bool:
    """Tell whether a cell or answer says no or none ("Holidays | never"), and no more."""
    return len(text) <= _BRIEF and bool(_NOTHING.fullmatch(text))


def completed(passage: Passage, cell: TableCell, before: TableCell | None, previous: str) -> str:
    """Return the heads that a cell completes; a bare "none" reads as behind its label and a colon.

    Behind the number of a row its label is the cell `before`, which ends in the unit `previous`.
    """
    row, column = (
        head if head and head != passage.text and not _HEADS_NOTHING.match(head) else ""
        for head in (cell.row_head, cell.column_head)
    )
    if not denies(passage.text) or _WITHOUT.search(row):
        return f"{row} {column}".strip()
    beside = before is not None and (before.table, before.row) == (cell.table, cell.row)
    row = row or (previous if beside else "")
    return f"{column} {row}{':' if row[-1:].isalnum() else ''}".strip()


def counted(passages: Sequence[Passage], index: int) -> bool:
    """Tell whether the row of a share says in another cell how many items it was measured on."""
    cell = passages[index].cell
    if cell is None or "%" not in passages[index].text:
        return False
    near = passages[max(0, index - cell.column) : index + _BESIDE]
    return any(
        other.cell is not None
        and (other.cell.table, other.cell.row) == (cell.table, cell.row)
        and _COUNTS.search(other.cell.column_head or "")
        and _COUNT.fullmatch(other.text.strip())
        for other in near
    )


def rows_beside(passages: Sequence[Passage], index: int) -> tuple[str, ...]:
    """Return the heads of the other rows that hold such a figure in the column of a cell.

    Only where the first column lists those who are compared ("Agent | Solved: Acme 2 | 74 %").
    """
    cell = passages[index].cell
    if cell is None or not 1 < cell.row <= _MOST_COMPARED or cell.column == 1:
        return ()
    sign = _sign(passages[index].text)
    if not sign:
        return ()
    near = passages[max(0, index - _FARTHEST) : index + _FARTHEST]
    table = [(each, each.cell) for each in near if each.cell and each.cell.table == cell.table]
    if not any(
        other.row == other.column == 1 and _COMPARED.fullmatch(each.text.strip())
        for each, other in table
    ):
        return ()
    return tuple(
        other.row_head
        for each, other in table
        if other.column == cell.column and other.row not in (1, cell.row)
        if other.row_head and _sign(each.text) == sign
    )


def columns_beside(passages: Sequence[Passage], index: int) -> tuple[str, ...]:
    """Return the heads of the columns in which the other cells of a cell's row stand."""
    cell = passages[index].cell
    if cell is None or not cell.column_head:
        return ()
    beside = (_in_row(passages, index, cell, step) for step in (-1, 1))
    return tuple(
        other.column_head
        for _, other in chain.from_iterable(beside)
        if other.column_head and other.column_head != cell.column_head
    )


def is_lower_tier(passages: Sequence[Passage], index: int) -> bool:
    """Tell whether a share says when a credit is due, below a higher share that is owed.

    In "Availability | Credit: 99.5 % or more | none, 99 % to 99.4 % | 5 %" the first one is owed.
    """
    cell, share = passages[index].cell, _highest(passages[index].text)
    if (
        cell is None
        or share is None
        or not any(map(_CREDIT.search, columns_beside(passages, index)))
    ):
        return False
    near = passages[max(0, index - _FARTHEST) : index + _FARTHEST]
    return any(
        (_highest(other.text) or 0) > share
        for other in near
        if other.cell is not None
        and (other.cell.table, other.cell.column) == (cell.table, cell.column)
    )


def _highest(text: str) -> float | None:
    return max(map(float, _SHARE.findall(text)), default=None)


def then(passages: Sequence[Passage], index: int) -> str:
    """Return how a sentence opens that a figure completes where its row holds that of before.

    In "Reply time | 6 h | 9 min" under "Before" and "With Owl" that is "Reply time: from 6 h to".
    """
    cell = passages[index].cell
    if cell is None or cell.row == 1 or not cell.row_head or not cell.column_head:
        return ""
    now = passages[index].text.strip()
    if not _is_amount(now) or _BEFORE.match(cell.column_head) or _APART.match(cell.column_head):
        return ""
    for passage, other in islice(_in_row(passages, index, cell, -1), _BESIDE - 1):
        was = passage.text.strip()
        if _BEFORE.match(other.column_head or "") and _is_amount(was) and _same(was, now):
            return f"{cell.row_head.strip().rstrip(':')}: from {was} to"
    return ""


def _is_amount(text: str) -> bool:
    return len(text) <= _BRIEF and bool(_AMOUNT.match(text))


def _same(one: str, other: str) -> bool:
    """Tell whether two amounts are of one sort: shares, money or else."""
    return all((sign in one) == (sign in other) for sign in "%$£€")


def _sign(text: str) -> str:
    found = _FIGURE.fullmatch(text.strip()) if len(text) <= _BRIEF else None
    return found["sign"] if found else ""


def heads_column(passages: Sequence[Passage], index: int) -> bool:
    """Tell whether a cell is the head of a column, in a table of several rows below it."""
    cell = passages[index].cell
    if cell is None or cell.row > 1 or cell.column == 1:
        return False
    if len(passages[index].text.split()) > _HEAD_WORDS:
        return False
    for other in passages[index + 1 : index + _FARTHEST]:
        if other.cell is None or other.cell.table != cell.table:
            return False
        if other.cell.row >= _ROWS:
            return True
    return False


def _in_row(
    passages: Sequence[Passage], index: int, cell: TableCell, step: int = 1
) -> Iterator[tuple[Passage, TableCell]]:
    """Yield the cells of a cell's row behind it, or before it, the nearest first."""
    for place in range(index + step, index + step * _FARTHEST, step):
        other = passages[place] if 0 <= place < len(passages) else None
        if other is None or other.cell is None:
            return
        if (other.cell.table, other.cell.row) != (cell.table, cell.row):
            return
        yield other, other.cell
