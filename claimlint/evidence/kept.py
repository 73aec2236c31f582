"""Answers about a document that are worked out once, however many claims ask."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Generic, TypeVar, TypeVarTuple

from msgspec import Struct

_Answer = TypeVar("_Answer")
_Asked = TypeVarTuple("_Asked")
_DOCUMENTS = 512  # of one run: its matters are gone through kind by kind


class _Same(Struct, Generic[*_Asked], frozen=True, eq=False):
    """Values that are compared by identity: to hash every passage of a document is slow."""

    values: tuple[*_Asked]

    @property
    def _ids(self) -> tuple[int, ...]:
        return tuple(map(id, self.values))

    def __hash__(self) -> int:
        return hash(self._ids)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other._ids == self._ids


def once_a_document(answer: Callable[[*_Asked], _Answer]) -> Callable[[*_Asked], _Answer]:
    """Return the function with its answers kept for the values that were last asked about."""

    @lru_cache(maxsize=_DOCUMENTS)
    def kept(key: _Same[*_Asked]) -> _Answer:
        return answer(*key.values)

    @wraps(answer)
    def asked(*values: *_Asked) -> _Answer:
        return kept(_Same(values))

    return asked
