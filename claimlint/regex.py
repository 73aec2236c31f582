"""Regular expressions that are compiled when a text first meets them, not at import."""

from __future__ import annotations

import re
from typing import AnyStr, cast


class _Lazy:
    """Stands for a pattern: its methods are those of the pattern, fetched once each."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        if name.startswith("_"):
            raise AttributeError(name)
        value: object = getattr(re.compile(self._source, self._flags), name)
        self.__dict__[name] = value
        return value


def regex(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what stands for `re.compile(source, flags)`; a wrong source fails at its first use."""
    return cast("re.Pattern[AnyStr]", _Lazy(source, flags))
