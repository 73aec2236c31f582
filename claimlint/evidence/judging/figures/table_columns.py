"""Figures in one row of a table that speak of another column than a claim: its rival, its past."""

from __future__ import annotations

import re

from msgspec.structs import replace

from claimlint.document import Document, TableCell
from claimlint.evidence.detectors.versions import find_version
from claimlint.evidence.once import once_a_document
from claimlint.evidence.text.plain import plain
from claimlint.finding import Claim, Disclosure, FieldFound
from claimlint.regex import regex

_OPENING = 12
_MONTH = regex(
    r"\W*(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*|week|Q[1-4]|H[12]|20\d\d)\b",
    re.IGNORECASE,
)
_COUNTS = regex(r"\(n\)|^n$|\bn\s?=|\bsample\b|\b(?:number|count) of\b", re.IGNORECASE)
_COUNT = regex(r"(?:n\s?=\s?)?\d[\d,. ]*")


def in_another_column(claim: Claim, found: FieldFound, own: Document) -> bool:
    """Tell whether a figure stands in a column of a table that the claim does not speak of.

    A claim in a cell speaks of its own column, any other of the version that its sentence or the
    opening of its document names.
    """
    cell = _cell(found, own)
    if cell is None:
        return False
    home = own.passages[claim.passage].cell
    if home is not None and (home.table, home.row) == (cell.table, cell.row):
        return home.column != cell.column
    versions = _versions(cell.column_head or "")
    named = _versions(claim.unit) or _opening(own)
    return bool(versions and named) and not versions & named


def of_one_month(claim: Claim, own: Document) -> bool:
    """Tell whether a claim is the figure of a month, a week or a quarter, in a row of a table."""
    home = own.passages[claim.passage].cell
    return home is not None and (home.table, home.row) in _months(own)


@once_a_document
def _months(own: Document) -> frozenset[tuple[int, int]]:
    """Return table and row of the rows that open with a month or the like."""
    return frozenset(
        (passage.cell.table, passage.cell.row)
        for passage in own.passages
        if passage.cell is not None and passage.cell.column == 1 and _MONTH.match(passage.text)
    )


def items_in_its_table(claim: Claim, own: Document) -> int:
    """Return how many items the rows of a claim's table count, 0 where its own row counts none."""
    home = own.passages[claim.passage].cell
    counts = _counts(own)
    if home is None or (home.table, home.row) not in counts:
        return 0
    return sum(count for (table, _), count in counts.items() if table == home.table)


@once_a_document
def _counts(own: Document) -> dict[tuple[int, int], int]:
    """Return by table and row on how many items it was measured."""
    return {
        (cell.table, cell.row): int("".join(filter(str.isdecimal, passage.text)))
        for passage in own.passages
        if (cell := passage.cell) is not None
        and _COUNTS.search(cell.column_head or "")
        and _COUNT.fullmatch(passage.text.strip())
    }


def of_its_version(item: Disclosure, own: Document) -> Disclosure:
    """Return evidence without the figures in columns of other versions than the one it is about."""
    if item.version is None:
        return item
    kept = tuple(found for found in item.fields if not _beside(item.version, found, own))
    return replace(item, fields=kept)


def _beside(version: str, found: FieldFound, own: Document) -> bool:
    cell = _cell(found, own)
    versions = _versions(cell.column_head or "") if cell else frozenset()
    return bool(versions) and version not in versions


def _cell(found: FieldFound, own: Document) -> TableCell | None:
    if found.document != own.path or found.passage is None:
        return None
    return own.passages[found.passage].cell


@once_a_document
def _opening(own: Document) -> frozenset[str]:
    """Return the versions that the first passage with one names, tables aside."""
    prose = (passage.text for passage in own.passages[:_OPENING] if passage.cell is None)
    named = map(_versions, prose)
    return next((found for found in named if found), frozenset())


def _versions(text: str) -> frozenset[str]:
    return frozenset(hit.value for hit in find_version(plain(text).text) if hit.value)
