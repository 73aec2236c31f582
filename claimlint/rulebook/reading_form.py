"""The reading form: the one normalised way in which rules and detection see text.

Lower-case tokens with one hyphen, one quote, no soft hyphens, ligatures or letter spacing. Every
token knows which code points of the source text it covers. Compound hyphens are gaps between
tokens, so that "hands-free", "hands‑free" and "hands free" read alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from sys import intern

from msgspec import Struct
from msgspec.structs import replace

from claimlint.amounts import ONES, TENS
from claimlint.regex import regex
from claimlint.rulebook.invisible import UNSEEN, Run, is_control, sees_all, sequences, turned


class Kind(StrEnum):
    """What sort of token it is; rules may ask for the sorts instead of words."""

    WORD = "word"
    NUMBER = "number"
    MULTIPLE = "multiple"
    MARK = "mark"


class Token(Struct, frozen=True, gc=False):
    """One token: its lower-case form, the source's own words, and their code points."""

    form: str
    text: str
    start: int
    end: int
    kind: Kind


_RAISED = frozenset("\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079")
_HYPHENS = frozenset("\u2010\u2011\u2212\ufe63\uff0d\u2043")
_SINGLE_QUOTES = frozenset("\u2018\u2019\u201a\u201b\u02bc\u2032`\u00b4")
_DOUBLE_QUOTES = frozenset("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033")

_SHAPES = r"""
    (?P<hours>24\s?(?:/|x|by|\*|-)\s?7(?:\s?(?:/|x|by|\*|-)\s?365)?\b)
  | (?P<ai>\ba\.\s?i\.(?=\W|$)|\ba\.i\b)
  | (?P<multiple>\d+(?:[.,]\d+)*\s?(?:x\b|×(?!\s?\d)))
  | (?P<number>\d+(?:[.,]\d+)*(?:\s?(?:k|m|bn|b|mm)\b)?)
  | (?P<negation>n't\b|n't(?=\W|$))
  | (?P<word>[^\W\d_]+?(?=n't\b)|[^\W\d_]+(?:(?<=\w)[\d][\w]*)?)
  | (?P<clitic>'(?:s|re|ve|ll|d|m)\b)
  | (?P<mark>[^\w\s]|_)
    """
_CUT_OFF = r"[^\W\d_]+?(?=n't\b)|"
_TOKEN = regex(_SHAPES, re.VERBOSE | re.IGNORECASE)
_PLAIN_TOKEN = regex(_SHAPES.replace(_CUT_OFF, ""), re.VERBOSE | re.IGNORECASE)
"""The same for texts without "n't", at less than half the cost."""
_ACROSS = regex(
    r"\d(?: [kmbx×/*-]|\s?(?:[/x*×-]|by) \d)|\ba\. i\."
    r"|not\s+(?:less|later|fewer|more|lower|higher|earlier|longer|greater|worse|limited)\b"
)
"""Where a token goes on behind a space ("24 / 7"), or reads by what stands there, in lower case."""
_SPACED = regex(r"(?<!\w)(?:[^\W\d_]\s){2,}[^\W\d_](?!\w)")
_MAY_BE_SPACED = regex(r"\s[^\W\d_]\s[^\W\d_](?!\w)")
"""How a word ends where `_SPACED` is found: told sooner, and so is that most texts hold none."""
_SPACED_PAIR = regex(r"(?:(?<=\s\s)|^)[^\W\d_]\s[^\W\d_](?=\s\s|$)")
"""A word of two letters ("N O   F E E"): told by the wide gaps around it, beside longer ones."""
_NUMBER_WORDS = frozenset((*ONES[1:], *TENS, *"hundred thousand million billion dozen".split()))
_EMPHASIS = regex(
    r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]{1,120})(?<=\S)\1(?![\w*])"
    r"|(?<!\w)(_{1,3})(?=[^\s_])([^\n]{1,120}?)(?<=[^\s_])\3(?!\w)"
)
"""Words that plain text sets in bold or italics ("**never** sleeps")."""
_COMPOUND = regex(r"\w-\w")
_BOUND = regex(
    r"\s+(?:(?:less|later|fewer|more|lower|higher|earlier|longer|greater|worse)\s+than\b"
    r"|limited\s+to\b)",
    re.IGNORECASE,
)
"""What makes "not" no denial but the edge of a figure or the opening of examples."""
_SPLIT_WORDS = {"cannot": ("can", "not"), "gonna": ("gon", "na")}
_READ_ON = frozenset({"-", "not", *_SPLIT_WORDS})
"""Forms of which what they are is told by themselves or by what stands around them."""


