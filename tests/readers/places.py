"""Looks up in the source what a passage says of its words: the property that every format keeps."""

from __future__ import annotations

import html
import re

from hypothesis import assume

from claimlint.document import Location, Passage
from claimlint.errors import UnreadableFile
from claimlint.readers.interface import Limits, Source
from claimlint.readers.registry import format_named

_BREAK = re.compile(r"\r\n|\n|\r")
_LEVEL = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def items(kind: str, text: str | bytes, **limits):
    """Return what the reader of a format yields for a text."""
    data = text.encode() if isinstance(text, str) else text
    source = Source(path=f"x.{kind}", data=data, limits=Limits(**limits))
    return list(format_named(kind).read(source))


def passages(kind: str, text: str | bytes, **limits) -> list[Passage]:
    """Return the passages of a text."""
    return [item for item in items(kind, text, **limits) if isinstance(item, Passage)]


def texts(kind: str, text: str | bytes) -> list[str]:
    """Return the texts of the passages of a text."""
    return [passage.text for passage in passages(kind, text)]


def readable(kind: str, text: str) -> list[Passage]:
    """Return the passages of a made-up text; those that are refused prove nothing here."""
    try:
        return passages(kind, text)
    except UnreadableFile:
        assume(False)
        raise


def region(source: str, place: Location) -> str:
    """Return what stands in the source between the two ends of a place."""
    lines = _BREAK.split(source)
    first, last = place.line - 1, place.end_line - 1
    if first == last:
        return lines[first][place.column - 1 : place.end_column - 1]
    inner = lines[first + 1 : last]
    return "\n".join(
        (lines[first][place.column - 1 :], *inner, lines[last][: place.end_column - 1])
    )


def words_found(source: str, passage: Passage, *, exact: bool = False) -> None:
    """Assert that every word of a passage stands where the passage says."""
    assert passage.pieces[0].start == 0
    assert passage.pieces[-1].end == len(passage.text)
    for found in re.finditer(r"[^\W\d_]+", passage.text):
        word = found.group().translate(_LEVEL)
        shown = region(source, passage.locate(*found.span()))
        if exact:
            assert shown == word
        else:
            assert in_order(word, html.unescape(shown).replace("\0", "�")), (word, shown)


def found_in_order(kind: str, text: str, *, exact: bool = False) -> None:
    """Assert that the words of all passages stand where these say, each passage once, in order."""
    found = readable(kind, text)
    for passage in found:
        words_found(text, passage, exact=exact)
    orders = [passage.location.order for passage in found]
    assert orders == sorted(set(orders))


def in_order(word: str, shown: str) -> bool:
    """Tell whether the letters of a word stand in `shown`, marks between them."""
    rest = iter(shown)
    return all(letter in rest for letter in word)
