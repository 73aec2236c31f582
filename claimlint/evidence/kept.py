"""Answers about a document that are worked out once, however many claims ask."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import TypeVar

from claimlint.document import Document

_Answer = TypeVar("_Answer")
_DOCUMENTS = 512


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A document that is compared by identity: to hash every passage is slow."""

    document: Document

    def __hash__(self) -> int:
        return id(self.document)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.document is self.document


def once_a_document(answer: Callable[[Document], _Answer]) -> Callable[[Document], _Answer]:
    """Return the function with its answers kept for the documents that were last asked about."""

    @lru_cache(maxsize=_DOCUMENTS)
    def kept(key: _Same) -> _Answer:
        return answer(key.document)

    @wraps(answer)
    def asked(document: Document) -> _Answer:
        return kept(_Same(document))

    return asked
