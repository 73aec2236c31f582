"""Text for papers and forms: on its way out made harmless, on its way in made plain again."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable

from claimlint.amounts import shortened

_AWAY = ("Cc", "Cf", "Cs", "Co", "Cn")
_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
_LEADING = re.compile(r"^'(?=[=+\-@\t\r\n|%])")
_WIDE = {"＝": "=", "＋": "+", "－": "-", "＠": "@"}
CELL = 32_000
"""How many characters a cell of a workbook takes, with room to spare."""


def clean(text: str) -> str:
    """Return a text without control characters, direction overrides and surrogates.

    Line breaks stay, tabs become spaces.
    """
    kept = (c for c in text if c in "\n\t" or unicodedata.category(c) not in _AWAY)
    return "".join(kept).replace("\t", " ")


def plain(text: str) -> str:
    """Return a text made `clean`; what is too long for a cell is cut with "…"."""
    return shortened(clean(text), CELL)


def line(text: str) -> str:
    """Return a text on one line, plain."""
    return " ".join(plain(text).split())


def runs(text: str) -> bool:
    """Tell whether a spreadsheet might take a text for a formula or a command."""
    first = text.lstrip(" \u00a0\u200b\ufeff'\"")[:1]
    return (_WIDE.get(first, first) in _RUNS and first != "") or text[:1] in _RUNS


def csv_table(rows: Iterable[Iterable[str]]) -> str:
    """Return rows as CSV for spreadsheets: guarded and quoted, with the mark of UTF-8 in front."""
    stream = io.StringIO()
    writer = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows(map(guarded, row) for row in rows)
    return "\ufeff" + stream.getvalue()


def guarded(text: str) -> str:
    """Return a text for CSV: with an apostrophe in front where a spreadsheet might run it."""
    return f"'{text}" if runs(text) else text


def unguarded(text: str) -> str:
    """Return what `guarded` was given."""
    return _LEADING.sub("", text)
