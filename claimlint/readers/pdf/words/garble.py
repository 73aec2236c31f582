"""Text that the fonts of a file do not give away: found and left out, never in silence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeGuard

from claimlint.document import Problem, ProblemCode
from claimlint.readers.pdf.geometry import Sheet
from claimlint.readers.pdf.glyphs import Word
from claimlint.readers.pdf.layout.bullets import is_drawn
from claimlint.readers.pdf.words.packed import Packed, Stretch, weights_of
from claimlint.regex import regex

SHARE = 0.3
"""With more than this share of unknown characters a page is garbled."""
_SOME = 10
"""Fewer unknown characters than this are icons; bullets stand alone and are not counted."""
_FEW = 3
ENOUGH = 200
_COMMON = frozenset("etaoinsr")
_LEAST = 0.35
_SPELT = regex(r"(?<![^ ])[.,;:!?()]*([a-z]{3,})[.,;:!?()]*(?![^ ])")
_WORDLESS = "its letters make no words; the font may hide what they are, read it with care"


def clean(
    words: Iterable[Stretch], sheet: Sheet
) -> tuple[tuple[Stretch, ...], tuple[Problem, ...]]:
    """Return the words that can be read, and the problem with the others, if they matter."""
    every = tuple(words)
    unknown = [word for word in every if _garbled(word)]
    total = sum(characters for _, characters in weights_of(every)) if unknown else 0
    if len(unknown) <= SHARE * total:
        unknown = [word for word in unknown if not is_drawn(word)]
    garbled = {id(word) for word in unknown}
    lost = sum(len(word.text) for word in unknown)
    if lost < _FEW or (lost < _SOME and lost <= SHARE * total):
        garble = ProblemCode.GARBLED_TEXT
        return every, (sheet.problem(garble, _WORDLESS),) if _wordless(every) else ()
    kept = tuple(word for word in every if id(word) not in garbled)
    message = f"{lost} of {total} characters cannot be told from their font"
    if lost <= SHARE * total:
        message = f"{message} and were left out"
    else:
        message = f"garbled text: {message}; export the file with Unicode text"
    return kept, (sheet.problem(ProblemCode.GARBLED_TEXT, message),)


def _wordless(words: Iterable[Stretch]) -> bool:
    """Tell whether the letters of a page, many of them, are spread as in no language.

    The eight most common letters are six in ten of English, German or French text, and two in ten
    once a font has put other letters in their place.
    """
    letters = "".join(_SPELT.findall(" ".join(one.text for one in words).lower()))
    common = sum(map(letters.count, _COMMON))
    return len(letters) >= ENOUGH and common < _LEAST * len(letters)


def _garbled(one: Stretch) -> TypeGuard[Word]:
    return not isinstance(one, Packed) and 2 * one.unmapped > len(one.text)
