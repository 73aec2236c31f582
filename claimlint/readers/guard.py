"""Runs one reader within its limits: faults become problems, nothing is lost in silence."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from claimlint.amounts import shortened
from claimlint.document import Location, Passage, Problem, ProblemCode, TableCell
from claimlint.errors import UnreadableFile
from claimlint.readers.interface import Item, Limits, PageDone, Source
from claimlint.regex import regex

LONGEST_PASSAGE = 100_000
_LONGEST_MESSAGE = 300
_SHORTEST_ON_AVERAGE = 100
"""Passages with fewer characters than this on average are no text that a person wrote."""
_FEWEST = 1_000
"""So many passages are read whatever the limit on text."""
_LONGEST_HEAD = 1_000
MOST_PROBLEMS = 500

_HALF = regex("[\ud800-\udfff]")

TOO_MUCH_MEMORY = "reading it takes more memory than allowed; raise the limit or split the file"

Read = Callable[[Source], Iterator[Item]]


def reader_faults() -> tuple[type[Exception], ...]:
    """Return what the libraries below the readers throw at damaged files."""
    import struct
    import zipfile
    import zlib

    return (
        ArithmeticError,
        AssertionError,
        AttributeError,
        EOFError,
        LookupError,
        MemoryError,
        OSError,
        RuntimeError,
        TypeError,
        ValueError,
        struct.error,
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        zlib.error,
    )


def guarded(read: Read, source: Source) -> Iterator[Item]:
    """Yield what `read` yields; a fault ends the file with a problem instead of an exception.

    Reading stops at the limits on text and pages; passages longer than `LONGEST_PASSAGE` are cut
    at a space. A problem is fatal where no passage came before it.
    """
    passages = 0
    try:
        for item in _within(read(source), source.limits):
            passages += isinstance(item, Passage)
            yield item
    except UnreadableFile as error:
        yield _problem_of(error, fatal=passages == 0)
    except MemoryError as error:  # the other faults are imported first, which takes memory
        yield _fault_problem(error, fatal=passages == 0)
    except reader_faults() as error:
        yield _fault_problem(error, fatal=passages == 0)


def _within(items: Iterator[Item], limits: Limits) -> Iterator[Item]:
    """Yield items until there are more than the limits allow, which the last one then says."""
    left, passages, problems = limits.text, _most_passages(limits), 0
    for item in items:
        if isinstance(item, Passage):
            whole = _tidied(item)
            fits = len(whole.text) <= left and passages > 0
            if left > 0 and passages > 0:
                yield from _shortened(whole if fits else _slice(whole, 0, left))
            if not fits:
                yield _beyond(_read_so_far(limits, passages))
                return
            left, passages = left - len(whole.text), passages - 1
        elif isinstance(item, PageDone) and item.number > limits.pages:
            yield _beyond(f"only the first {limits.pages} pages were read")
            return
        elif isinstance(item, PageDone):
            yield item
        elif (problems := problems + 1) < MOST_PROBLEMS:
            place = item.location
            yield item if place is None else replace(item, location=_printable(place))
        elif problems == MOST_PROBLEMS:
            message = f"more than {MOST_PROBLEMS} problems; the others are not told"
            yield Problem(code=ProblemCode.DAMAGED_PART, message=message)


def _problem_of(error: UnreadableFile, *, fatal: bool) -> Problem:
    """Return the problem that an unreadable file is."""
    known = error.code in tuple(ProblemCode)
    code = ProblemCode(error.code) if known else ProblemCode.DAMAGED
    return Problem(code=code, message=one_line(str(error)), fatal=fatal)


def _fault_problem(error: BaseException, *, fatal: bool) -> Problem:
    """Return the problem that a reader's fault is."""
    if isinstance(error, MemoryError):
        return Problem(code=ProblemCode.OUT_OF_MEMORY, message=TOO_MUCH_MEMORY, fatal=fatal)
    told = one_line(f"{type(error).__name__}: {error}")
    message = f"damaged, or built in a way that is not understood ({told})"
    return Problem(code=ProblemCode.DAMAGED, message=message, fatal=fatal)


def one_line(message: str) -> str:
    """Return `message` on one line, without control characters, of bounded length."""
    line = " ".join("".join(c if c.isprintable() else " " for c in message[:2000]).split())
    return shortened(line, _LONGEST_MESSAGE)


def _most_passages(limits: Limits) -> int:
    return max(_FEWEST, limits.text // _SHORTEST_ON_AVERAGE)


def _read_so_far(limits: Limits, passages: int) -> str:
    if passages > 0:
        return f"only the first {limits.text} characters were read"
    return f"only the first {_most_passages(limits)} passages were read"


def _beyond(message: str) -> Problem:
    return Problem(code=ProblemCode.TOO_LARGE, message=f"{message}; raise the limit to read on")


def _tidied(passage: Passage) -> Passage:
    """Return the passage without halves of characters, its heads of bearable length."""
    if not passage.text.isascii() and _HALF.search(passage.text):
        passage = replace(passage, text=_HALF.sub("\ufffd", passage.text))
    place = _printable(passage.location)
    if place is not passage.location:
        passage = replace(passage, location=place)
    cell = passage.cell
    if (
        cell is not None
        and max(len(cell.column_head or ""), len(cell.row_head or "")) > _LONGEST_HEAD
    ):
        passage = replace(passage, cell=_briefer(cell))
    return passage


def _printable(place: Location) -> Location:
    """Return the place in words that steer no terminal: names in files may hold anything."""
    if all(text is None or text.isprintable() for text in (place.label, place.member)):
        return place
    member = place.member and one_line(place.member)
    return replace(place, label=one_line(place.label), member=member)


def _briefer(cell: TableCell) -> TableCell:
    return replace(
        cell,
        column_head=cell.column_head and cell.column_head[:_LONGEST_HEAD],
        row_head=cell.row_head and cell.row_head[:_LONGEST_HEAD],
    )


def _shortened(passage: Passage) -> Iterator[Passage]:
    if len(passage.text) <= LONGEST_PASSAGE:
        yield passage
        return
    start = 0
    while start < len(passage.text):
        end = _cut(passage.text, start)
        yield _slice(passage, start, end)
        start = end


def _cut(text: str, start: int) -> int:
    end = start + LONGEST_PASSAGE
    if end >= len(text):
        return len(text)
    space = max(text.rfind(" ", start + 1, end), text.rfind("\n", start + 1, end))
    return end if space < 0 else space + 1


def _slice(passage: Passage, start: int, end: int) -> Passage:
    place = passage.locate(start, end)
    pieces = tuple(
        piece.cut(start, end).shifted(-start)
        for piece in passage.pieces
        if piece.start < end and piece.end > start
    )
    return replace(passage, text=passage.text[start:end], location=place, pieces=pieces)
