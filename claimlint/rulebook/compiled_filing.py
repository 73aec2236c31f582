"""A filing, and the words of patterns, in leaves: what is looked for stands in one leaf alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from zlib import crc32

from claimlint.rulebook.filing import Filing, Places, by_first_word, forms_of
from claimlint.rulebook.patterns import Item

_LEAVES = 256
_ITEMS = 64
_BETWEEN = b"\x1e"


def leaves(filing: Filing) -> Iterator[bytes]:
    """Yield the leaves: a line a form, with the numbers of each place behind tabs."""
    for leaf in range(_LEAVES):
        own = {word: filed for word, filed in filing.items() if _leaf(word) == leaf}
        yield "\n".join("\t".join((form, *places)) for form, places in forms_of(own)).encode()


def _leaf(word: str) -> int:
    return crc32(word.encode()) % _LEAVES


class KeptFiling(Mapping[str, Mapping[str, Places]]):
    """The filing whose leaves `leaves` wrote; `leaf` returns one by its number."""

    def __init__(self, leaf: Callable[[int], bytes]) -> None:
        self._leaf = leaf
        self._read: dict[int, Filing] = {}

    def _opened(self, number: int) -> Filing:
        if number not in self._read:
            lines = self._leaf(number).decode().split("\n")
            rows = (line.split("\t") for line in lines if line)
            self._read[number] = by_first_word((form, tuple(filed)) for form, *filed in rows)
        return self._read[number]

    def __getitem__(self, word: str) -> Mapping[str, Places]:
        return self._opened(_leaf(word))[word]

    def __iter__(self) -> Iterator[str]:
        for number in range(_LEAVES):
            yield from self._opened(number)

    def __len__(self) -> int:
        return sum(len(self._opened(number)) for number in range(_LEAVES))


def item_leaves(items: Iterable[Item]) -> Iterator[bytes]:
    """Yield the leaves of items: of each whether it is optional, its gap, and its words."""
    rest = iter(items)
    while leaf := list(islice(rest, _ITEMS)):
        yield _BETWEEN.join(f"{item.optional:d} {item.gap} {item.pack()}".encode() for item in leaf)


class KeptItems:
    """The items whose leaves `item_leaves` wrote, by number; `leaf` returns one leaf."""

    def __init__(self, leaf: Callable[[int], bytes]) -> None:
        self._opened = cache(lambda number: [*map(_item, leaf(number).split(_BETWEEN))])

    def __getitem__(self, number: int) -> Item:
        leaf, place = divmod(number, _ITEMS)
        return self._opened(leaf)[place]


def _item(told: bytes) -> Item:
    optional, gap, words = told.split(b" ", 2)
    return Item.packed(words, optional=optional == b"1", gap=int(gap))
