"""Tables with rules or bands between their rows only: the columns follow from the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimlint.readers.pdf.geometry import grouped
from claimlint.readers.pdf.glyphs import Word
from claimlint.readers.pdf.layout.lines import columns_of, lines_of, rows_of
from claimlint.values.boxes import Box

_GUTTER = 0.5
"""Columns stand at least so many ems apart, in all rows; words stand closer."""
_TALLEST = 150.0
_LONGEST = 300
"""Rules further apart, or with longer text in a cell, part running text."""
SAME = 3.0
_CROWDED = 4
"""A band with so many lines under each other holds rows of its own."""

Row = list[list[Word]]
"""The words of one row, by column."""


def bands_between(rules: Sequence[Box]) -> Iterator[list[Box]]:
    """Yield the bands between horizontal rules of one length, at least two for a table."""
    flat = sorted(rule for rule in rules if rule[2] - rule[0] > 40 and rule[3] - rule[1] < 2)
    groups: list[list[Box]] = []
    for rule in flat:
        for group in groups:
            if abs(group[0][0] - rule[0]) <= SAME and abs(group[0][2] - rule[2]) <= SAME:
                group.append(rule)
                break
        else:
            groups.append([rule])
    for group in groups[:100]:
        tops = sorted({round(rule[1]) for rule in group})
        bands = [
            (group[0][0], float(above), group[0][2], float(below))
            for above, below in pairwise(tops)
            if 4 < below - above <= _TALLEST
        ]
        runs = grouped(bands, lambda run, band: abs(run[-1][3] - band[1]) <= SAME)
        yield from (run for run in runs if len(run) > 1)


def rows_by_words(bands: Sequence[Box], inside: Sequence[Sequence[Word]]) -> list[Row] | None:
    """Return the rows of a table by the words in its bands, or None where there are no columns."""
    words = [word for band in inside for word in band]
    below = [word for band in inside[1:] for word in band]
    columns = columns_of(words, _gutter) or columns_of(below, _gutter)
    if len(columns) < 2 or len(bands) < 2:
        return None
    rows: list[Row] = []
    for band in inside:
        parts = _split(band, columns)
        rows += parts if len(bands) < _CROWDED and len(parts) >= _CROWDED else [_by(band, columns)]
    longest = max(sum(len(word.text) for word in cell) for row in rows for cell in row)
    full = sum(sum(bool(cell) for cell in row) > 1 for row in rows)
    return rows if full >= 2 and 2 * full >= len(rows) and longest <= _LONGEST else None


def _gutter(word: Word) -> float:
    return max(3.5, _GUTTER * word.style.size)


def _by(words: Sequence[Word], columns: Sequence[tuple[float, float]]) -> Row:
    """Put the words of a row into its columns; what spans gutters goes where it starts."""
    row: Row = [[] for _ in columns]
    for word in words:
        place = sum(word.x0 > edges[1] for edges in columns)
        row[min(place, len(columns) - 1)].append(word)
    return row


def _split(words: Sequence[Word], columns: Sequence[tuple[float, float]]) -> list[Row]:
    """Return the rows inside a band: each line with words in the first column opens one."""
    rows: list[list[Word]] = []
    for line in rows_of(lines_of(words)):
        found = [word for piece in line for word in piece.words]
        if not rows or any(word.x0 <= columns[0][1] for word in found):
            rows.append([])
        rows[-1] += found
    return [_by(row, columns) for row in rows]
