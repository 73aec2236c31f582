"""What a single word can be, in lower case: where no word of a text can, no detector is tried."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import lru_cache
from types import MappingProxyType

from claimlint.evidence.detectors.dates import HOLDS_YEAR
from claimlint.evidence.detectors.numbers import NUMBER_WORDS
from claimlint.evidence.detectors.workers import is_worker
from claimlint.regex import regex

_DIGIT = regex(r"\d")
_KNOWN = 65536


class Sign(Enum):
    """A number or a part of one, one that holds a year, one who does a kind of work."""

    NUMBER = "number"
    YEAR = "year"
    WORKER = "worker"


@lru_cache(maxsize=_KNOWN)
def is_numeric(word: str) -> bool:
    """Tell whether a word can be a number or a part of one."""
    return word in NUMBER_WORDS or _DIGIT.search(word) is not None


def _holds_year(word: str) -> bool:
    return HOLDS_YEAR.search(word) is not None


TESTS: MappingProxyType[Sign, Callable[[str], bool]] = MappingProxyType(
    {Sign.NUMBER: is_numeric, Sign.YEAR: _holds_year, Sign.WORKER: is_worker}
)
