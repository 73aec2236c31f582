"""What is written into a file: remarks with the addresses of their words."""

from __future__ import annotations

import json

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


class Request(Struct, frozen=True, kw_only=True):
    """What the process that writes is asked for.

    `earlier` are the lines of the remarks that the file already holds, which the new ones replace.
    """

    form: str
    today: str
    remarks: tuple[Remark, ...]
    earlier: frozenset[str] = frozenset()


def dump(request: Request) -> bytes:
    """Return a request as it is sent."""
    return json.dumps(to_builtins(request, order="deterministic")).encode("ascii")


def load(message: bytes) -> Request:
    """Return the request that `dump` made a message of."""
    return convert(json.loads(message), Request)
