"""A filing, and the words of patterns, in leaves: what is looked for stands in one leaf alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
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
    """Yield the leaves: a line a word, of each form what follows the word, and each place."""
    for leaf in range(_LEAVES + 1):
        own = (word for word in filing if _leaf(word) == leaf)
        yield "\n".join(_FORM.join((word, *_written(filing[word]))) for word in own).encode()


def _written(forms: Mapping[str, Places]) -> Iterator[str]:
    return map("\t".join, forms.items())


def _leaf(word: str) -> int:
    return _FIGURES if word[:1].isdigit() else crc32(word.encode()) % _LEAVES


class KeptFiling(Mapping[str, Mapping[str, Places]]):
    """The filing whose leaves `leaves` wrote; `leaf` returns one by its number."""

    def __init__(self, leaf: Callable[[int], bytes]) -> None:
        self._lines = cache(lambda number: b"\n%b\n" % leaf(number))

    def __getitem__(self, word: str) -> Mapping[str, Places]:
        lines, opening = self._lines(_leaf(word)), f"\n{word}{_FORM}".encode()
        at = lines.find(opening)
        if at < 0:
            raise KeyError(word)
        start = at + len(opening)
        forms = lines[start : lines.index(b"\n", start)].decode().split(_FORM)
        return {rest: places for rest, _, places in [form.partition("\t") for form in forms]}

    def __iter__(self) -> Iterator[str]:
        for number in range(_LEAVES + 1):
            lines = self._lines(number).decode().split("\n")
            yield from (line.partition(_FORM)[0] for line in lines if line)

    def __len__(self) -> int:
        return sum(1 for _ in self)


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
