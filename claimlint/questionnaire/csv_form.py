"""The questionnaire as CSV: all three tables in one, told apart by their first column."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from claimlint.errors import UnreadableFile
from claimlint.office.cells import csv_table, plain, unguarded
from claimlint.questionnaire import sheets
from claimlint.questionnaire.model import Questionnaire

Grid = tuple[tuple[str, ...], ...]
_LARGEST = 16 * 1024 * 1024
_TABLES = ("about", "claim", "question")


def render(asked: Questionnaire) -> str:
    """Return the questionnaire as CSV for spreadsheets."""
    return csv_table(map(plain, row) for row in _rows(asked))


def _rows(asked: Questionnaire) -> Iterator[tuple[str, ...]]:
    for pair in sheets.about(asked):
        yield ("about", *pair)
    yield ("claim", *sheets.CLAIMS)
    for claim in asked.claims:
        yield ("claim", *sheets.claim_row(claim))
    yield ("question", *sheets.QUESTIONS)
    for _, _, _, row in sheets.questions(asked):
        yield ("question", *row)


def tables(data: bytes, name: str) -> tuple[Grid, ...]:
    """Return the three tables of a CSV file, without the column that tells them apart.

    Comma, semicolon and tab are read, as spreadsheets write them.

    Raises:
        UnreadableFile: too large, or not the tables of a questionnaire.
    """
    if len(data) > _LARGEST:
        raise UnreadableFile(f"{name}: too large for a questionnaire", code="too-large")
    text = _decoded(data)
    first = text.lstrip("\ufeff").split("\n", 1)[0]
    mark = max(",;\t", key=first.count)
    try:
        rows = [
            tuple(row) for row in csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=mark)
        ]
    except csv.Error as error:
        raise UnreadableFile(f"{name}: no CSV that can be read ({error})") from error
    return tuple(
        tuple(tuple(map(unguarded, row[1:])) for row in rows if row and row[0].strip() == table)
        for table in _TABLES
    )


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
