"""Numbers as office programs print them before a paragraph: digits, letters, roman, words."""

from __future__ import annotations

from claimlint.amounts import ONES, TENS

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip
_LARGEST_ROMAN = 3_999
_LONGEST_LETTERS = 50


def printed(value: int, form: str) -> str:
    """Return `value` in the form that Word calls `form` ("lowerRoman"); digits if unknown."""
    if form == "none":
        return ""
    if form in ("lowerLetter", "upperLetter"):
        return _cased(_letters(value), form)
    if form in ("lowerRoman", "upperRoman"):
        return _cased(_roman(value), form)
    if form == "decimalZero":
        return f"{value:02}"
    if form == "ordinal":
        return f"{value}{_suffix(value)}"
    if form in ("cardinalText", "ordinalText") and 0 <= value < 100:
        words = _words(value)
        return (words if form == "cardinalText" else _ordinal(words)).capitalize()
    return str(value)


def _roman(value: int) -> str:
    """Return a roman number in lower case; digits where there is none."""
    if not 0 < value <= _LARGEST_ROMAN:
        return str(value)
    parts = []
    for worth, letters in _ROMAN:
        count, value = divmod(value, worth)
        parts.append(letters * count)
    return "".join(parts)


def _letters(value: int) -> str:
    """Return a to z, then aa, bb …, as Word counts."""
    if value < 1 or value > 26 * _LONGEST_LETTERS:
        return str(value)
    times, letter = divmod(value - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


def _cased(text: str, form: str) -> str:
    return text.upper() if form.startswith("upper") else text


def _suffix(value: int) -> str:
    if value % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def _words(value: int) -> str:
    if value < len(ONES):
        return ONES[value]
    ten, one = divmod(value, 10)
    return TENS[ten - 2] + (f"-{ONES[one]}" if one else "")


def _ordinal(words: str) -> str:
    head, dash, last = words.rpartition("-")
    if last.endswith("y"):
        return f"{head}{dash}{last[:-1]}ieth"
    return f"{head}{dash}{_ORDINALS.get(last, last + 'th')}"
