"""What a list item opens with: a drawn bullet, a number, a letter."""

from __future__ import annotations

from claimlint.readers.pdf.glyphs import Word
from claimlint.regex import regex

_DRAWN = frozenset("•◦▪▫■□●○‣⁃∙·►▶▸▹➢➤➔→✓✔✗✘☑☐✅❖◆◇★☆–—-*»›\uf0b7\uf0a7\uf0d8\uf0fc")
_NUMBERED = regex(
    r"(?:\d{1,2}[.)]|\(?[a-zA-Z]\)|\(?[ivxIVX]{1,5}\)|[ivx]{1,5}\.|\(\d{1,2}\)|[a-z]\.)"
)
_ENDS = (".", ")")
_SECTION = regex(r"\d{1,2}(?:\.\d{1,2}){1,4}\.?")


def may_open(text: str) -> bool:
    """Tell whether a word of that text may be what a list item opens with."""
    return len(text) == 1 or text[-1:] in _ENDS


def is_drawn(word: Word) -> bool:
    """Tell whether a word is a drawn bullet: a sign, or one letter of a symbol font."""
    if len(word.text) != 1:
        return False
    return word.text in _DRAWN or word.style.symbol or 0xE000 <= ord(word.text) <= 0xF8FF


def is_numbered(word: Word) -> bool:
    """Tell whether a word is the number or letter of a list item ("1.", "(a)")."""
    return word.text[-1:] in _ENDS and _NUMBERED.fullmatch(word.text) is not None


def is_section(word: Word) -> bool:
    """Tell whether a word is the number of a clause ("7.2")."""
    return word.text[:1].isdecimal() and _SECTION.fullmatch(word.text) is not None


def is_marker(word: Word) -> bool:
    """Tell whether a word may open an item or a clause.

    "(n)" says how many there are, at the head of a column.
    """
    if word.text == "(n)":
        return False
    return is_drawn(word) or is_numbered(word) or is_section(word)
