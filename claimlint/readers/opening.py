"""From a path to bytes and a format, or to the reason why not."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path, PurePath

from msgspec import Struct

from claimlint.document import Problem, ProblemCode
from claimlint.file_types import Format, suffix_of
from claimlint.readers.interface import Limits
from claimlint.readers.registry import HEAD, format_of


class Opened(Struct, frozen=True):
    """A file's bytes. `name` is as the user gave it, with `/` separators."""

    name: str
    data: bytes
    kind: Format | None
    problem: Problem | None = None

    @property
    def sha256(self) -> str:
        """Return the digest of the bytes, or nothing where none were read."""
        return hashlib.sha256(self.data).hexdigest() if self.data or not self.problem else ""


_SOURCES = frozenset((".astro", ".erb", ".js", ".jsx", ".php", ".svelte", ".ts", ".tsx", ".vue"))
_SOURCE = "words inside source code are not read; check the built page, or a catalogue of its words"
_NO_READER = "no reader for this kind of file; `claimlint check --help` names those it reads"


def opened(name: str, where: Path | bytes, limits: Limits) -> Opened:
    """Return the bytes at `where` (or given as such) and the format that they have."""
    shown = PurePath(name).as_posix()
    if isinstance(where, Path):
        told = _refused(where, limits)
        if told is not None:
            return Opened(shown, b"", None, told)
        try:
            where = where.read_bytes()
        except (OSError, MemoryError) as error:
            return Opened(shown, b"", None, _unopened(error))
    kind = format_of(shown, where[:HEAD])
    if not where or where.isspace():
        return Opened(shown, where, kind, _empty(kind))
    if kind is None:
        why = _SOURCE if suffix_of(shown) in _SOURCES else _NO_READER
        return Opened(shown, where, None, _problem(ProblemCode.UNSUPPORTED, why))
    return Opened(shown, where, kind)


def _empty(kind: Format | None) -> Problem:
    """Return the problem that an empty file is: a page may wait for its words, a deck is broken."""
    fatal = kind is None or not kind.plain
    return Problem(code=ProblemCode.EMPTY, message="the file is empty", fatal=fatal)


def _refused(path: Path, limits: Limits) -> Problem | None:
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        return _unopened(error)
    if not stat.S_ISREG(status.st_mode):
        return _problem(ProblemCode.UNSUPPORTED, "not a file but a folder, pipe or device")
    if status.st_size > limits.unpacked:
        megabytes = limits.unpacked // 1024**2
        return _problem(ProblemCode.TOO_LARGE, f"larger than {megabytes} MiB; raise the limit")
    return None


def _unopened(error: BaseException) -> Problem:
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return _problem(ProblemCode.MISSING, "there is no such file")
    told = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return _problem(ProblemCode.MISSING, f"cannot be opened ({told})")


def _problem(code: ProblemCode, message: str) -> Problem:
    return Problem(code=code, message=message, fatal=True)