def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of `text` in its reading form, in order."""
    bare = _unemphasised(text) if "*" in text or "_" in text else text
    alike = _alike(bare)
    if alike is text:
        return tuple(_cut(text))
    if alike is not None:
        return tuple(replace(token, text=text[token.start : token.end]) for token in _cut(alike))
    runs = turned(bare)
    plain, origin = _plain(bare, runs)
    found = [_back(token, text, origin) for token in _cut(plain)]
    if runs:
        found = [_in_run(token, text, runs) for token in found]
    return tuple(found)


def _unemphasised(text: str) -> str:
    """Return the text with spaces for the signs that set words in bold or italics."""

    def blank(found: re.Match[str]) -> str:
        signs = len(found[1] or found[3])
        return " " * signs + found[0][signs:-signs] + " " * signs

    return _EMPHASIS.sub(blank, text)


def _cut(plain: str) -> list[Token]:
    """Return the tokens of a plain text: those of what stands between its spaces, one by one.

    Texts hold the same words over and over, and what they read as hangs on nothing behind a space.
    """
    if _ACROSS.search(plain.lower()):
        return _found(plain)
    found: list[Token] = []
    begins = 0
    for part in plain.split(" "):
        for form, own, start, end, kind in _part(part):
            found.append(Token(form, own, begins + start, begins + end, kind))
        begins += len(part) + 1
    return found


@lru_cache(maxsize=16384)
def _part(text: str) -> tuple[tuple[str, str, int, int, Kind], ...]:
    return tuple((each.form, each.text, each.start, each.end, each.kind) for each in _found(text))


def _found(plain: str) -> list[Token]:
    """Return the tokens of a plain text, whatever stands in it."""
    shape = _TOKEN if "n't" in plain.lower() else _PLAIN_TOKEN
    found: list[Token] = []
    for match in shape.finditer(plain):
        form, own, kind = _read(match.lastgroup, match.group())
        start, end = match.span()
        if form not in _READ_ON:
            found.append(Token(form, own, start, end, kind))
        elif form == "not":
            bound = _BOUND.match(plain, end)
            found.append(Token("no" if bound else form, own, start, end, kind))
        elif form != "-":
            first, second = _SPLIT_WORDS[form]
            middle = start + len(first)
            found.append(Token(first, plain[start:middle], start, middle, kind))
            found.append(Token(second, plain[middle:end], middle, end, kind))
        elif not _COMPOUND.match(plain, max(0, start - 1)):
            found.append(Token(form, own, start, end, kind))
    return found


@lru_cache(maxsize=65536)
def forms(phrase: str) -> tuple[str, ...]:
    """Return the forms of the tokens of a short phrase, as rules write them."""
    return tuple(token.form for token in tokens(phrase))


def _back(token: Token, text: str, origin: Sequence[int]) -> Token:
    """Return a token of a plain text with its place in the source."""
    left, right = origin[token.start], origin[token.end - 1]
    if right < left:  # in a run that is written from the right
        left, right = right, left
    return Token(token.form, text[left : right + 1], left, right + 1, token.kind)


@lru_cache(maxsize=8192)
def _read(group: str | None, own: str) -> tuple[str, str, Kind]:
    """Return the form, the text and the kind of what was found as `group`.

    A long document holds a word a thousand times: equal ones are one.
    """
    form, kind = _form_and_kind(group, own.lower())
    return intern(form), form if own == form else own, kind


def _form_and_kind(group: str | None, word: str) -> tuple[str, Kind]:
    if group == "word":
        return word, Kind.NUMBER if word in _NUMBER_WORDS else Kind.WORD
    if group == "mark":
        return word, Kind.MARK
    if group == "hours":
        return "24/7", Kind.WORD
    if group == "ai":
        return "ai", Kind.WORD
    if group == "multiple":
        return word.replace(" ", ""), Kind.MULTIPLE
    if group == "number":
        return word.replace(" ", ""), Kind.NUMBER
    return word, Kind.WORD


def _alike(text: str) -> str | None:
    """Return the text with one sort of each mark if no character moves by it, or None."""
    if not sees_all(text):
        marks = {ord(char): _one_form(char) for char in set(text) if not " " <= char <= "~"}
        if any(len(form) != 1 for form in marks.values()):
            return None
        text = text.translate(marks)
    broken = "-" in text and "\n" in text
    return None if broken or _MAY_BE_SPACED.search(text) else text


def _plain(text: str, runs: list[Run]) -> tuple[str, Sequence[int]]:
    """Return the text with one sort of each mark, and for each character its source offset."""
    places = list(range(len(text)))
    for start, end in runs:
        places[start:end] = places[start:end][::-1]
    gone = {place for run in sequences(text) for place in range(*run)}
    letters: list[str] = []
    origin: list[int] = []
    for place in places:
        if place in gone:
            continue
        for letter in _one_form(text[place]):
            letters.append(letter)
            origin.append(place)
    plain = "".join(letters)
    return _unspaced(*_rejoined(plain, origin))


def _in_run(token: Token, text: str, runs: list[Run]) -> Token:
    """Return the token with the place of the run that shows it back to front, if one does."""
    for start, end in runs:
        if start <= token.start and token.end <= end:
            return Token(token.form, text[start:end], start, end, token.kind)
    return token


@lru_cache(maxsize=4096)
def _one_form(char: str) -> str:
    if char.isascii():
        return "" if is_control(char) else char
    if char in UNSEEN or char in _RAISED:  # a raised figure is a footnote's marker
        return ""
    if char in _HYPHENS:
        return "-"
    if char in _SINGLE_QUOTES:
        return "'"
    if char in _DOUBLE_QUOTES:
        return '"'
    if char == "\u00d7":
        return "x"
    return unicodedata.normalize("NFKC", char)


_LINE_HYPHEN = regex(r"(?<=[a-z]{2})-\s*\n\s*(?=[a-z]{2})")
_KEEPS_HYPHEN = regex(
    r"(?:\b(?:hands|self|error|human|zero|end|real|risk|bias|fully|always|non|set|round|high|low|"
    r"state|world|best|well|pre|touch|day|one|no|in|to|of|the|and|multi))$",
    re.IGNORECASE,
)


def _rejoined(plain: str, origin: Sequence[int]) -> tuple[str, Sequence[int]]:
    """Take out the hyphens that only break a line ("inter-⏎vention")."""
    if "-" not in plain or "\n" not in plain:
        return plain, origin
    letters: list[str] = []
    kept: list[int] = []
    last = 0
    for match in _LINE_HYPHEN.finditer(plain):
        compound = _KEEPS_HYPHEN.search(plain, max(0, match.start() - 12), match.start())
        letters.append(plain[last : match.start()])
        kept.extend(origin[last : match.start()])
        if compound:
            letters.append("-")
            kept.append(origin[match.start()])
        last = match.end()
    letters.append(plain[last:])
    kept.extend(origin[last:])
    return "".join(letters), kept


def _unspaced(plain: str, origin: Sequence[int]) -> tuple[str, Sequence[int]]:
    """Join letters that are spaced out ("T H E   P R O B L E M" is two words)."""
    if not _SPACED.search(plain):
        return plain, origin
    gone: set[int] = set()
    for match in (*_SPACED.finditer(plain), *_SPACED_PAIR.finditer(plain)):
        for index in range(match.start(), match.end()):
            wide = plain[index - 1].isspace() or plain[index + 1 : index + 2].isspace()
            if plain[index].isspace() and not wide:
                gone.add(index)
    letters = "".join(char for index, char in enumerate(plain) if index not in gone)
    return letters, [place for index, place in enumerate(origin) if index not in gone]
