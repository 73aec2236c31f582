"""Archives: the papers inside, each by its own reader, as the attachments of a mail are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import PurePosixPath

from claimlint.document import Location, Problem, ProblemCode
from claimlint.errors import UnreadableFile
from claimlint.file_types import LOCK, PASSED_OVER, suffix_of, suffixes
from claimlint.readers.interface import Item, Limits, Source
from claimlint.readers.office.package.members import (
    BadArchive,
    Budget,
    Member,
    listed,
    scan,
    unpack,
)
from claimlint.readers.registry import read_nested

_OF_THE_SYSTEM = "__MACOSX/"
_NAMED = 20
_SEALED = "it needs a password; unpack the archive and name the folder"


Unpacked = Callable[[], tuple[bytes, str | None]]
"""Gives the bytes of a file, and what was wrong if only its beginning could be read."""
File = tuple[str, Unpacked]
"""The path of a file in an archive, and what gives its bytes."""


def is_no_paper(name: str) -> bool:
    """Tell whether a member is a folder, or a system or an office program put it there."""
    return (
        name.endswith("/")
        or name.startswith(_OF_THE_SYSTEM)
        or name.rpartition("/")[2].startswith(LOCK)
    )


def without_files(*, damaged: bool) -> UnreadableFile:
    """Return what is raised where an archive holds no file."""
    message = "damaged or no archive: nothing in it can be read" if damaged else "it is empty"
    return UnreadableFile(message, code=ProblemCode.DAMAGED if damaged else ProblemCode.EMPTY)


def read(source: Source) -> Iterator[Item]:
    """Yield the passages of the files that an archive holds, in its order.

    What a folder would pass over is passed over here, and told in one problem. Nothing is written
    anywhere: a path in an archive is a name and leads to no place.

    Raises:
        UnreadableFile: no archive, or one with too many files.
    """
    found, salvaged = _members(source)
    if salvaged:
        message = "the archive's directory is damaged; its files were found by searching it"
        yield Problem(code=ProblemCode.SALVAGED, message=message)
    budget = Budget(source.limits.unpacked, source.limits.ratio)
    files = ((member.name, partial(unpack, source.data, member, budget)) for member in found)
    yield from papers(source, files, budget)


def papers(source: Source, files: Iterable[File], budget: Budget) -> Iterator[Item]:
    """Yield the passages of the papers among the files of an archive, and what is passed over."""
    wanted = frozenset(suffixes())
    others: list[str] = []
    for rank, (path, unpacked) in enumerate(files, start=1):
        name = _inside(path)
        if suffix_of(name) not in wanted or _hidden(name):
            others.append(name)
            continue
        yield from _paper(source, name, unpacked, rank)
        if budget.left < 0:
            break
    if others:
        yield _passed_over(others)


def files_of(data: bytes, limits: Limits) -> tuple[tuple[str, bytes], ...]:
    """Return the files of an archive with their paths in it, but not what a folder passes over.

    Raises:
        BadArchive: it is not whole, needs a password, or holds more than the limits allow.
    """
    budget = Budget(limits.unpacked, limits.ratio)
    found = []
    for member in listed(data, limits):
        name = _inside(member.name)
        if is_no_paper(member.name) or _hidden(name):
            continue
        content, fault = unpack(data, member, budget)
        if fault is not None:
            raise BadArchive(fault, ProblemCode.DAMAGED_PART)
        found.append((name, content))
    return tuple(found)


def _members(source: Source) -> tuple[list[Member], bool]:
    """Return the files of the archive, and whether they had to be searched for."""
    try:
        found, salvaged = listed(source.data, source.limits), False
    except BadArchive as error:
        if error.code is ProblemCode.TOO_MANY_PARTS:
            raise UnreadableFile(str(error), code=error.code) from error
        found, salvaged = _searched(source), True
    files = [each for each in found if not is_no_paper(each.name)]
    if not files:
        raise without_files(damaged=salvaged and not found)
    return files, salvaged


def _searched(source: Source) -> list[Member]:
    try:
        return list(scan(source.data, source.limits).values())
    except BadArchive as error:
        raise UnreadableFile(str(error), code=error.code) from error


def _paper(source: Source, name: str, unpacked: Unpacked, rank: int) -> Iterator[Item]:
    inner = source.inner(name, b"")
    place = Location(label=name, order=(rank,), member=inner.member)
    try:
        data, fault = unpacked()
    except BadArchive as error:
        sealed = error.code is ProblemCode.ENCRYPTED
        message = f"not read: {_SEALED if sealed else error}"
        yield Problem(code=error.code, message=message, location=place)
        return
    if fault is not None:
        message = f"damaged: {fault}"
        yield Problem(code=ProblemCode.DAMAGED_PART, message=message, location=place)
    if not data.strip():
        yield Problem(code=ProblemCode.EMPTY, message="not read: it is empty", location=place)
        return
    yield from read_nested(source.inner(name, data), label=name, order=(rank,))


def _inside(name: str) -> str:
    """Return a path that does not lead out of the archive."""
    parts = [part for part in PurePosixPath(name).parts if part not in ("/", "//", ".", "..")]
    return "/".join(parts) or "without a name"


def _hidden(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return any(part.startswith(".") or part in PASSED_OVER for part in parts)


def _passed_over(others: Sequence[str]) -> Problem:
    names = ", ".join(others[:_NAMED])
    more = f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
    message = f"passed over, hidden or of no kind that is read: {names}{more}"
    return Problem(code=ProblemCode.UNSUPPORTED_PART, message=message)
