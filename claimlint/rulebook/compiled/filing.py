"""A filing, and the words of patterns, in leaves: what is looked for stands in one leaf alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import chain, islice
from zlib import crc32

from claimlint.rulebook.filing import Filing, Places
from claimlint.rulebook.patterns import Item

_LEAVES = 256
_FIGURES = _LEAVES
"""The leaf of words that open with a digit: texts are full of them, and few are filed."""
_ITEMS = 64
_BETWEEN = b"\x1e"
_FORM = "\x1f"


def leaves(filing: Filing) -> Iterator[bytes]:
    """Yield the leaves: a line a word, of all forms what follows the word, and the places."""
    for leaf in range(_LEAVES + 1):
        own = (word for word in filing if _leaf(word) == leaf)
        told = (_FORM.join((word, " ".join(filing[word]), *filing[word].values())) for word in own)
        yield "\n".join(told).encode()


def _leaf(word: str) -> int:
    return _FIGURES if word[:1].isdigit() else crc32(word.encode()) % _LEAVES


class KeptFiling(Mapping[str, Mapping[str, Places]]):
    """The filing whose leaves `leaves` wrote; `leaf` returns one by its number."""

    def __init__(self, leaf: Callable[[int], bytes]) -> None:
        self._opened = cache(lambda number: _lines(leaf(number)))

    def __getitem__(self, word: str) -> Mapping[str, Places]:
        forms, *places = self._opened(_leaf(word))[word].split(_FORM)
        return dict(zip(forms.split(" "), places, strict=True))

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(map(self._opened, range(_LEAVES + 1)))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _lines(leaf: bytes) -> dict[str, str]:
    """Return the lines of a leaf by their words."""
    return dict([line.split(_FORM, 1) for line in leaf.decode().split("\n") if line])


def item_leaves(items: Iterable[Item]) -> Iterator[bytes]:
    """Yield the leaves of items: of each whether it is optional, its gap, and its words."""
    rest = iter(items)
    while leaf := list(islice(rest, _ITEMS)):
        yield _BETWEEN.join(f"{item.optional:d} {item.gap} {item.pack()}".encode() for item in leaf)


class KeptItems(dict[int, Item]):
    """The items whose leaves `item_leaves` wrote, by number; `leaf` returns one leaf."""

    def __init__(self, leaf: Callable[[int], bytes]) -> None:
        super().__init__()
        self._leaf = leaf

    def __missing__(self, number: int) -> Item:
        leaf = number // _ITEMS
        self.update(enumerate(map(_item, self._leaf(leaf).split(_BETWEEN)), leaf * _ITEMS))
        return self[number]


def _item(told: bytes) -> Item:
    optional, gap, words = told.split(b" ", 2)
    return Item.packed(words, optional=optional == b"1", gap=int(gap))
