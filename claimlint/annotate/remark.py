"""What is written into a file: remarks with the addresses of their words."""

from __future__ import annotations

import json
from collections.abc import Sequence

from msgspec import Struct, convert, to_builtins

from claimlint.values.boxes import Box


class Spot(Struct, frozen=True, kw_only=True):
    """Some of a remark's words in one run of the file.

    `anchor` is the address of the first character in an office file; `line`, `column` and
    `columns` (how many the words take) are that of a text file, from 1.
    """

    text: str
    anchor: str | None = None
    line: int | None = None
    column: int | None = None
    columns: int | None = None


class Remark(Struct, frozen=True, kw_only=True):
    """One remark: a claim with its evidence, or what a clause does to claims.

    `look` is the level of the claim, or "clause". `label` says where the words stand, `part` in
    which part of the document; `anchor` is the address of the passage.
    """

    number: str
    look: str
    title: str
    lines: tuple[str, ...]
    words: str
    label: str
    part: str
    page: int | None = None
    slide: int | None = None
    bbox: Box | None = None
    boxes: tuple[Box, ...] = ()
    anchor: str | None = None
    spots: tuple[Spot, ...] = ()


def dump(form: str, today: str, remarks: Sequence[Remark]) -> bytes:
    """Return a request for the process that writes: format, day and remarks."""
    return json.dumps(to_builtins((form, today, remarks))).encode("ascii")


def load(message: bytes) -> tuple[str, str, tuple[Remark, ...]]:
    """Return format, day and remarks of a request that `dump` made."""
    return convert(json.loads(message), tuple[str, str, tuple[Remark, ...]])
