"""Regular expressions that become patterns when a text first meets them, not at import.

Their programs (`machine/programs.py`) are made with the compiled rules, so that this takes little.
"""

from __future__ import annotations

import re
from functools import lru_cache
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import AnyStr, cast
from zlib import crc32

from claimlint.machine import cache
from claimlint.machine.programs import Expression, Programs, interpreter

SHIPPED = "expressions.compiled"
"""Lies beside the folder `rules` in an installed package, made when the package was built."""

_SHIPPED = Path(__file__).with_name("_data") / SHIPPED


_named: list[Expression] = []


class _Lazy:
    """Stands for a pattern: its methods are those of the pattern, fetched once each."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source = source
        self._flags = flags
        if isinstance(source, str):
            _named.append((source, int(flags)))

    def __getattr__(self, name: str) -> object:
        if name.startswith("_"):
            raise AttributeError(name)
        value: object = getattr(compiled(self._source, self._flags), name)
        self.__dict__[name] = value
        return value


def regex(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what stands for `re.compile(source, flags)`; a wrong source fails at its first use."""
    return cast("re.Pattern[AnyStr]", _Lazy(source, flags))


def named() -> tuple[Expression, ...]:
    """Return the expressions that the modules imported so far have named by `regex`."""
    return tuple(_named)


@lru_cache(maxsize=8192)
def compiled(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return `re.compile(source, flags)`, of its program where that was made beforehand."""
    known = _programs() if isinstance(source, str) else None
    made = known.pattern(source, int(flags)) if known is not None else None
    return re.compile(source, flags) if made is None else made


def to_be_made(rules: str) -> bool:
    """Tell whether a checkout has yet to keep the programs of its rules; `rules` is their digest.

    An installed package brings them; for an interpreter other than the one that built it, it
    does without.
    """
    if _SHIPPED.is_file() or not interpreter():
        return False
    known = _programs()
    return known is None or known.rules != rules


@lru_cache(maxsize=1)
def _programs() -> Programs | None:
    """Return the programs that were made for this interpreter, or None where there are none."""
    try:
        with (_SHIPPED if _SHIPPED.is_file() else cache.folder() / _kept_name()).open("rb") as file:
            return Programs(mmap(file.fileno(), 0, access=ACCESS_READ))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep(programs: bytes) -> None:
    """Keep the programs of a checkout in the user's cache, for this run and the next."""
    cache.write(_kept_name(), programs)
    _programs.cache_clear()


def _kept_name() -> str:
    """Return a name of its own for each checkout and interpreter."""
    return f"expressions-{crc32(f'{__file__} {interpreter()}'.encode()):08x}.bin"
