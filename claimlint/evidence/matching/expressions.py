"""The language of cues as regular expressions; see `rules/evidence/README.md`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from claimlint.evidence.detectors.named import FRAGMENTS
from claimlint.evidence.detectors.numbers import NUMBER, SHARE
from claimlint.evidence.matching.needs import Lists, alternatives, is_name, name_in

_GAP = r"(?:[^\w]{1,3}[\w%€$£'.,/-]{1,40}){0,8}?[^\w]{1,3}"
_SPACE = r"[\s-]{1,3}"
_ANY_ENDING = r"(?-i:[a-z]{0,20}|[A-Z]{0,20})\b"
_EDGE = r"\b"
_JOINED = frozenset("/<$")


def expression(parts: Sequence[str], lists: Lists) -> str:
    """Return the regular expression of a phrase, given by its parts."""
    text, gap = "", ""
    for part in parts:
        if part == "...":
            gap = _GAP
            continue
        text += (gap or _SPACE if text else "") + _element(part, lists)
        gap = ""
    return text


def _element(part: str, lists: Lists) -> str:
    choice = alternatives(part)
    if is_name(part) or len(choice) == 1:
        return _one(part, lists)
    return _either(choice, lists)


def _either(choice: Iterable[str], lists: Lists) -> str:
    """Return the pattern of several phrases in their order; words that end alike are one group."""
    groups: list[str] = []
    for ending, words in groupby(choice, key=_ending):
        if ending is None:
            groups.extend(expression(word.split(), lists) for word in words)
        else:
            groups.append(rf"\b(?:{'|'.join(map(_stem, words))}){ending}")
    runs = groupby(groups, key=lambda group: group.startswith(_EDGE))
    return f"(?:{'|'.join(_run(tuple(run), edged=edged) for edged, run in runs)})"


def _run(groups: Sequence[str], *, edged: bool) -> str:
    """Return the groups as one choice; those that open at the edge of a word are tried there."""
    if not edged or len(groups) == 1:
        return "|".join(groups)
    return f"{_EDGE}(?:{'|'.join(group.removeprefix(_EDGE) for group in groups)})"


def _ending(phrase: str) -> str | None:
    """Return what ends the pattern of plain words, None for all other phrases."""
    words = phrase.removesuffix("*").split()
    if not _JOINED.isdisjoint(phrase) or not all(w[0].isalnum() and w[-1].isalnum() for w in words):
        return None
    return _ANY_ENDING if phrase.endswith("*") else _EDGE


def _stem(phrase: str) -> str:
    """Return the pattern of plain words up to their ending; a space or hyphen parts them."""
    words = phrase.rstrip("*").split()
    return _SPACE.join(re.escape(word).replace(r"\-", _SPACE) for word in words)


def _any_of(name: str, lists: Lists) -> str:
    """Return the pattern of a list by its name, made once for all phrases that hold it."""
    if name not in lists.patterns:
        lists.patterns[name] = _either(lists.words[name], lists)
    return lists.patterns[name]


def _one(word: str, lists: Lists) -> str:
    name = name_in(word)
    if name:
        form = FRAGMENTS[name] if name in FRAGMENTS else _any_of(name, lists)
        return form + re.escape(word[len(name) + 1 :])
    if word in ("<n>", "<%>"):
        return NUMBER if word == "<n>" else SHARE
    pattern = _stem(word.replace("<n>", "\0")).replace(re.escape("\0"), NUMBER)
    left = r"\b" if word[0].isalnum() else ""
    if word.endswith("*"):
        return left + pattern + _ANY_ENDING
    return left + pattern + (r"\b" if word[-1].isalnum() else "")
