"""Answers about a document that are worked out once, however many claims ask."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Generic, TypeVar, TypeVarTuple

_Answer = TypeVar("_Answer")
_Asked = TypeVarTuple("_Asked")
_DOCUMENTS = 512  # of one run: its matters are gone through kind by kind


class _Same(tuple[int, ...], Generic[*_Asked]):
    """Values that are compared by identity: to hash every passage of a document is slow.

    It holds them, so that nothing else can come to lie where they do.
    """

    values: tuple[*_Asked]


def once_a_document(answer: Callable[[*_Asked], _Answer]) -> Callable[[*_Asked], _Answer]:
    """Return the function with its answers kept for the values that were last asked about."""

    @lru_cache(maxsize=_DOCUMENTS)
    def kept(key: _Same[*_Asked]) -> _Answer:
        return answer(*key.values)

    @wraps(answer)
    def asked(*values: *_Asked) -> _Answer:
        key: _Same[*_Asked] = _Same(map(id, values))
        key.values = values
        return kept(key)

    return asked
