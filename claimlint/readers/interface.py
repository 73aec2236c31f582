"""What a reader gets and gives: the one contract that every format keeps."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from claimlint.document import Passage, Problem
from claimlint.errors import WrongCall
from claimlint.values.boxes import Whole


class Limits(Struct, frozen=True, kw_only=True):
    """How much one file may take. Defaults fit a deck of 500 pages.

    `seconds` is wall time a file, `memory` bytes of address space of its worker, `text` characters
    of text read, `unpacked` bytes that an archive may unpack to in all, `ratio` unpacked bytes for
    one packed byte (looked at from 16 MiB on), `parts` files in an archive, `depth` nested
    archives, mails or tables, `pages` pages, slides or sheets.
    """

    seconds: float = 120.0
    memory: int = 2 * 1024**3
    text: int = 20_000_000
    unpacked: int = 512 * 1024**2
    ratio: int = 200
    parts: int = 10_000
    depth: int = 8
    pages: int = 2_000

    def with_values(self, values: Iterable[tuple[str, float]]) -> Limits:
        """Return the limits with the named ones changed; all but `seconds` are whole numbers.

        Raises:
            WrongCall: there is no limit of a name.
        """
        changed = self
        for name, value in values:
            if name not in self.__struct_fields__:
                raise WrongCall(f"there is no limit called {name}")
            whole = value if name == "seconds" else int(value)
            changed = replace(changed, **{name: whole})
        return changed


class Source(Struct, frozen=True, kw_only=True):
    """The bytes to read, and what they are called.

    `path` is how the user named the file; `member` the path through archives and mails, None for a
    file that the user named; `depth` how many containers it lies in. `second` asks a format that
    has two libraries for the second one alone: the first took the process with it.
    """

    path: str
    data: bytes
    member: str | None = None
    depth: int = 0
    limits: Limits = Limits()
    ocr: bool = False
    second: bool = False

    def inner(self, name: str, data: bytes) -> Source:
        """Return the source of a file called `name` that lies inside this one."""
        member = name if self.member is None else f"{self.member}/{name}"
        return replace(self, data=data, member=member, depth=self.depth + 1)


class PageDone(Struct, frozen=True):
    """A page, slide or sheet has been read: its number from 1, and how many there are."""

    number: Whole
    total: Whole


Item = Passage | Problem | PageDone
"""What a reader yields, in reading order."""
