"""What an earlier run of claimlint wrote into a document, and was not read as its text."""

from __future__ import annotations

from msgspec import Struct


class Loose(Struct, frozen=True, kw_only=True):
    """Words of a remark that stand neither in its document nor in the rules.

    `quoted` is true of words of a paper, false of a whole line that gives a reason on evidence.
    """

    words: str
    quoted: bool


class Remarked(Struct, frozen=True, kw_only=True):
    """The remarks that were left out of a document: how many, and their lines, each once.

    Blanks in a line are one space. `loose` is what in them the document
    alone does not explain.
    """

    remarks: int
    lines: tuple[str, ...]
    loose: tuple[Loose, ...] = ()
